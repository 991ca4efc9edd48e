import { cronRhythm } from '../../monitors/rhythm';
import { isRecord } from '../../json/record';
import type { JsonObject } from '../../json/record';
import { parseByteSize } from '../units/byte_size';
import { parseTimeValue } from '../units/time_value';
import type { Transition } from '../policy/policy';
import { zoneOf } from '../conditions/cron_zone';
import type { IndexFacts } from './facts';

/** One condition against what is: numbers in milliseconds, bytes or documents. */
export interface ConditionCheck {
  name: string;
  met: boolean;
  current?: number;
  required?: number;
  /** When it will be met, where only time is lacking. */
  at?: number;
}

export type TransitionCheck =
  | { to: string; outcome: 'met' | 'not_met'; condition?: ConditionCheck }
  /** Source: a transition by rollover age fails the whole step for an index that was never rolled over. */
  | { to: string; outcome: 'failed'; reason: string };

export interface Moment {
  facts: IndexFacts;
  now: number;
  /** Since when the index is in its state, and since when its transitions are asked. */
  state_since: number;
  transition_since: number;
}

const aged = (name: string, since: number, text: unknown, now: number): ConditionCheck => {
  const required = parseTimeValue(String(text)) ?? Infinity;
  const current = now - since;
  return { name, met: current >= required, current, required, at: since + required };
};

const atLeast = (name: string, current: number | undefined, required: number): ConditionCheck => ({
  name,
  met: current !== undefined && current >= required,
  ...(current === undefined ? {} : { current }),
  required,
});

/** Undefined where the engine reads an expression or a zone that we cannot reckon with. */
const nextOf = (
  expression: string,
  zone: string | undefined,
  since: number
): number | undefined => {
  if (zone === undefined) return undefined;
  try {
    return cronRhythm(expression, zone).after(since);
  } catch {
    return undefined;
  }
};

const cronCheck = (value: unknown, { now, transition_since: since }: Moment): ConditionCheck => {
  const cron = isRecord(value) && isRecord(value.cron) ? value.cron : {};
  const { expression = '', timezone = 'UTC' } = cron;
  const at = nextOf(String(expression), zoneOf(timezone), since);
  return at === undefined ? { name: 'cron', met: false } : { name: 'cron', met: at <= now, at };
};

const NEVER_ROLLED =
  'The index was never rolled over, so its age since then cannot be told: the step fails.';

const checkOne = (name: string, value: unknown, moment: Moment): ConditionCheck | string => {
  const { facts, now } = moment;
  switch (name) {
    case 'min_index_age':
      return aged(name, facts.created_at, value, now);
    case 'min_state_age':
      return aged(name, moment.state_since, value, now);
    case 'min_rollover_age': {
      const times = facts.rollovers.map(({ at }) => at);
      return times.length === 0 ? NEVER_ROLLED : aged(name, Math.min(...times), value, now);
    }
    case 'min_doc_count':
      return atLeast(name, facts.docs, Number(value));
    case 'min_size':
      return atLeast(name, facts.primary_bytes, parseByteSize(String(value)) ?? Infinity);
    case 'cron':
      return cronCheck(value, moment);
    case 'no_alias':
      return { name, met: (facts.aliases.length === 0) === (value === true) };
    default:
      return { name, met: false };
  }
};

const named = (conditions: JsonObject): Array<[string, unknown]> =>
  Object.entries(conditions).filter(([, value]) => value !== null);

const checkTransition = (transition: Transition, moment: Moment): TransitionCheck => {
  const { state_name: to, conditions } = transition;
  if (!conditions) return { to, outcome: 'met' };
  const [first] = named(conditions);
  // An empty object of conditions is never met.
  if (first === undefined) return { to, outcome: 'not_met' };
  const condition = checkOne(first[0], first[1], moment);
  return typeof condition === 'string'
    ? { to, outcome: 'failed', reason: condition }
    : { to, outcome: condition.met ? 'met' : 'not_met', condition };
};

/** Every transition of a state, in order. The first that is met wins; one that fails fails them all. */
export const checkTransitions = (
  transitions: readonly Transition[],
  moment: Moment
): TransitionCheck[] => transitions.map((transition) => checkTransition(transition, moment));
