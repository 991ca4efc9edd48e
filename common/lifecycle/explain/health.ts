import { TRANSITION } from '../decide/cursor';
import type { ManagedIndex } from '../managed_index';
import { hasStopped, isFailing } from '../native/failure_class';

/** How a managed index is, the worst first. */
export const HEALTHS = [
  /** Failed for good: nothing goes on until somebody retries. */
  'failed',
  /** Its step failed, and the engine tries again by itself. */
  'retrying',
  /** Nobody looks at it, though its policy has not come to an end. */
  'disabled',
  'not_begun',
  'running',
  'waiting',
  /** The policy has done its work. */
  'completed',
] as const;
export type Health = (typeof HEALTHS)[number];

export const isHealth = (text: string): text is Health => HEALTHS.some((each) => each === text);

/** How an index is, by what the engine tells of it alone. */
export const healthOf = (managed: ManagedIndex): Health => {
  const { cursor, enabled } = managed;
  if (hasStopped(managed)) return 'failed';
  if (cursor?.completed) return 'completed';
  if (!enabled) return 'disabled';
  if (!cursor) return 'not_begun';
  if (isFailing(managed)) return 'retrying';
  const { action } = cursor;
  const waits = action?.step?.status === 'condition_not_met';
  return waits || action?.type === TRANSITION ? 'waiting' : 'running';
};
