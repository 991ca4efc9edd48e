import { actionKind } from '../actions/registry';
import type { Step } from '../actions/action_kind';
import { parseTimeValue } from '../units/time_value';
import type { Action, Policy, Retry, State } from '../policy/policy';
import { checkTransitions } from './check_conditions';
import type { TransitionCheck } from './check_conditions';
import { TRANSITION } from './cursor';
import type { ActionCursor, Cursor } from './cursor';
import type { ClusterFacts, IndexFacts } from './facts';

/** What one tick of one managed index does. */
export type Decision =
  /** Nothing, and nothing is written. */
  | { kind: 'skip'; reason: 'red_cluster' | 'other_index' }
  | { kind: 'initialize'; state: string }
  /** The job is disabled: only a person sets it going again. */
  | { kind: 'rest'; reason: 'completed' | 'failed' | 'disabled' }
  /** What the index follows and what is written down of it are not of one version: it fails. */
  | { kind: 'broken'; reason: 'other_version' }
  | { kind: 'broken'; reason: 'no_such_state'; state: string }
  | { kind: 'timed_out'; action: Place }
  /** Another policy takes over; that is all that this tick does. */
  | { kind: 'change_policy' }
  | { kind: 'back_off'; action: Place; until: number }
  /** It may have been done already, and doing it twice would do harm. */
  | { kind: 'interrupted'; action: Place; step: string }
  | { kind: 'not_allowed'; action: Place }
  | { kind: 'run'; action: Place; step: Step; params: Action['params'] }
  | { kind: 'transition'; checks: TransitionCheck[]; outcome: TransitionOutcome };

export interface Place {
  state: string;
  place: number;
  type: string;
}

export type TransitionOutcome =
  | { kind: 'move'; to: string }
  | { kind: 'wait' }
  | { kind: 'failed'; reason: string }
  /** The state leads nowhere: the policy has done its work. */
  | { kind: 'complete' };

export interface DecideInput {
  policy: Policy;
  /** Absent: the index has only just been attached. */
  cursor?: Cursor;
  facts: IndexFacts;
  cluster: ClusterFacts;
  now: number;
  /** A change of policy that was asked for; a safe one need not wait for the transitions. */
  pending_change?: { is_safe: boolean };
  /** The policy that the index follows is not of the version that the cursor was written under. */
  other_version?: boolean;
}

/** While the cluster is red, and the cluster lets these: whatever makes it no worse. Source: index-management 3.9. */
const RUN_WHEN_RED = new Set([
  ...['delete', 'close', 'read_only', 'notification', 'index_priority', 'alias'],
  ...['stop_replication', 'search_only', TRANSITION],
]);

/** Milliseconds between a failure and the next attempt. Source: index-management, `ActionRetry`. */
export const retryWait = ({ backoff, delay }: Retry, consumed: number): number => {
  const wait = parseTimeValue(delay) ?? 0;
  switch (backoff) {
    case 'exponential':
      return wait * 2 ** (consumed - 1);
    case 'constant':
      return wait;
    case 'linear':
      return wait * consumed;
  }
};

/** What is to be done next in a state: an action, or after the last its transitions. */
interface Next {
  place: Place;
  action?: Action;
  /** What is known of it; absent where it has not begun. */
  cursor?: ActionCursor;
}

const isOver = ({ type, step }: ActionCursor): boolean => {
  const last = actionKind(type)?.steps.slice(-1)[0];
  return step?.status === 'completed' && (last === undefined || step.name === last.name);
};

const goesOn = (cursor: ActionCursor): boolean => cursor.type === TRANSITION || !isOver(cursor);

/**
 * The place in its state of what is to be done next; the transitions come after the last action, wherever the engine
 * says that they stand (Index State Management: at -1).
 */
export const nextPlace = ({ actions }: State, cursor: ActionCursor | undefined): number => {
  if (cursor === undefined) return 0;
  if (cursor.type === TRANSITION) return actions.length;
  return goesOn(cursor) ? cursor.place : cursor.place + 1;
};

const nextIn = (state: State, cursor: ActionCursor | undefined): Next => {
  const place = nextPlace(state, cursor);
  const action = state.actions.at(place);
  const type = action?.type ?? TRANSITION;
  return {
    place: { state: state.name, place, type },
    ...(action ? { action } : {}),
    ...(cursor && goesOn(cursor) ? { cursor } : {}),
  };
};

/** The step that comes after the one that was begun last: the same again, unless that completed. */
const nextStep = (action: Action, cursor: ActionCursor | undefined): Step => {
  const steps = actionKind(action.type)?.steps ?? [];
  const fallback: Step = { name: action.type, idempotent: false };
  const at = steps.findIndex(({ name }) => name === cursor?.step?.name);
  if (at < 0) return steps[0] ?? fallback;
  return steps[cursor?.step?.status === 'completed' ? at + 1 : at] ?? steps[at];
};

const timedOut = ({ action, cursor }: Next, now: number): boolean => {
  const limit = action?.timeout === undefined ? undefined : parseTimeValue(action.timeout);
  return limit !== undefined && cursor !== undefined && now - cursor.since > limit;
};

const backsOffUntil = ({ action, cursor }: Next): number | undefined => {
  if (!action || !cursor || cursor.consumed_retries === 0) return undefined;
  const { last_retry_at: last = 0, consumed_retries: consumed } = cursor;
  return last + retryWait(action.retry, consumed);
};

const isAllowed = ({ place, cursor }: Next, { allowed_actions: allowed }: ClusterFacts): boolean =>
  place.type === TRANSITION || cursor !== undefined || (allowed?.includes(place.type) ?? true);

const outcomeOf = (state: State, checks: TransitionCheck[]): TransitionOutcome => {
  if (state.transitions.length === 0) return { kind: 'complete' };
  const fault = checks.find((check) => check.outcome === 'failed');
  if (fault?.outcome === 'failed') return { kind: 'failed', reason: fault.reason };
  const met = checks.find(({ outcome }) => outcome === 'met');
  return met ? { kind: 'move', to: met.to } : { kind: 'wait' };
};

const transition = (state: State, cursor: Cursor, next: Next, input: DecideInput): Decision => {
  const { facts, now } = input;
  const since = next.cursor?.since ?? now;
  const checks = checkTransitions(state.transitions, {
    ...{ facts, now, state_since: cursor.state_since, transition_since: since },
  });
  return { kind: 'transition', checks, outcome: outcomeOf(state, checks) };
};

/** Everything may be stopped at, but the wait for a merge. */
const NEVER_STOPPED = 'wait_for_force_merge';

const isStopped = (next: Next, { cluster }: DecideInput): boolean =>
  cluster.disabled === true &&
  !(next.action && nextStep(next.action, next.cursor).name === NEVER_STOPPED);

const isTaken = ({ action }: Next, { pending_change: pending }: DecideInput): boolean =>
  pending !== undefined && (pending.is_safe || action === undefined);

/** The checks before anything is done, in the order of ISM; undefined: it may go on. */
const heldBack = (next: Next, input: DecideInput): Decision | undefined => {
  const { cluster, now } = input;
  const { place: action } = next;
  if (isStopped(next, input)) return { kind: 'rest', reason: 'disabled' };
  if (timedOut(next, now)) return { kind: 'timed_out', action };
  if (isTaken(next, input)) return { kind: 'change_policy' };
  const until = backsOffUntil(next);
  if (until !== undefined && until > now) return { kind: 'back_off', action, until };
  const begun = next.cursor?.step;
  if (begun?.status === 'starting' && next.action) {
    const steps = actionKind(next.action.type)?.steps ?? [];
    const step = steps.find(({ name }) => name === begun.name);
    if (!step?.idempotent) return { kind: 'interrupted', action, step: begun.name };
  }
  return isAllowed(next, cluster) ? undefined : { kind: 'not_allowed', action };
};

/**
 * What the next tick does. Pure: the executor, the explanation, the simulation and the forecast all ask this.
 * Source of the order: OpenSearch index-management, `ManagedIndexRunner`.
 */
export const decide = (input: DecideInput): Decision => {
  const { policy, cursor, cluster, facts } = input;
  if (cluster.red && !cluster.runs_when_red) return { kind: 'skip', reason: 'red_cluster' };
  if ((cursor?.index_uuid ?? facts.uuid) !== facts.uuid) {
    return { kind: 'skip', reason: 'other_index' };
  }
  if (!cursor) return { kind: 'initialize', state: policy.default_state };
  if (cursor.completed) return { kind: 'rest', reason: 'completed' };
  if (cursor.failed || cursor.action?.failed) return { kind: 'rest', reason: 'failed' };
  if (input.other_version) return { kind: 'broken', reason: 'other_version' };
  const name = cursor.transition_to ?? cursor.state;
  const state = policy.states.find((each) => each.name === name);
  if (!state) return { kind: 'broken', reason: 'no_such_state', state: name };
  const next = nextIn(state, cursor.transition_to === undefined ? cursor.action : undefined);
  if (cluster.red && !RUN_WHEN_RED.has(next.place.type)) {
    return { kind: 'skip', reason: 'red_cluster' };
  }
  const held = heldBack(next, input);
  if (held) return held;
  if (!next.action) return transition(state, cursor, next, input);
  const { params } = next.action;
  return { kind: 'run', action: next.place, step: nextStep(next.action, next.cursor), params };
};
