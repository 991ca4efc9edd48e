/** What is known of the cluster where a task is to begin. Read as the one who begins it. */

export interface SourceFacts {
  name: string;
  uuid: string;
  status: 'open' | 'close';
  health: 'green' | 'yellow' | 'red' | 'unknown';
  primaries: number;
  replicas: number;
  /** Absent where the index is closed. */
  docs?: number;
  primary_bytes?: number;
  data_stream?: string;
  /** An alias or a data stream is written through it. */
  is_written: boolean;
  /** Flat: `index.blocks.write`. */
  settings: Readonly<Record<string, unknown>>;
  mappings: Readonly<Record<string, unknown>>;
}

export interface NodeFacts {
  name: string;
  free_bytes: number;
}

export interface ShardFacts {
  index: string;
  shard: number;
  node: string;
}

/** What a rollover would do, as the cluster says when asked without doing it. */
export interface RolloverFacts {
  is: 'alias' | 'data_stream';
  /** Indices behind it; `write` where one is marked. */
  indices: ReadonlyArray<{ name: string; is_write_index?: boolean }>;
  /** The name with which the index was asked for: with date math, the next one is reckoned from it. */
  provided_name?: string;
  old_index?: string;
  new_index?: string;
  /** Why it refuses. */
  refused?: string;
}

export interface TaskFacts {
  sources: readonly SourceFacts[];
  /** Of those that were named. */
  missing: readonly string[];
  /** What bears the name of the target. */
  target?: 'index' | 'alias' | 'data_stream';
  target_blocked?: boolean;
  /** Data nodes; absent where they may not be read. */
  nodes?: readonly NodeFacts[];
  /** Started copies of the sources; absent where they may not be read. */
  shards?: readonly ShardFacts[];
  rollover?: RolloverFacts;
  /** What the cluster says against the query. */
  query_refused?: string;
  /** Documents that would be copied; absent where they cannot be counted. */
  matching?: number;
  pipeline_missing?: boolean;
  /** What could not be read, each as a sentence. */
  gaps: readonly string[];
}

/** Something that speaks against a task, or that is to be known before it begins. */
export interface TaskFinding {
  /** `error`: it is not begun. */
  severity: 'error' | 'warning' | 'info';
  /** Dotted path into the task's description; absent where it is about the whole. */
  field?: string;
  message: string;
}
