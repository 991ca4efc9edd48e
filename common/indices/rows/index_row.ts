/** One index as the table shows it. Sizes are bytes, instants epoch milliseconds. */
export interface IndexRow {
  name: string;
  uuid: string;
  health: 'green' | 'yellow' | 'red' | 'unknown';
  status: 'open' | 'close';
  primaries: number;
  replicas: number;
  created_at: number;
  /** Absent where the index is closed. */
  docs?: number;
  deleted?: number;
  bytes?: number;
  primary_bytes?: number;
  hidden: boolean;
  aliases: readonly IndexAlias[];
  data_stream?: string;
  lifecycle?: IndexLifecycle;
}

export interface IndexAlias {
  name: string;
  is_write_index?: boolean;
}

/** What the cluster's own lifecycle management says of an index. */
export interface IndexLifecycle {
  policy_id: string;
  state?: string;
  action?: string;
  failed: boolean;
  completed: boolean;
  /** In words, as the engine says it. */
  message?: string;
}

/** All indices at one moment, shared by everybody who may see the same. */
export interface IndexListing {
  /** When the cluster was asked. */
  at: number;
  rows: readonly IndexRow[];
  /** What could not be read, each as a sentence: the rows lack it. */
  gaps: readonly string[];
}
