/** What is known of an index at one moment. Instants are epoch milliseconds, sizes bytes. */
export interface IndexFacts {
  name: string;
  uuid: string;
  created_at: number;
  status: 'open' | 'close';
  /** Of the primaries. Absent where the index is closed, or does not answer. */
  docs?: number;
  primary_bytes?: number;
  /** The largest copy of a primary shard. */
  largest_shard_bytes?: number;
  primaries: number;
  replicas: number;
  aliases: readonly AliasFacts[];
  /** The data stream that it belongs to, and whether it is the one that is written to. */
  data_stream?: { name: string; is_write_index: boolean };
  /** The setting `plugins.index_state_management.rollover_alias`. */
  rollover_alias?: string;
  /** The setting `plugins.index_state_management.rollover_skip`. */
  rollover_skip?: boolean;
  /** When it was rolled over, by alias or data stream. */
  rollovers: ReadonlyArray<{ target: string; at: number }>;
}

export interface AliasFacts {
  name: string;
  /** Undefined: not said. Then it is the write index only where no other index has the alias. */
  is_write_index?: boolean;
  /** How many indices have the alias. */
  members: number;
}

/** What is known of the cluster. */
export interface ClusterFacts {
  red: boolean;
  /** The engine is turned off (`plugins.index_state_management.enabled`). */
  disabled?: boolean;
  /** `allow_running_on_red_cluster`. */
  runs_when_red?: boolean;
  /** `allow_list`; absent: every action is allowed. */
  allowed_actions?: readonly string[];
}
