import type { FailureClass } from '../../lifecycle/managed_index';

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
  /** Absent where no policy manages it, and where that is not known: see `IndexListing.has_lifecycle`. */
  lifecycle?: IndexLifecycle;
  /** Not of the cluster: `withGrowth` works it out of all rows together. */
  growth?: Growth;
}

/** Per day of 24 hours. */
export interface Growth {
  bytes: number;
  docs: number;
}

export interface IndexAlias {
  name: string;
  is_write_index?: boolean;
}

/** What the cluster's own lifecycle management says of an index. */
export interface IndexLifecycle {
  policy_id: string;
  /** While it goes over to another state: that one. */
  state?: string;
  action?: string;
  /** Its last step failed: for good, or with retries left. */
  failed: boolean;
  /** The engine tries again by itself. */
  retrying?: boolean;
  completed: boolean;
  failure?: FailureClass;
  /** In words, as the engine says it. */
  message?: string;
}

/** All indices at one moment, shared by everybody who may see the same. */
export interface IndexListing {
  /** When the cluster was asked. */
  at: number;
  rows: readonly IndexRow[];
  /** The rows know their policies: one without has none. Not so without Index State Management, or where it refused. */
  has_lifecycle?: boolean;
  /** What could not be read, each as a sentence: the rows lack it. */
  gaps: readonly string[];
}
