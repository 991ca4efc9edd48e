import type { ConditionCheck } from './decide/check_conditions';
import type { Cursor } from './decide/cursor';

/** An index that a policy manages, as far as the engine tells. Instants are epoch milliseconds. */
export interface ManagedIndex {
  index: string;
  uuid: string;
  policy_id: string;
  /** Absent: it has not begun. */
  cursor?: Cursor;
  enabled: boolean;
  /** The version of the policy that is applied, and whether there is a newer one. */
  policy_version?: { seq_no: number; primary_term: number };
  outdated?: boolean;
  /** What the engine says of its last step. */
  message?: string;
  cause?: string;
  /** What its rollover waits for, as the engine measured it when it looked last. */
  conditions?: readonly ConditionCheck[];
  /** Whether it belongs to a data stream, and when it was made. */
  data_stream?: string;
  created_at?: number;
  /** A change of policy that waits for the next transition. */
  changes_to?: { policy_id: string; state?: string };
}

/** Failures that are mended in the same way. */
export const FAILURE_CLASSES = [
  'no_rollover_alias',
  'not_write_index',
  'index_exists',
  'never_rolled_over',
  'repository',
  'permission',
  'version_conflict',
  'interrupted',
  'timed_out',
  'snapshot',
  'shrink',
  'no_state',
  'notification',
  'other',
] as const;
export type FailureClass = (typeof FAILURE_CLASSES)[number];
