import type { ManagedDetail } from '../../../../common/lifecycle/api';
import type { Cursor } from '../../../../common/lifecycle/decide/cursor';
import { populationOf } from '../../../../common/lifecycle/forecast/find_population';
import type { Policy } from '../../../../common/lifecycle/policy/policy';
import { simulateIndex } from '../../../../common/lifecycle/simulate/simulate_index';
import { NATIVE_TICKS, ticksEvery } from '../../../../common/lifecycle/simulate/timeline';
import type { Ticks, Timeline } from '../../../../common/lifecycle/simulate/timeline';

const DAY = 86_400_000;
/** How far it is looked ahead. */
export const AHEAD_DAYS = 730;

/** How often the engine looks at it. */
export const ticksOf = ({ engine }: ManagedDetail): Ticks =>
  engine ? ticksEvery(engine.every) : NATIVE_TICKS;

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
  detail: ManagedDetail,
  policy: Policy,
  hasStopped: boolean
): Timeline | undefined => {
  const { managed, facts, at } = detail;
  const { cursor, policy_id: id } = managed;
  if (!facts || cursor?.completed) return undefined;
  const stands = cursor && hasStopped ? retried(cursor) : cursor;
  const index = { facts, policy_id: id, ...(stands ? { cursor: stands } : {}) };
  const [member] = populationOf([index], () => ({ policy, policy_id: id }), at).members;
  const options = { now: at, horizon: at + AHEAD_DAYS * DAY, ticks: ticksOf(detail) };
  return member && simulateIndex(policy, member.index, options);
};
