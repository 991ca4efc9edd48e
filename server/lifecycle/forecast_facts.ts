import type { ForecastFacts } from '../../common/lifecycle/forecast/forecast_api';
import type { LintedIndex } from '../../common/lifecycle/lint/surroundings';
import { withOutdated } from '../../common/lifecycle/policies_page';
import { CUT } from './managed_desk';
import { nativeOf } from './native/dialect';
import { readEngineState } from './native/read_engine_state';
import { Gaps } from './readings';
import type { By, Readings } from './readings';
import { readDisks } from './surroundings/read_disks';
import { demandIndices } from './surroundings/read_indices';
import { linted } from './surroundings/read_surroundings';

/** Indices of the system and of plugins: they come and go by rules of their own. */
const isOfSystem = ({
  facts: { name, data_stream: stream },
  policy_id: id,
}: LintedIndex): boolean => name.startsWith('.') && stream === undefined && id === undefined;

const managedPart = async (readings: Readings, by: By, gaps: Gaps) => {
  const [found, listed, engine] = await Promise.all([
    gaps.around('The managed indices', () => readings.listManaged(by)),
    gaps.around('The policies', () => readings.findPolicies(by)),
    readEngineState(by.cluster),
  ]);
  if (found?.cut) gaps.sentences.push(CUT);
  gaps.sentences.push(...(listed?.unreadable ?? []));
  return { found, policies: listed?.policies, engine };
};

const read = async (readings: Readings, by: By, now: number): Promise<ForecastFacts> => {
  const gaps = new Gaps();
  const dialect = await gaps.around('Index State Management', () => readings.dialectOf(by.cluster));
  const unknown = gaps.sentences.length > 0;
  const [managed, found, disk] = await Promise.all([
    dialect ? managedPart(readings, by, gaps) : undefined,
    demandIndices(by.cluster, '*', gaps),
    readDisks(by.cluster),
  ]);
  const { found: listed, policies, engine } = managed ?? {};
  // One without the other says nothing of what is deleted.
  const known = listed && policies ? { managed: listed.indices, policies } : undefined;
  const managedByName = new Map((known?.managed ?? []).map((each) => [each.index, each]));
  const judged = found.map(linted(managedByName));
  const indices = judged.filter((index) => !isOfSystem(index));
  const versions = known ? withOutdated(known.managed, known.policies) : [];
  return {
    ...{ now, native: dialect ? nativeOf(dialect) : unknown ? 'unknown' : 'none' },
    ...{ indices, left_out: judged.length - indices.length },
    ...(engine ? { engine } : {}),
    ...(known ? { policies: known.policies.map(({ id, body }) => ({ id, body })) } : {}),
    outdated: versions.filter(({ outdated }) => outdated).length,
    ...(disk ? { disk } : {}),
    gaps: gaps.sentences,
  };
};

/**
 * Everything that a forecast of all indices rests on, as the caller may see it, read once for all who may see the same.
 * What is refused becomes a gap.
 *
 * @throws WatchkeeperError where not even the indices can be listed
 */
export const readForecastFacts = (
  readings: Readings,
  by: By,
  now: number
): Promise<ForecastFacts> => readings.forecastFacts(by, () => read(readings, by, now));
