import type { ManagedDetail } from '../../../../common/lifecycle/api';
import type { Cursor } from '../../../../common/lifecycle/decide/cursor';
import type { Policy } from '../../../../common/lifecycle/policy/policy';
import type { Timeline } from '../../../../common/lifecycle/simulate/timeline';
import { followAll } from '../../simulation/simulated';

/** As it would stand after a retry: the same place, and nothing failed. */
const retried = ({ failed: _failed, action, ...cursor }: Cursor): Cursor => ({
  ...cursor,
  ...(action ? { action: { ...action, failed: false, consumed_retries: 0 } } : {}),
});

/**
 * What comes to the index, by the policy that it follows; of one that has stopped what would come if it were retried
 * now. Undefined where its facts are not known, or nothing comes.
 */
export const aheadOf = (
  { managed, facts, at }: ManagedDetail,
  policy: Policy,
  hasStopped: boolean
): Timeline | undefined => {
  const { cursor, policy_id: id } = managed;
  if (!facts || cursor?.completed) return undefined;
  const stands = cursor && hasStopped ? retried(cursor) : cursor;
  const index = { facts, policy_id: id, ...(stands ? { cursor: stands } : {}) };
  return followAll(policy, [index], id, at)[0]?.timeline;
};
