/**
 * Where an index stands in its policy. Source: OpenSearch index-management, `ManagedIndexMetaData`. Instants are epoch
 * milliseconds.
 */
export interface Cursor {
  /** The index that it belongs to: one that is made anew under the same name is another one. */
  index_uuid?: string;
  state: string;
  state_since: number;
  /** Where a transition leads that was decided and not yet entered. */
  transition_to?: string;
  /** Absent: the state has just been entered, or the last action has completed with none begun since. */
  action?: ActionCursor;
  /** Something outside of an action failed for good. */
  failed?: boolean;
  completed?: boolean;
  rolled_over?: boolean;
}

export interface ActionCursor {
  /** Its place in the state. Of the transitions it says nothing: they come after the last action. */
  place: number;
  type: string;
  since: number;
  /** The step that was begun last; absent: none. */
  step?: { name: string; status: StepStatus };
  failed: boolean;
  consumed_retries: number;
  last_retry_at?: number;
}

export type StepStatus = 'starting' | 'condition_not_met' | 'failed' | 'completed' | 'timed_out';

/** The type of what comes after the last action. */
export const TRANSITION = 'transition';
