import type { Assignment, Declaration } from './ast';
import { castFromDef } from './casts';
import type { ExpressionCompiler } from './compile_expression';
import { placed } from './compiled';
import { UnknownConstruct } from './failures';
import type { Frame } from './frame';
import { double, float, int, long } from './numbers';
import { applyArithmetic, joinTexts } from './operators';
import type { Scope } from './scope';
import { isNumericType } from './static_types';
import type { StaticType } from './static_types';
import { isNumber } from './values';
import type { ConditionValue } from './values';

type Effect = (frame: Frame) => void;

/** What a variable holds that was declared without a value. */
const defaultOf = (type: StaticType): ConditionValue => {
  switch (type) {
    case 'int':
      return int(0);
    case 'long':
      return long(0n);
    case 'float':
      return float(0);
    case 'double':
      return double(0);
    case 'boolean':
      return false;
    default:
      return null;
  }
};

/** `int a = 1` */
export const compileDeclaration = (
  { type, name, value }: Declaration,
  scope: Scope,
  expressions: ExpressionCompiler
): Effect => {
  // Its own value does not see the variable.
  const initial = value && expressions.compileAs(value, type, scope);
  const { slot } = scope.declare(name, type);
  return (frame) => {
    frame.locals[slot] = initial ? initial.run(frame) : defaultOf(type);
  };
};

/**
 * Back to the type of the variable, and of `def` to that of the value it had: `int a += 1.5` cuts off, as `(int)` would.
 */
const backTo = (
  value: ConditionValue,
  type: StaticType,
  before: ConditionValue
): ConditionValue => {
  if (type !== 'def') return castFromDef(value, type, true);
  return isNumber(before) ? castFromDef(value, before.type, true) : value;
};

const checkCompound = (variable: StaticType, operator: string, value: StaticType): void => {
  if (variable === 'def') return;
  if (variable === 'String' && operator === '+') return;
  if (!isNumericType(variable) || (value !== 'def' && !isNumericType(value))) {
    throw new UnknownConstruct(`the operator ${operator}= for such values`);
  }
};

/** `a = 1`, `a += 1` */
export const compileAssignment = (
  { name, operator, value, offset }: Assignment,
  scope: Scope,
  expressions: ExpressionCompiler
): Effect => {
  const { type, slot } = scope.assign(name);
  if (operator === undefined) {
    const { run } = expressions.compileAs(value, type, scope);
    return (frame) => {
      frame.locals[slot] = run(frame);
    };
  }
  const added = expressions.compile(value, scope);
  checkCompound(type, operator, added.type);
  return (frame) => {
    try {
      frame.budget.step();
      const before = frame.locals[slot];
      const result =
        type === 'String'
          ? joinTexts(before, added.run(frame))
          : applyArithmetic(operator, before, added.run(frame));
      if (typeof result === 'string') frame.budget.text(result.length);
      frame.locals[slot] = backTo(result, type, before);
    } catch (error) {
      throw placed(error, offset);
    }
  };
};
