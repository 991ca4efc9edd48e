import { phrase } from '../../phrase';
import { actionKind } from '../actions/registry';
import type { ConditionCheck, TransitionCheck } from '../decide/check_conditions';
import { TRANSITION } from '../decide/cursor';
import type { FailureClass, ManagedIndex } from '../managed_index';
import type { Standing, Waiting } from './explain_index';
import { FAILURE_WORDS } from './failures';
import type { Health } from './health';
import { rolloverProgress, transitionProgress } from './progress';
import { sentence } from '../../sentence';
import type { Sentence, SentenceValue } from '../../sentence';

interface Situation {
  managed: ManagedIndex;
  standing: Standing;
  conditions: readonly Waiting[];
  health: Health;
}

/** An action by its name for people. */
export const actionName = (type: string): SentenceValue => {
  if (type === TRANSITION) {
    return { label: phrase('watchkeeper.lifecycle.explain.transitionLabel', 'The transition') };
  }
  const label = actionKind(type)?.label;
  return label ? { label } : type;
};

const NOT_BEGUN = phrase(
  'watchkeeper.lifecycle.explain.notBegun',
  'The policy “{policy}” takes it in with the next check.'
);
const DISABLED = phrase(
  'watchkeeper.lifecycle.explain.disabled',
  'Index State Management does not look at it: its job is switched off before the policy has come to its end.'
);
const COMPLETED = phrase(
  'watchkeeper.lifecycle.explain.completed',
  'The policy has done its work; the index stays as it is.'
);
const RETRIED = phrase(
  'watchkeeper.lifecycle.explain.retried',
  'It was retried, and begins “{to}” anew with the next check.'
);
const ON_ITS_WAY = phrase(
  'watchkeeper.lifecycle.explain.onItsWay',
  'It is on its way to “{to}”, and gets there with the next check.'
);
const ENTERED = phrase(
  'watchkeeper.lifecycle.explain.entered',
  'It has come to “{state}”. Next comes {action}.'
);
const ARRIVED = phrase('watchkeeper.lifecycle.explain.arrived', 'It has come to “{state}”.');
const UNDER_WAY = phrase(
  'watchkeeper.lifecycle.explain.underWay',
  '{action} is under way in “{state}”.'
);
const DONE_NEXT = phrase(
  'watchkeeper.lifecycle.explain.doneNext',
  '{done} is done in “{state}”. Next comes {action}.'
);
const DONE = phrase(
  'watchkeeper.lifecycle.explain.done',
  '{done} is done in “{state}”. Next it looks where to go on.'
);
const ROLLS = phrase(
  'watchkeeper.lifecycle.explain.rolls',
  'It waits in “{state}” to be rolled over: {progress}.'
);
const ACTION_WAITS = phrase(
  'watchkeeper.lifecycle.explain.actionWaits',
  '{action} waits in “{state}”. The engine says: {said}'
);
const WAITS = phrase('watchkeeper.lifecycle.explain.waits', '{action} waits in “{state}”.');
const LOOKS = phrase(
  'watchkeeper.lifecycle.explain.looks',
  'It waits in “{state}” until it may go on.'
);
const ENDS = phrase(
  'watchkeeper.lifecycle.explain.ends',
  'It has come to the end of “{state}”: the policy is done with the next check.'
);

const isTransition = (check: Waiting['check']): check is TransitionCheck =>
  check.outcome !== undefined;

const timeOf = (check: TransitionCheck): number => {
  if (check.outcome === 'met') return -1;
  return check.outcome === 'not_met' ? (check.condition?.at ?? Infinity) : Infinity;
};

/** Of several ways on the one that comes first, as far as that is known; a failing one stops them all. */
const foremost = (checks: TransitionCheck[]): TransitionCheck | undefined =>
  checks.find(({ outcome }) => outcome === 'failed') ??
  checks.reduce<TransitionCheck | undefined>(
    (best, each) => (best && timeOf(best) <= timeOf(each) ? best : each),
    undefined
  );

const waitingSentence = ({ managed, standing, conditions }: Situation): Sentence => {
  const { action, state = '' } = managed.cursor ?? {};
  const type = standing.action?.type ?? action?.type ?? TRANSITION;
  if (type === 'rollover') {
    const progress = conditions.flatMap(({ check }) =>
      isTransition(check) ? [] : rolloverProgress(check as ConditionCheck)
    );
    if (progress.length > 0) return sentence(ROLLS, { state, progress: { any_of: progress } });
  }
  if (type === TRANSITION) {
    const best = foremost(conditions.flatMap(({ check }) => (isTransition(check) ? check : [])));
    if (best) return transitionProgress(best, state);
    const ends = standing.state?.transitions.length === 0;
    return sentence(ends ? ENDS : LOOKS, { state });
  }
  const values = { state, action: actionName(type) };
  return managed.message === undefined
    ? sentence(WAITS, values)
    : sentence(ACTION_WAITS, { ...values, said: managed.message });
};

const runningSentence = (situation: Situation): Sentence => {
  const { managed, standing } = situation;
  const { cursor } = managed;
  const { state = '', transition_to: to, action } = cursor ?? {};
  if (to !== undefined) {
    return sentence(/pending retry/i.test(managed.message ?? '') ? RETRIED : ON_ITS_WAY, { to });
  }
  const next = standing.action && actionName(standing.action.type);
  if (!action) {
    if (next) return sentence(ENTERED, { state, action: next });
    return standing.state ? waitingSentence(situation) : sentence(ARRIVED, { state });
  }
  const goesOn = standing.action?.type === action.type || !standing.state;
  if (goesOn) return sentence(UNDER_WAY, { state, action: actionName(action.type) });
  const done = actionName(action.type);
  return next
    ? sentence(DONE_NEXT, { state, done, action: next })
    : sentence(DONE, { state, done });
};

/** Why an index that does not fail is where it is. */
export const situationSentence = (situation: Situation): Sentence => {
  const { managed, health } = situation;
  switch (health) {
    case 'not_begun':
      return sentence(NOT_BEGUN, { policy: managed.policy_id });
    case 'disabled':
      return sentence(DISABLED);
    case 'completed':
      return sentence(COMPLETED);
    case 'waiting':
      return waitingSentence(situation);
    default:
      return runningSentence(situation);
  }
};

const FAILED = phrase(
  'watchkeeper.lifecycle.explain.failed',
  '{action} failed in “{state}”: {reason}.'
);
const STOPPED = phrase('watchkeeper.lifecycle.explain.stopped', 'It stopped: {reason}.');

const withoutStop = (text: string): string => text.replace(/[.\s]+$/, '');

/** What failed, in words. */
export const failureSentence = (managed: ManagedIndex, found: FailureClass): Sentence => {
  const { action, state = '' } = managed.cursor ?? {};
  const said = managed.message;
  const reason: SentenceValue =
    found === 'other' && said !== undefined
      ? withoutStop(said)
      : { label: FAILURE_WORDS[found].reason };
  if (!action) return sentence(STOPPED, { reason });
  const values = { state, reason, action: actionName(action.type) };
  return sentence(FAILED, values);
};
