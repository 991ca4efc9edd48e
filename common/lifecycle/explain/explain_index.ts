import { checkRollover } from '../decide/check_rollover';
import type { ConditionCheck, TransitionCheck } from '../decide/check_conditions';
import { nextPlace, retryWait } from '../decide/decide';
import type { IndexFacts } from '../decide/facts';
import type { FailureClass, ManagedIndex } from '../managed_index';
import { failureClassOf } from '../native/failure_class';
import type { Action, Policy, State } from '../policy/policy';
import { NATIVE_TICKS } from '../simulate/timeline';
import type { Ticks } from '../simulate/timeline';
import { healthOf } from './health';
import type { Health } from './health';
import { transitionChecks } from './progress';
import type { Sentence } from '../../sentence';
import { failureSentence, situationSentence } from './situations';

/** Between two instants, epoch milliseconds. */
export interface Span {
  earliest: number;
  latest: number;
}

/** Why an index is where it is, and what comes next. */
export interface Explanation {
  health: Health;
  sentence: Sentence;
  /** The conditions of what it waits for: a rollover's, or those of its ways on. */
  conditions: readonly Waiting[];
  /** When the engine looks at it again; absent: not by itself. */
  next_check?: Span;
  failure?: Failure;
}

export interface Waiting {
  /** Where it leads; absent: it is the rollover. */
  to?: string;
  check: TransitionCheck | (ConditionCheck & { outcome?: undefined });
}

export interface Failure {
  class: FailureClass;
  /** Retries that it makes by itself; absent where its policy is not known. */
  retries?: { left: number; of: number };
}

export interface ExplainInput {
  managed: ManagedIndex;
  /** The copy that is applied to it; absent: not known. */
  policy?: Policy;
  /** Absent: only what the engine tells is known. */
  facts?: IndexFacts;
  now: number;
  ticks?: Ticks;
}

/** Where it stands in its policy, as far as that is known. */
export interface Standing {
  state?: State;
  /** What is being done, or comes next; absent: its transitions, or not known. */
  action?: Action;
}

export const standingOf = ({ cursor }: ManagedIndex, policy: Policy | undefined): Standing => {
  const name = cursor?.transition_to ?? cursor?.state ?? policy?.default_state;
  const state = policy?.states.find((each) => each.name === name);
  if (!state) return {};
  const begun = cursor?.transition_to === undefined ? cursor?.action : undefined;
  const action = state.actions.at(nextPlace(state, begun));
  return { state, ...(action && nextPlace(state, begun) < state.actions.length ? { action } : {}) };
};

/** By the facts where they are known, else as the engine measured them when it looked last. */
const rolloverChecks = (
  action: Action,
  { managed, facts, now }: ExplainInput
): ConditionCheck[] => {
  if (facts) {
    const check = checkRollover(action.params, facts, now);
    return 'conditions' in check ? check.conditions : [];
  }
  return [...(managed.conditions ?? [])];
};

const conditionsOf = (input: ExplainInput, standing: Standing, health: Health): Waiting[] => {
  const { managed, facts, now } = input;
  if (health === 'completed' || health === 'failed') return [];
  const type = standing.action?.type ?? managed.cursor?.action?.type;
  if (type === 'rollover') {
    const checks = standing.action ? rolloverChecks(standing.action, input) : managed.conditions;
    return (checks ?? []).map((check) => ({ check }));
  }
  if (standing.action || !standing.state || !managed.cursor) return [];
  const checks = transitionChecks(standing.state, managed, facts, now);
  return checks.map((check) => ({ to: check.to, check }));
};

const retryAt = ({ action }: Standing, { cursor }: ManagedIndex): number => {
  const { last_retry_at: last = 0, consumed_retries: consumed = 0 } = cursor?.action ?? {};
  return action && consumed > 0 ? last + retryWait(action.retry, consumed) : 0;
};

const nextCheck = (input: ExplainInput, standing: Standing, health: Health): Span | undefined => {
  if (['failed', 'completed', 'disabled'].includes(health)) return undefined;
  const { managed, now, ticks = NATIVE_TICKS } = input;
  const earliest = Math.max(now, retryAt(standing, managed));
  return { earliest, latest: earliest + ticks.longest };
};

const failureOf = ({ managed }: ExplainInput, { action }: Standing): Failure | undefined => {
  const found = failureClassOf(managed) ?? (managed.cursor?.failed ? 'other' : undefined);
  if (found === undefined) return undefined;
  const begun = managed.cursor?.action;
  if (!action || !begun || begun.type !== action.type) return { class: found };
  const { count } = action.retry;
  // A failure that is to be retried has counted that retry by now, though it is not made.
  const left = begun.failed ? 0 : Math.max(0, count - begun.consumed_retries + 1);
  return { class: found, retries: { left: Math.min(left, count), of: count } };
};

/**
 * Why a managed index is where it is, what it waits for, and when it is looked at again; or what failed. Pure: as true
 * as what is handed in, and silent about what is not.
 */
export const explainIndex = (input: ExplainInput): Explanation => {
  const { managed, policy } = input;
  const health = healthOf(managed);
  const standing = standingOf(managed, policy);
  const conditions = conditionsOf(input, standing, health);
  const next = nextCheck(input, standing, health);
  const failure = failureOf(input, standing);
  return {
    ...{ health, conditions },
    sentence: failure
      ? failureSentence(managed, failure.class)
      : situationSentence({ managed, standing, conditions, health }),
    ...(next ? { next_check: next } : {}),
    ...(failure ? { failure } : {}),
  };
};
