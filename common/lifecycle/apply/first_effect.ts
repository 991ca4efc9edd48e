import { actionKind } from '../actions/registry';
import { checkRollover } from '../decide/check_rollover';
import type { RolloverFailure } from '../decide/check_rollover';
import type { LintedIndex } from '../lint/surroundings';
import type { Policy } from '../policy/policy';
import type { SimulatedIndex } from '../simulate/timeline';
import { walk } from '../simulate/walk';
import type { Walked } from '../simulate/walk';

/**
 * What counts as at once, milliseconds: an engine looks at an index every few minutes and takes one step each time, so
 * that whatever waits for nothing is through within the hour.
 */
export const AT_ONCE_MS = 3_600_000;

/** Why a policy cannot be applied to an index. Source: index-management, `TransportAddPolicyAction`. */
export type Obstacle = 'closed' | 'restricted' | 'same_policy' | 'other_policy';

/** What the first hour under a policy does to an index. */
export type FirstEffect =
  | { kind: 'not_applied'; why: Obstacle; policy_id?: string }
  /** `through`: the states on the way, the first one included. */
  | { kind: 'deleted'; through: readonly string[] }
  /** It stops there, and somebody has to mend it. */
  | { kind: 'fails'; state: string; action?: string; reason: string; rollover?: RolloverFailure }
  /** `actions`: the types of what is done to it on the way. */
  | { kind: 'stays'; state: string; actions: readonly string[] }
  | { kind: 'completes'; state: string; actions: readonly string[] }
  | { kind: 'cycles'; state: string }
  /** It comes to an action that only the engine knows. */
  | { kind: 'unknown'; state: string; action: string };

/** The default of `restricted_index_pattern`; the engine matches the whole name. */
const RESTRICTED = /^(?:\.opendistro_security|\.kibana.*|\.opendistro-ism-config)$/;

export const isRestricted = (name: string): boolean => RESTRICTED.test(name);

const obstacle = (
  { facts: { name, status }, policy_id: managedBy }: LintedIndex,
  policyId: string
): FirstEffect | undefined => {
  const blocked = (why: Obstacle): FirstEffect => ({
    ...{ kind: 'not_applied', why },
    ...(managedBy === undefined ? {} : { policy_id: managedBy }),
  });
  if (managedBy !== undefined) {
    return blocked(managedBy === policyId ? 'same_policy' : 'other_policy');
  }
  if (isRestricted(name)) return blocked('restricted');
  return status === 'close' ? blocked('closed') : undefined;
};

/** An engine that takes no time, and gives up at once: what is left is what does not have to wait. */
const NO_TIME = { tick: 0, docs_per_day: 0, bytes_per_day: 0 };

const withoutRetries = (policy: Policy): Policy => ({
  ...policy,
  states: policy.states.map((state) => ({
    ...state,
    actions: state.actions.map((action) => ({ ...action, retry: { ...action.retry, count: 0 } })),
  })),
});

/** What happens to an index within the hour. */
export const walkAtOnce = (policy: Policy, index: SimulatedIndex, now: number): Walked =>
  walk(withoutRetries(policy), index, NO_TIME, now, now + AT_ONCE_MS);

/** The states that it went through; the last is where it is. */
const statesOf = (policy: Policy, { events }: Walked): string[] => [
  policy.default_state,
  ...events.flatMap(({ kind, to }) => (kind === 'transition' && to !== undefined ? [to] : [])),
];

/** Why the first rollover fails, in a word; undefined where something else does. */
const rolloverFault = (policy: Policy, { facts }: LintedIndex, now: number) => {
  const actions = policy.states.flatMap((state) => state.actions);
  const rollover = actions.find(({ type }) => type === 'rollover');
  const check = rollover && checkRollover(rollover.params, facts, now);
  return check?.outcome === 'failed' ? check.reason : undefined;
};

/** A rollover that has been done, or is skipped, does nothing. */
const actionsOf = ({ events }: Walked, { facts }: LintedIndex): string[] => {
  const target = facts.data_stream?.name ?? facts.rollover_alias;
  const isRolled = facts.rollover_skip || facts.rollovers.some((each) => each.target === target);
  return events.flatMap(({ kind, action }) =>
    kind === 'action' && action !== undefined && !(action === 'rollover' && isRolled)
      ? [action]
      : []
  );
};

/** The action that it has come to, where it waits for one. */
const comesTo = (policy: Policy, walked: Walked): string | undefined => {
  const place = walked.events.reduce(
    (done, { kind }) => (kind === 'transition' ? 0 : done + (kind === 'action' ? 1 : 0)),
    0
  );
  const name = statesOf(policy, walked).slice(-1)[0];
  return policy.states.find((state) => state.name === name)?.actions.at(place)?.type;
};

/** The cluster keeps the index that a data stream writes to. Source: OpenSearch, `MetadataDeleteIndexService`. */
export const isKept = ({ facts }: Pick<LintedIndex, 'facts'>): boolean =>
  facts.data_stream?.is_write_index === true;

const effectOf = (policy: Policy, index: LintedIndex, walked: Walked, now: number): FirstEffect => {
  const through = statesOf(policy, walked);
  const [state] = through.slice(-1);
  const last = walked.events[walked.events.length - 1];
  const actions = actionsOf(walked, index);
  switch (walked.end) {
    case 'deleted': {
      if (!isKept(index)) return { kind: 'deleted', through };
      const reason = `The data stream ${index.facts.data_stream?.name} writes to it: the cluster does not delete it.`;
      return { kind: 'fails', state, action: 'delete', reason };
    }
    case 'failed': {
      const { action, reason = '' } = last ?? {};
      const rollover = action === 'rollover' ? rolloverFault(policy, index, now) : undefined;
      return {
        ...{ kind: 'fails', state, reason },
        ...(action === undefined ? {} : { action }),
        ...(rollover === undefined ? {} : { rollover }),
      };
    }
    case 'completed':
      return { kind: 'completes', state, actions };
    case 'cycle':
      return { kind: 'cycles', state };
    default: {
      const next = comesTo(policy, walked);
      return next === undefined || actionKind(next)
        ? { kind: 'stays', state, actions }
        : { kind: 'unknown', state, action: next };
    }
  }
};

/**
 * What becomes of an index within the first hour, if the policy were applied to it now; by the same walk that simulates
 * its whole life.
 *
 * @param now epoch milliseconds
 */
export const firstEffect = (
  policy: Policy,
  policyId: string,
  index: LintedIndex,
  now: number
): FirstEffect => {
  const blocked = obstacle(index, policyId);
  if (blocked) return blocked;
  const walked = walkAtOnce(policy, { facts: index.facts, written: true }, now);
  return effectOf(policy, index, walked, now);
};
