import { WatchkeeperError } from '../../common/errors';
import { isRecord } from '../../common/json/record';
import type { ManagedDetail, PolicyRecord } from '../../common/lifecycle/api';
import { readExplain } from '../../common/lifecycle/native/read_explain';
import { withOutdated } from '../../common/lifecycle/policies_page';
import type { Cluster } from '../cluster/types';
import { ISM_TIMEOUT } from './native/dialect';
import type { Dialect } from './native/dialect';
import { readEngineState } from './native/read_engine_state';
import { getPolicy } from './native/policies';
import { Gaps } from './readings';
import type { By, Readings } from './readings';
import { readIndices } from './surroundings/read_indices';

type Entry = Record<string, unknown>;

/** What explain refuses an index with that is not there. Source: answers of OpenSearch 3.4. */
const NOT_THERE = [400, 404];

/** What the engine tells of one index, with the copy of the policy that it follows; undefined: nothing. */
export const explained = async (
  cluster: Cluster,
  dialect: Dialect,
  index: string
): Promise<Entry | undefined> => {
  const { status, body } = await cluster.request<Entry>(
    {
      ...{ method: 'GET', path: `${dialect}/explain/${encodeURIComponent(index)}` },
      query: { show_policy: true },
    },
    { ignore: NOT_THERE, timeoutMs: ISM_TIMEOUT }
  );
  const entry = status === 200 ? body[index] : undefined;
  return isRecord(entry) ? entry : undefined;
};

/** The policy as it is stored now; one that was deleted lives on in the copies that its indices have. */
const storedPolicy = async (
  cluster: Cluster,
  dialect: Dialect,
  id: string,
  gaps: Gaps
): Promise<PolicyRecord | undefined> =>
  gaps.around(`The policy ${id} as it is stored`, async () => {
    try {
      return await getPolicy(cluster, dialect, id);
    } catch (error) {
      if (!(error instanceof WatchkeeperError) || error.code !== 'not_found') throw error;
      gaps.sentences.push(
        `There is no policy ${id} any more: the index goes on by the copy that it has. Change its policy, or remove it.`
      );
      return undefined;
    }
  });

/**
 * One managed index with all that explains it, as the caller may see it.
 *
 * @throws WatchkeeperError `not_found` where no policy manages an index of this name
 */
export const managedDetail = async (
  readings: Readings,
  { cluster }: By,
  index: string,
  now: number
): Promise<ManagedDetail> => {
  const dialect = await readings.demandDialect(cluster);
  const entry = await explained(cluster, dialect, index);
  const managed = readExplain(index, entry);
  if (!managed) {
    throw new WatchkeeperError(
      'not_found',
      `No policy manages an index ${index} that you may see.`
    );
  }
  const gaps = new Gaps();
  const [stored, found, engine] = await Promise.all([
    storedPolicy(cluster, dialect, managed.policy_id, gaps),
    readIndices(cluster, encodeURIComponent(index), gaps),
    readEngineState(cluster),
  ]);
  const facts = found?.find((each) => each.facts.name === index)?.facts;
  const { policy: applied, ...raw } = entry ?? {};
  const [told] = withOutdated([managed], stored ? [stored] : []);
  const stream = facts?.data_stream?.name;
  return {
    at: now,
    managed: stream === undefined ? told : { ...told, data_stream: stream },
    raw,
    ...(isRecord(applied) ? { applied } : {}),
    ...(stored ? { stored } : {}),
    ...(facts ? { facts } : {}),
    ...(engine ? { engine } : {}),
    gaps: gaps.sentences,
  };
};
