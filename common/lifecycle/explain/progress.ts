import { phrase } from '../../phrase';
import { checkTransitions } from '../decide/check_conditions';
import type { ConditionCheck, TransitionCheck } from '../decide/check_conditions';
import { TRANSITION } from '../decide/cursor';
import type { IndexFacts } from '../decide/facts';
import type { ManagedIndex } from '../managed_index';
import type { State, Transition } from '../policy/policy';
import { parseByteSize } from '../units/byte_size';
import { parseTimeValue } from '../units/time_value';
import { sentence } from '../../sentence';
import type { Sentence, SentenceValue } from '../../sentence';

/** Told by what the engine knows of the index, and by no more. */
const BY_TIME = new Set(['min_index_age', 'min_state_age', 'cron']);

const requiredOf = (name: string, value: unknown): number | undefined => {
  const text = String(value);
  if (name === 'min_doc_count') return Number(text);
  return name === 'min_size' ? parseByteSize(text) : parseTimeValue(text);
};

/** What the engine itself knows of an index, where nothing else of it was read. */
const bareFacts = ({ index, uuid, created_at: created = NaN }: ManagedIndex): IndexFacts => ({
  ...{ name: index, uuid, created_at: created, status: 'open', primaries: 1, replicas: 0 },
  ...{ aliases: [], rollovers: [] },
});

const unknown = ({ state_name: to, conditions = {} }: Transition): TransitionCheck => {
  const [[name, value] = ['', null]] = Object.entries(conditions).filter(
    ([, each]) => each !== null
  );
  const required = requiredOf(name, value);
  const condition = { name, met: false, ...(required === undefined ? {} : { required }) };
  return { to, outcome: 'not_met', condition };
};

const isTold = ({ conditions }: Transition, { created_at: created }: ManagedIndex): boolean => {
  const [name] = Object.keys(conditions ?? {});
  if (name === 'min_index_age') return created !== undefined;
  return name === undefined || BY_TIME.has(name);
};

/**
 * The transitions of the state in which an index is, against what is known of it. Without facts, what cannot be told has
 * no current value.
 */
export const transitionChecks = (
  { transitions }: State,
  managed: ManagedIndex,
  facts: IndexFacts | undefined,
  now: number
): TransitionCheck[] => {
  const { cursor } = managed;
  const moment = {
    ...{ facts: facts ?? bareFacts(managed), now, state_since: cursor?.state_since ?? now },
    transition_since: cursor?.action?.type === TRANSITION ? cursor.action.since : now,
  };
  if (facts) return checkTransitions(transitions, moment);
  return transitions.flatMap((transition) =>
    isTold(transition, managed) ? checkTransitions([transition], moment) : [unknown(transition)]
  );
};

const UNITS: Readonly<Record<string, (amount: number) => SentenceValue>> = {
  min_index_age: (duration) => ({ duration }),
  min_rollover_age: (duration) => ({ duration }),
  min_state_age: (duration) => ({ duration }),
  min_doc_count: (count) => ({ count }),
  min_size: (bytes) => ({ bytes }),
  min_primary_shard_size: (bytes) => ({ bytes }),
};

/** An amount of a condition, in the unit that it is counted in. */
export const amountOf = (name: string, amount: number): SentenceValue =>
  UNITS[name]?.(amount) ?? { count: amount };

const ROLLOVER = {
  min_index_age: [
    phrase('watchkeeper.lifecycle.explain.rollsAtAge', '{required} old ({current} now)'),
    phrase('watchkeeper.lifecycle.explain.rollsAtAgeUnknown', '{required} old'),
  ],
  min_doc_count: [
    phrase('watchkeeper.lifecycle.explain.rollsAtDocs', '{required} or more documents ({current} now)'),
    phrase('watchkeeper.lifecycle.explain.rollsAtDocsUnknown', '{required} or more documents'),
  ],
  min_size: [
    phrase('watchkeeper.lifecycle.explain.rollsAtSize', '{required} of primaries ({current} now)'),
    phrase('watchkeeper.lifecycle.explain.rollsAtSizeUnknown', '{required} of primaries'),
  ],
  min_primary_shard_size: [
    phrase(
      'watchkeeper.lifecycle.explain.rollsAtShard',
      '{required} in its largest shard ({current} now)'
    ),
    phrase('watchkeeper.lifecycle.explain.rollsAtShardUnknown', '{required} in its largest shard'),
  ],
} as const;

const isRollover = (name: string): name is keyof typeof ROLLOVER => name in ROLLOVER;

const valuesOf = ({ name, required, current }: ConditionCheck): Sentence['values'] => ({
  ...(required === undefined ? {} : { required: amountOf(name, required) }),
  ...(current === undefined ? {} : { current: amountOf(name, current) }),
});

/** A condition of a rollover: what it needs, and what there is. */
export const rolloverProgress = (check: ConditionCheck): Sentence[] => {
  if (!isRollover(check.name)) return [];
  const [known, bare] = ROLLOVER[check.name];
  return [sentence(check.current === undefined ? bare : known, valuesOf(check))];
};

const TRANSITIONS = {
  min_index_age: [
    phrase(
      'watchkeeper.lifecycle.explain.toAtAge',
      'It waits in “{state}” until it is {required} old, to go on to “{to}”: {current} now.'
    ),
    phrase(
      'watchkeeper.lifecycle.explain.toAtAgeUnknown',
      'It waits in “{state}” until it is {required} old, to go on to “{to}”.'
    ),
  ],
  min_rollover_age: [
    phrase(
      'watchkeeper.lifecycle.explain.toAtRolloverAge',
      'It waits in “{state}” until {required} after its rollover, to go on to “{to}”: {current} so far.'
    ),
    phrase(
      'watchkeeper.lifecycle.explain.toAtRolloverAgeUnknown',
      'It waits in “{state}” until {required} after its rollover, to go on to “{to}”.'
    ),
  ],
  min_state_age: [
    phrase(
      'watchkeeper.lifecycle.explain.toAtStateAge',
      'It stays in “{state}” for {required} before it goes on to “{to}”: {current} so far.'
    ),
    phrase(
      'watchkeeper.lifecycle.explain.toAtStateAgeUnknown',
      'It stays in “{state}” for {required} before it goes on to “{to}”.'
    ),
  ],
  min_doc_count: [
    phrase(
      'watchkeeper.lifecycle.explain.toAtDocs',
      'It waits in “{state}” until it has {required} or more documents, to go on to “{to}”: {current} now.'
    ),
    phrase(
      'watchkeeper.lifecycle.explain.toAtDocsUnknown',
      'It waits in “{state}” until it has {required} or more documents, to go on to “{to}”.'
    ),
  ],
  min_size: [
    phrase(
      'watchkeeper.lifecycle.explain.toAtSize',
      'It waits in “{state}” until its primaries are {required} large, to go on to “{to}”: {current} now.'
    ),
    phrase(
      'watchkeeper.lifecycle.explain.toAtSizeUnknown',
      'It waits in “{state}” until its primaries are {required} large, to go on to “{to}”.'
    ),
  ],
} as const;

const isAmount = (name: string): name is keyof typeof TRANSITIONS => name in TRANSITIONS;

/** What one transition waits for. */
export const transitionProgress = (check: TransitionCheck, state: string): Sentence => {
  const { to } = check;
  if (check.outcome === 'met') {
    return sentence(
      phrase(
        'watchkeeper.lifecycle.explain.toNow',
        'It may leave “{state}” by now, and goes on to “{to}” with the next check.'
      ),
      { state, to }
    );
  }
  if (check.outcome === 'failed') {
    return sentence(
      phrase(
        'watchkeeper.lifecycle.explain.toNeverRolled',
        'It cannot go on to “{to}”: that counts from its rollover, and it was never rolled over. The step fails.'
      ),
      { to }
    );
  }
  const { condition } = check;
  if (condition && isAmount(condition.name)) {
    const [known, bare] = TRANSITIONS[condition.name];
    const words = condition.current === undefined ? bare : known;
    return sentence(words, { state, to, ...valuesOf(condition) });
  }
  if (condition?.name === 'cron' && condition.at !== undefined) {
    return sentence(
      phrase(
        'watchkeeper.lifecycle.explain.toAtInstant',
        'It waits in “{state}” for {at}, to go on to “{to}”.'
      ),
      { state, to, at: { instant: condition.at } }
    );
  }
  if (condition?.name === 'no_alias') {
    return sentence(
      phrase(
        'watchkeeper.lifecycle.explain.toWithoutAlias',
        'It waits in “{state}” for a change of its aliases, to go on to “{to}”.'
      ),
      { state, to }
    );
  }
  return condition && condition.name !== ''
    ? sentence(
        phrase(
          'watchkeeper.lifecycle.explain.toOther',
          'It waits in “{state}” for {condition}, to go on to “{to}”.'
        ),
        { state, to, condition: condition.name }
      )
    : sentence(
        phrase(
          'watchkeeper.lifecycle.explain.toNever',
          'It never goes on from “{state}” to “{to}”: the conditions are empty, which is never met.'
        ),
        { state, to }
      );
};
