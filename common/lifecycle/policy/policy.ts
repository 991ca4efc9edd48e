import type { JsonObject } from '../../json/record';
import type { Sentence } from '../../sentence';

/**
 * A policy of Index State Management (OpenSearch index-management, `Policy`, `State`, `Action`, `Transition`).
 *
 * This is a view: what is edited, stored and sent is the JSON document itself, so that fields and actions that we do not
 * know survive every round trip.
 */
export interface Policy {
  description: string;
  default_state: string;
  states: readonly State[];
  ism_template: readonly IsmTemplate[];
  error_notification?: JsonObject;
}

export interface State {
  name: string;
  actions: readonly Action[];
  transitions: readonly Transition[];
}

export interface Action {
  type: string;
  params: JsonObject;
  /** A duration, as written. */
  timeout?: string;
  retry: Retry;
}

export const BACKOFFS = ['exponential', 'constant', 'linear'] as const;
export type Backoff = (typeof BACKOFFS)[number];

export interface Retry {
  count: number;
  backoff: Backoff;
  /** A duration, as written. */
  delay: string;
}

/** What an action without `retry` has. */
export const DEFAULT_RETRY: Retry = { count: 3, backoff: 'exponential', delay: '1m' };

export interface Transition {
  state_name: string;
  /** Absent: at once. Empty: never. */
  conditions?: JsonObject;
}

export interface IsmTemplate {
  index_patterns: readonly string[];
  priority: number;
  /** Epoch milliseconds. Indices made before it are not attached. */
  last_updated_time?: number;
}

/** Where in the document something stands: names of members, and places in lists. */
export type Path = ReadonlyArray<string | number>;

export interface PolicyProblem {
  path: Path;
  /** In English. */
  message: string;
  /** The same for pages, where it can be said in other languages. */
  said?: Sentence;
}
