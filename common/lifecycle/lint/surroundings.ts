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
  /** The setting, where it is one: such as `0-1`. */
  auto_expand_replicas?: string;
  /** It has a remote store, replication by segments and a search replica. */
  can_be_search_only?: boolean;
}

export interface NodeFacts {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** Bytes on its disks. */
  free_bytes?: number;
}

/** What the cluster is and has: some actions need more than the engine. */
export interface Capabilities {
  distribution: 'opensearch' | 'elasticsearch';
  version: string;
  /** Names of the plugins that any node has. */
  plugins: readonly string[];
  /** How many nodes can hold indices that stay in a repository. */
  search_nodes: number;
}

/** What whoever asks may do. Patterns of actions, with asterisks; groups of actions are taken apart. */
export interface Privileges {
  user: string;
  cluster: readonly string[];
  index: ReadonlyArray<{ patterns: readonly string[]; actions: readonly string[] }>;
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
    /** The ingest pipelines that every document goes through. */
    pipelines?: readonly string[];
  }>;
  /** Names of snapshot repositories. */
  repositories?: readonly string[];
  /** Ids of notification channels. */
  channels?: readonly string[];
  data_nodes?: readonly NodeFacts[];
  /** `snapshot.deny_list`. */
  denied_repositories?: readonly string[];
  /** `restricted_index_pattern`: a regular expression of names that no policy may manage. */
  restricted_pattern?: string;
  /** Names of ingest pipelines. */
  pipelines?: readonly string[];
  capabilities?: Capabilities;
  privileges?: Privileges;
}
