import { castFromDef, convertNumber } from './casts';
import { constantAt, expressionAt, placed } from './compiled';
import type { Compiled } from './compiled';
import { ConditionFailure, PainlessSyntaxError, UnknownConstruct } from './failures';
import { promote } from './numbers';
import { isNumericType, isPrimitive, isReference } from './static_types';
import type { StaticType } from './static_types';
import { isNumber } from './values';
import type { ConditionValue } from './values';

/** Java finds out that a quotient is no Boolean before it finds out that the divisor is zero. */
const linked = (source: Compiled, to: StaticType, error: unknown): unknown =>
  source.isDefArithmetic &&
  !isNumericType(to) &&
  error instanceof ConditionFailure &&
  error.type === 'arithmetic_exception' &&
  error.offset === source.offset
    ? new ConditionFailure('class_cast_exception', error.message, error.offset)
    : error;

const fromDef = (source: Compiled, to: StaticType, explicit: boolean): Compiled => {
  const run = explicit ? source.run : (source.runAs?.(to) ?? source.run);
  return { type: to, offset: source.offset, run: castRun(source, run, to, explicit) };
};

const castRun =
  (source: Compiled, run: Compiled['run'], to: StaticType, explicit: boolean): Compiled['run'] =>
  (frame) => {
    try {
      return castFromDef(run(frame), to, explicit);
    } catch (error) {
      throw placed(linked(source, to, error), source.offset);
    }
  };

const asNumber = (value: ConditionValue, to: StaticType): ConditionValue =>
  isNumber(value) && isNumericType(to) ? convertNumber(value, to) : value;

const convertedNumber = (source: Compiled, to: StaticType): Compiled =>
  source.constant === undefined
    ? expressionAt(source.offset, to, (frame) => asNumber(source.run(frame), to))
    : constantAt(source.offset, to, asNumber(source.constant, to));

const refuse = (source: Compiled, to: StaticType): Error =>
  to === 'boolean'
    ? new PainlessSyntaxError(
        `A boolean is expected, but this is of type ${source.type}.`,
        source.offset
      )
    : new PainlessSyntaxError(`Cannot cast from ${source.type} to ${to}.`, source.offset);

const fitsReference = (from: StaticType, to: StaticType): boolean =>
  from === to ||
  from === 'null' ||
  to === 'Object' ||
  (['Collection', 'Iterable'].includes(to) && ['List', 'Set', 'Collection'].includes(from));

/**
 * A conversion as an assignment to a variable of the type makes it.
 *
 * @throws PainlessSyntaxError where the compiler refuses it, UnknownConstruct where we do not know
 */
export const converted = (source: Compiled, to: StaticType): Compiled => {
  const { type: from } = source;
  if (from === to) return source;
  // The value stands for itself, and is no constant any more.
  if (to === 'def') return { type: to, offset: source.offset, run: source.run };
  if (from === 'def') return fromDef(source, to, false);
  if (isNumericType(from) && isNumericType(to)) {
    if (promote(from, to) !== to) throw refuse(source, to);
    return convertedNumber(source, to);
  }
  if (to === 'boolean' || (isPrimitive(to) && from === 'null')) throw refuse(source, to);
  if (isReference(from) && isReference(to) && fitsReference(from, to)) {
    return { type: to, offset: source.offset, run: source.run };
  }
  throw new UnknownConstruct(`a value of type ${from} where one of type ${to} is expected`);
};

/** `(type) value` @throws UnknownConstruct for conversions that are left to the cluster */
export const cast = (source: Compiled, to: StaticType, offset: number): Compiled => {
  const { type: from } = source;
  if (from === 'def' && to !== 'def') return { ...fromDef(source, to, true), offset };
  if (isNumericType(from) && isNumericType(to)) return { ...convertedNumber(source, to), offset };
  if (to === 'def' && from !== 'null') return { type: to, offset, run: source.run };
  throw new UnknownConstruct(`a cast from ${from} to ${to}`);
};
