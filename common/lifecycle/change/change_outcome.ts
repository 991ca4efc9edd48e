import type { ManagedIndex } from '../managed_index';
import { hasStopped } from '../native/failure_class';
import type { Policy, State } from '../policy/policy';

/**
 * When a changed policy comes to hold for an index. Source: index-management, `Policy.isSafeToChange`,
 * `TransportChangePolicyAction` and `ManagedIndexRunner`.
 */
export type ChangeOutcome =
  /** With the next look that the engine takes at it. */
  | { kind: 'at_once' }
  /** Once it leaves the state that it is in. */
  | { kind: 'next_transition'; why: LaterReason }
  /** Not by a change alone. */
  | { kind: 'stuck'; why: StuckReason };

/** `state_given`: the change names a state; `unknown`: the copy of the policy that it follows cannot be read. */
export type LaterReason = 'state_given' | 'no_such_state' | 'other_actions' | 'unknown';

/**
 * `transitioning`: the engine refuses it until the transition is through. `failed`: it takes it, and does nothing until
 * it is retried. `completed`: it takes it, and never looks at the index again.
 */
export type StuckReason = 'transitioning' | 'failed' | 'completed';

const stateOf = ({ states }: Policy, name: string): State | undefined =>
  states.find((state) => state.name === name);

const sameActions = (one: State, other: State): boolean =>
  one.actions.length === other.actions.length &&
  one.actions.every(({ type }, place) => type === other.actions[place].type);

const later = (
  name: string,
  applied: Policy | undefined,
  next: Policy,
  state: string | undefined
): LaterReason | undefined => {
  if (state !== undefined) return 'state_given';
  const there = stateOf(next, name);
  if (!there) return 'no_such_state';
  const here = applied && stateOf(applied, name);
  if (!here) return 'unknown';
  return sameActions(here, there) ? undefined : 'other_actions';
};

/**
 * @param applied the copy of the policy that the index follows; undefined: not known
 * @param next the policy as it would be
 * @param state where it is to begin; undefined: in the state of the same name
 */
export const changeOutcome = (
  index: ManagedIndex,
  applied: Policy | undefined,
  next: Policy,
  state?: string
): ChangeOutcome => {
  const { cursor } = index;
  if (!cursor) return { kind: 'at_once' };
  if (cursor.completed) return { kind: 'stuck', why: 'completed' };
  if (cursor.transition_to !== undefined) return { kind: 'stuck', why: 'transitioning' };
  if (hasStopped(index)) return { kind: 'stuck', why: 'failed' };
  const why = later(cursor.state, applied, next, state);
  return why === undefined ? { kind: 'at_once' } : { kind: 'next_transition', why };
};

/** Names the copy that an index follows: all indices of one follow the same. */
export const appliedKey = ({ policy_id: id, policy_version: version }: ManagedIndex): string =>
  JSON.stringify([id, version?.seq_no ?? null, version?.primary_term ?? null]);
