import { isRecord } from '../../json/record';
import type { JsonObject } from '../../json/record';
import { ROLLOVER_CONDITIONS } from '../actions/rollover';
import { parseByteSize } from '../units/byte_size';
import { parseTimeValue } from '../units/time_value';
import type { ConditionCheck } from './check_conditions';
import type { IndexFacts } from './facts';

/** Source: OpenSearch index-management, `AttemptRolloverStep`, in its order. */
export type RolloverCheck =
  | { outcome: 'done'; reason: 'skipped' | 'rolled_over' }
  | { outcome: 'roll'; target: string; conditions: ConditionCheck[] }
  | { outcome: 'wait'; target: string; conditions: ConditionCheck[]; empty?: true }
  | { outcome: 'failed'; reason: RolloverFailure; message: string };

export type RolloverFailure = 'no_alias_setting' | 'alias_missing' | 'not_write_index' | 'bad_name';

/** Core makes the next name by counting up what stands after the last hyphen. */
const COUNTS_UP = /^.*-\d+$/;

export const canCountUp = (name: string): boolean => COUNTS_UP.test(name);

const failed = (reason: RolloverFailure, message: string): RolloverCheck => ({
  outcome: 'failed',
  reason,
  message,
});

const aliasFault = ({ name, aliases }: IndexFacts, target: string): RolloverCheck | undefined => {
  const alias = aliases.find((each) => each.name === target);
  if (!alias) {
    return failed('alias_missing', `The index ${name} does not have the alias ${target}.`);
  }
  const isWritten = alias.is_write_index ?? alias.members <= 1;
  return isWritten
    ? undefined
    : failed('not_write_index', `The index ${name} is not the write index of the alias ${target}.`);
};

const conditionOf = (
  name: (typeof ROLLOVER_CONDITIONS)[number],
  value: unknown,
  facts: IndexFacts,
  now: number
): ConditionCheck => {
  const { created_at: created, docs, primary_bytes: bytes, largest_shard_bytes: shard } = facts;
  const size = parseByteSize(String(value)) ?? Infinity;
  const check = (current: number | undefined, required: number): ConditionCheck => ({
    ...{ name, met: current !== undefined && current >= required, required },
    ...(current === undefined ? {} : { current }),
  });
  switch (name) {
    case 'min_size':
      return check(bytes, size);
    case 'min_primary_shard_size':
      return check(shard, size);
    case 'min_doc_count':
      return check(docs, Number(value));
    case 'min_index_age': {
      const required = parseTimeValue(String(value)) ?? Infinity;
      return { ...check(now - created, required), at: created + required };
    }
  }
};

const conditionsOf = (group: JsonObject, facts: IndexFacts, now: number): ConditionCheck[] =>
  ROLLOVER_CONDITIONS.filter((name) => (group[name] ?? null) !== null).map((name) =>
    conditionOf(name, group[name], facts, now)
  );

/** One condition is enough, or one group as a whole; none at all is enough, too. */
const judge = (params: JsonObject, facts: IndexFacts, now: number) => {
  const groups = Array.isArray(params.any_of) ? params.any_of.filter((each) => isRecord(each)) : [];
  if (groups.length > 0) {
    const checked = groups.map((group) => conditionsOf(group as JsonObject, facts, now));
    const met = checked.some((group) => group.every((condition) => condition.met));
    return { met, conditions: checked.flat() };
  }
  const conditions = conditionsOf(params, facts, now);
  return { met: conditions.length === 0 || conditions.some(({ met }) => met), conditions };
};

/** What the rollover step comes to now. */
export const checkRollover = (
  params: JsonObject,
  facts: IndexFacts,
  now: number
): RolloverCheck => {
  if (facts.rollover_skip) return { outcome: 'done', reason: 'skipped' };
  const target = facts.data_stream?.name ?? facts.rollover_alias;
  if (target === undefined) {
    return failed('no_alias_setting', 'Missing rollover_alias index setting.');
  }
  if (facts.rollovers.some((each) => each.target === target)) {
    return { outcome: 'done', reason: 'rolled_over' };
  }
  const fault = facts.data_stream ? undefined : aliasFault(facts, target);
  if (fault) return fault;
  const { met, conditions } = judge(params, facts, now);
  if (params.prevent_empty_rollover === true && facts.docs === 0) {
    return { outcome: 'wait', target, conditions, empty: true };
  }
  if (!met) return { outcome: 'wait', target, conditions };
  return facts.data_stream || canCountUp(facts.name)
    ? { outcome: 'roll', target, conditions }
    : failed('bad_name', `The name ${facts.name} does not end in a hyphen and a number.`);
};
