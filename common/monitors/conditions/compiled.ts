import { ConditionFailure, PainlessSyntaxError } from './failures';
import type { Frame } from './frame';
import type { StaticType } from './static_types';
import type { ConditionValue } from './values';

/** An expression, its types checked, ready to be evaluated. */
export interface Compiled {
  type: StaticType;
  offset: number;
  /** Present when the compiler of Painless would fold the expression into a constant. */
  constant?: ConditionValue;
  /** Arithmetic of values whose types show only at run time. */
  isDefArithmetic?: boolean;
  run: (frame: Frame) => ConditionValue;
  /** The same where a type is expected: a call whose method can never give it fails before it is made. */
  runAs?: (type: StaticType) => (frame: Frame) => ConditionValue;
}

/** A failure that has no place yet gets the innermost one. */
export const placed = (error: unknown, offset: number): unknown =>
  error instanceof ConditionFailure && error.offset === undefined
    ? new ConditionFailure(error.type, error.message, offset)
    : error;

type Run = Compiled['run'];

const guarded =
  (offset: number, run: Run): Run =>
  (frame) => {
    try {
      frame.budget.step();
      const value = run(frame);
      if (typeof value === 'string') frame.budget.text(value.length);
      return value;
    } catch (error) {
      throw placed(error, offset);
    }
  };

/** An expression whose evaluation counts as one step, and whose failures have its place. */
export const expressionAt = (offset: number, type: StaticType, run: Run): Compiled => ({
  type,
  offset,
  run: guarded(offset, run),
});

/** The compiler calculates what it can, and refuses what would fail (1/0), even where it is never reached. */
const fold = (offset: number, operation: () => ConditionValue): ConditionValue => {
  try {
    return operation();
  } catch (error) {
    if (error instanceof ConditionFailure) throw new PainlessSyntaxError(error.message, offset);
    throw error;
  }
};

export const constantAt = (
  offset: number,
  type: StaticType,
  constant: ConditionValue
): Compiled => ({ ...expressionAt(offset, type, () => constant), constant });

/** An operation on operands; of constants it is a constant. */
export const operationAt = (
  offset: number,
  type: StaticType,
  operands: Compiled[],
  operation: (values: ConditionValue[], frame?: Frame) => ConditionValue
): Compiled => {
  const constants = operands.flatMap(({ constant }) => (constant === undefined ? [] : [constant]));
  if (constants.length === operands.length) {
    return constantAt(
      offset,
      type,
      fold(offset, () => operation(constants))
    );
  }
  return expressionAt(offset, type, (frame) =>
    operation(
      operands.map(({ run }) => run(frame)),
      frame
    )
  );
};
