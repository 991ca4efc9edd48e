import type { Cursor } from '../decide/cursor';
import type { ClusterFacts, IndexFacts } from '../decide/facts';
import type { PolicyTemplate } from '../templates/resolve';

/** An index that the policy manages, or that its templates take in. */
export interface LintedIndex {
  facts: IndexFacts;
  cursor?: Cursor;
  /** The policy that manages it; absent: none does. */
  policy_id?: string;
  hidden?: boolean;
}

export interface NodeFacts {
  name: string;
  attributes: Readonly<Record<string, string>>;
}

/** What a policy is judged against. Every part may be unknown. */
export interface Surroundings {
  /** Epoch milliseconds. */
  now: number;
  /** The id of the policy, once it has one. */
  policy_id?: string;
  cluster?: ClusterFacts;
  indices?: readonly LintedIndex[];
  /** Templates of other policies. */
  templates?: readonly PolicyTemplate[];
  /** Patterns and aliases of index templates. */
  index_templates?: ReadonlyArray<{
    name: string;
    index_patterns: readonly string[];
    aliases: readonly string[];
  }>;
  /** Names of snapshot repositories. */
  repositories?: readonly string[];
  /** Ids of notification channels. */
  channels?: readonly string[];
  data_nodes?: readonly NodeFacts[];
  /** `snapshot.deny_list`. */
  denied_repositories?: readonly string[];
}
