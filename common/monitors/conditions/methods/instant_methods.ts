import { ConditionFailure } from '../failures';
import { int, long } from '../numbers';
import type { ConditionValue, InstantValue } from '../values';
import { method } from './method';
import type { Method, MethodTable } from './method';

/** What an instant of JavaScript can hold, which is less than Java's. */
const RANGE = 8_640_000_000_000_000n;

const shifted = (milliseconds: bigint): Method<InstantValue> =>
  method(['long'], 'Instant', ({ epochMillis }, args) => {
    const moved = BigInt(epochMillis) + args.long(0) * milliseconds;
    if (moved >= -RANGE && moved <= RANGE) return { type: 'instant', epochMillis: Number(moved) };
    throw new ConditionFailure('not_interpreted', 'An instant that is too far away.');
  });

const millisOf = (value: ConditionValue): number => {
  if (value !== null && typeof value === 'object' && value.type === 'instant') {
    return value.epochMillis;
  }
  throw new ConditionFailure('null_pointer_exception', 'Cannot compare an instant with null.');
};

/** By the seconds, then by what is left of them, as Java compares. */
const order = (left: number, right: number): number => {
  const seconds = Math.sign(Math.floor(left / 1000) - Math.floor(right / 1000));
  return seconds === 0 ? (left - right) * 1_000_000 : seconds;
};

export const INSTANT_METHODS: MethodTable<InstantValue> = {
  'toEpochMilli/0': method([], 'long', ({ epochMillis }) => long(BigInt(epochMillis))),
  'getEpochSecond/0': method([], 'long', ({ epochMillis }) =>
    long(BigInt(Math.floor(epochMillis / 1000)))
  ),
  'getNano/0': method([], 'int', ({ epochMillis }) =>
    int((((epochMillis % 1000) + 1000) % 1000) * 1_000_000)
  ),
  'isAfter/1': method(
    ['Instant'],
    'boolean',
    ({ epochMillis }, args) => epochMillis > millisOf(args.value(0))
  ),
  'isBefore/1': method(
    ['Instant'],
    'boolean',
    ({ epochMillis }, args) => epochMillis < millisOf(args.value(0))
  ),
  'compareTo/1': method(['Instant'], 'int', ({ epochMillis }, args) =>
    int(order(epochMillis, millisOf(args.value(0))))
  ),
  'plusMillis/1': shifted(1n),
  'plusSeconds/1': shifted(1000n),
  'minusMillis/1': shifted(-1n),
  'minusSeconds/1': shifted(-1000n),
};
