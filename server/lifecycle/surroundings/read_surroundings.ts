import type {
  AskSurroundings,
  PolicyRecord,
  SurroundingsAnswer,
} from '../../../common/lifecycle/api';
import type { LintedIndex } from '../../../common/lifecycle/lint/surroundings';
import type { ManagedIndex } from '../../../common/lifecycle/managed_index';
import { readPolicy } from '../../../common/lifecycle/policy/read_policy';
import { takesIn } from '../../../common/lifecycle/templates/patterns';
import type { PolicyTemplate } from '../../../common/lifecycle/templates/resolve';
import { Gaps } from '../readings';
import type { By, Readings } from '../readings';
import { readClusterPart } from './read_cluster';
import { readIndices } from './read_indices';
import type { FoundIndex } from './read_indices';

/** What a path may hold of names; longer than this, all indices are listed and chosen from. */
const MOST_NAMES = 3000;

const templatesOfOthers = (
  policies: readonly PolicyRecord[],
  own: string | undefined
): PolicyTemplate[] =>
  policies
    .filter(({ id }) => id !== own)
    .flatMap(({ id, body }) =>
      readPolicy(body).ism_template.map((template) => ({ policy_id: id, ...template }))
    );

/** What the index matches by: the cluster resolves patterns, exclusions and data streams by itself. */
export const targetOf = (names: readonly string[]): string => {
  const target = names.map(encodeURIComponent).join(',');
  return target.length > MOST_NAMES ? '*' : target;
};

export const linted =
  (managed: ReadonlyMap<string, ManagedIndex>) =>
  ({ facts, ...found }: FoundIndex): LintedIndex => {
    const known = managed.get(facts.name);
    const { hidden, auto_expand_replicas: range, can_be_search_only: searchOnly } = found;
    return {
      facts,
      ...(range === undefined ? {} : { auto_expand_replicas: range }),
      ...(searchOnly === undefined ? {} : { can_be_search_only: searchOnly }),
      ...(known?.cursor ? { cursor: known.cursor } : {}),
      ...(known ? { policy_id: known.policy_id } : {}),
      ...(hidden ? { hidden } : {}),
    };
  };

/**
 * What a policy is linted and simulated against, as the caller may see it. What is refused becomes a gap; a cluster
 * without an engine has all the rest.
 */
export const readSurroundings = async (
  readings: Readings,
  by: By,
  { policy_id: id, patterns }: AskSurroundings,
  now: number
): Promise<SurroundingsAnswer> => {
  const gaps = new Gaps();
  const dialect = await gaps.around('Index State Management', () => readings.dialectOf(by.cluster));
  const [found, policies, cluster] = await Promise.all([
    dialect && gaps.around('The managed indices', () => readings.listManaged(by)),
    dialect && gaps.around('The other policies', () => readings.listPolicies(by)),
    readClusterPart(by, gaps),
  ]);
  const managed = new Map((found?.indices ?? []).map((each) => [each.index, each]));
  const own = [...managed.values()].filter(({ policy_id: policy }) => policy === id);
  const indices = await indicesFor(by, patterns, new Set(own.map(({ index }) => index)), gaps);
  return {
    now,
    ...(id === undefined ? {} : { policy_id: id }),
    ...cluster,
    ...(indices ? { indices: indices.map(linted(managed)) } : {}),
    ...(policies ? { templates: templatesOfOthers(policies, id) } : {}),
    gaps: gaps.sentences,
  };
};

const indicesFor = async (
  { cluster }: By,
  patterns: readonly string[],
  own: ReadonlySet<string>,
  gaps: Gaps
): Promise<FoundIndex[] | undefined> => {
  // An exclusion in front would take from everything.
  const included = patterns.filter((pattern) => !pattern.startsWith('-'));
  const names = [...included, ...own];
  if (names.length === 0) return [];
  const found = await readIndices(cluster, targetOf(names), gaps);
  // As the engine matches: what belongs to a data stream by the name of that.
  return found?.filter(
    ({ facts: { name, data_stream: stream } }) =>
      own.has(name) || patterns.includes(name) || takesIn(patterns, stream?.name ?? name)
  );
};
