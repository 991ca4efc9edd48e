import type { Retry } from '../policy/policy';
import type { ActionCursor } from './cursor';

/** How a step ended. */
export type StepResult = 'completed' | 'condition_not_met' | 'failed';

/**
 * What is written before a step is done, so that a crash in it shows. Source: OpenSearch index-management,
 * `ManagedIndexRunner`.
 */
export const begin = (action: ActionCursor, step: string): ActionCursor => ({
  ...action,
  step: { name: step, status: 'starting' },
});

/**
 * What is written after it. A failure is tried again as often as the action says, and then stops the policy; a condition
 * that is not met yet uses none of that up.
 */
export const settle = (
  action: ActionCursor,
  result: StepResult,
  { count }: Pick<Retry, 'count'>,
  now: number
): ActionCursor => {
  const { step } = action;
  const settled = { ...action, ...(step ? { step: { ...step, status: result } } : {}) };
  if (result !== 'failed') return settled;
  return action.consumed_retries < count
    ? { ...settled, consumed_retries: action.consumed_retries + 1, last_retry_at: now }
    : { ...settled, failed: true };
};
