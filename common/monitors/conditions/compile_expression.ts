import { readField, readIndex } from './access';
import type { Arithmetic, Conditional, Elvis, Equality, Expression, Field, Index } from './ast';
import type { InstanceOf, ListLiteral, Logical, Order, Unary } from './ast';
import { isInstance } from './casts';
import { CallCompiler } from './compile_call';
import { constantAt, expressionAt, operationAt } from './compiled';
import type { Compiled } from './compiled';
import { cast, converted } from './conversions';
import { painlessEquals } from './equality';
import { PainlessSyntaxError, UnknownConstruct } from './failures';
import { literalValue } from './literals';
import { promote } from './numbers';
import { applyArithmetic, applyOrder, applySign, asBoolean, joinTexts } from './operators';
import type { Scope } from './scope';
import { isNumericType, isPrimitive, isReference } from './static_types';
import type { StaticType } from './static_types';

/** Checks types as the compiler of Painless does, and makes what evaluates an expression. */
export class ExpressionCompiler {
  private readonly calls = new CallCompiler(this);

  /** @throws PainlessSyntaxError, UnknownConstruct */
  compile(expression: Expression, scope: Scope): Compiled {
    switch (expression.kind) {
      case 'number': {
        const constant = literalValue(expression);
        return constantAt(expression.offset, constant.type, constant);
      }
      case 'constant':
        return constantOf(expression.value, expression.offset);
      case 'variable': {
        const { type, slot } = scope.read(expression.name);
        return expressionAt(expression.offset, type, ({ locals }) => locals[slot]);
      }
      case 'field':
        return this.field(expression, scope);
      case 'index':
        return this.index(expression, scope);
      case 'call':
        return this.calls.method(expression, scope);
      case 'static_call':
        return this.calls.static(expression, scope);
      case 'static_field':
        return this.calls.staticField(expression);
      case 'unary':
        return this.unary(expression, scope);
      case 'arithmetic':
        return this.arithmetic(expression, scope);
      case 'order':
        return this.order(expression, scope);
      case 'equality':
        return this.equality(expression, scope);
      case 'logical':
        return this.logical(expression, scope);
      case 'conditional':
        return this.conditional(expression, scope, undefined);
      case 'elvis':
        return this.elvis(expression, scope, undefined);
      case 'instanceof':
        return this.instanceOf(expression, scope);
      case 'cast':
        if (expression.type === 'String' && expression.value.kind === 'arithmetic') {
          throw new UnknownConstruct('a cast of a sum to String');
        }
        return cast(this.compile(expression.value, scope), expression.type, expression.offset);
      case 'list':
        return this.list(expression, scope);
    }
  }

  /** An expression where a type is expected: each branch of a conditional is converted by itself. */
  compileAs(expression: Expression, type: StaticType, scope: Scope): Compiled {
    if (expression.kind === 'conditional') return this.conditional(expression, scope, type);
    if (expression.kind === 'elvis') return this.elvis(expression, scope, type);
    const compiled = this.compile(expression, scope);
    if (type === 'String' && expression.kind === 'arithmetic' && expression.operator === '+') {
      return this.joined(expression, compiled, scope);
    }
    return converted(compiled, type);
  }

  /** Where a String is expected, `+` joins whatever it is between. */
  private joined({ left, right, offset }: Arithmetic, sum: Compiled, scope: Scope): Compiled {
    if (sum.type !== 'def') return converted(sum, 'String');
    const operands = [this.compile(left, scope), this.compile(right, scope)];
    return operationAt(offset, 'String', operands, ([a, b]) => joinTexts(a, b));
  }

  private field({ target, name, nullSafe, offset }: Field, scope: Scope): Compiled {
    const of = this.compile(target, scope);
    if (of.type !== 'def' && of.type !== 'Map') {
      throw new UnknownConstruct(`a member of a value of type ${of.type}`);
    }
    return expressionAt(offset, 'def', (frame) => {
      const value = of.run(frame);
      return nullSafe && value === null ? null : readField(value, name, frame);
    });
  }

  private index({ target, index, offset }: Index, scope: Scope): Compiled {
    const of = this.compile(target, scope);
    if (!['def', 'List', 'Map'].includes(of.type)) {
      throw new UnknownConstruct(`a member of a value of type ${of.type}`);
    }
    const at =
      of.type === 'List' ? this.compileAs(index, 'int', scope) : this.compile(index, scope);
    return expressionAt(offset, 'def', (frame) => readIndex(of.run(frame), at.run(frame)));
  }

  private unary({ operator, operand, offset }: Unary, scope: Scope): Compiled {
    if (operator === '-' && operand.kind === 'number') {
      const constant = literalValue(operand, true);
      return constantAt(offset, constant.type, constant);
    }
    if (operator === '!') {
      const value = this.compileAs(operand, 'boolean', scope);
      return operationAt(offset, 'boolean', [value], ([of]) => !asBoolean(of));
    }
    const value = this.compile(operand, scope);
    const { type } = value;
    if (type !== 'def' && !isNumericType(type)) throw refuse(offset, operator, type);
    return operationAt(offset, type, [value], ([of]) => applySign(operator, of));
  }

  private arithmetic({ operator, left, right, offset }: Arithmetic, scope: Scope): Compiled {
    const operands = [this.compile(left, scope), this.compile(right, scope)];
    const [a, b] = operands;
    const type = arithmeticType(operator, a.type, b.type);
    if (type === undefined) throw refuse(offset, operator, a.type, b.type);
    const compiled = operationAt(offset, type, operands, ([x, y]) =>
      type === 'String' ? joinTexts(x, y) : applyArithmetic(operator, x, y)
    );
    return type === 'def' ? { ...compiled, isDefArithmetic: true } : compiled;
  }

  private order({ operator, left, right, offset }: Order, scope: Scope): Compiled {
    const operands = [this.compile(left, scope), this.compile(right, scope)];
    const [a, b] = operands;
    const isDynamic = (a.type === 'def' && b.type !== 'null') || b.type === 'def';
    if (!isDynamic && !(isNumericType(a.type) && isNumericType(b.type))) {
      throw refuse(offset, operator, a.type, b.type);
    }
    return operationAt(offset, 'boolean', operands, ([x, y]) => applyOrder(operator, x, y));
  }

  private equality({ operator, left, right, offset }: Equality, scope: Scope): Compiled {
    const operands = [this.compile(left, scope), this.compile(right, scope)];
    const [a, b] = operands;
    if (!areComparable(a.type, b.type)) throw refuse(offset, operator, a.type, b.type);
    return operationAt(
      offset,
      'boolean',
      operands,
      ([x, y], frame) => painlessEquals(x, y, frame?.budget) === (operator === '==')
    );
  }

  private logical({ operator, left, right, offset }: Logical, scope: Scope): Compiled {
    const a = this.compileAs(left, 'boolean', scope);
    const b = this.compileAs(right, 'boolean', scope);
    if (a.constant !== undefined && b.constant !== undefined) {
      const values = [asBoolean(a.constant), asBoolean(b.constant)];
      const constant = operator === '&&' ? values.every(Boolean) : values.some(Boolean);
      return constantAt(offset, 'boolean', constant);
    }
    const decided = operator === '||';
    return expressionAt(offset, 'boolean', (frame) =>
      a.run(frame) === decided ? decided : b.run(frame)
    );
  }

  /** Conditions that are constants, the compiler refuses in many places. */
  condition(expression: Expression, scope: Scope): Compiled {
    const condition = this.compileAs(expression, 'boolean', scope);
    if (condition.constant === undefined) return condition;
    throw new UnknownConstruct('a condition that is always the same');
  }

  private conditional(
    { condition, yes, no, offset }: Conditional,
    scope: Scope,
    target: StaticType | undefined
  ): Compiled {
    const test = this.condition(condition, scope);
    const [type, a, b] = target
      ? [target, this.compileAs(yes, target, scope), this.compileAs(no, target, scope)]
      : inCommon(this.compile(yes, scope), this.compile(no, scope));
    return expressionAt(offset, type, (frame) =>
      test.run(frame) === true ? a.run(frame) : b.run(frame)
    );
  }

  private elvis(
    { value, otherwise, offset }: Elvis,
    scope: Scope,
    target: StaticType | undefined
  ): Compiled {
    const first = this.compile(value, scope);
    const isNull = otherwise.kind === 'constant' && otherwise.value === null;
    if (first.type !== 'def' || isNull || (target !== undefined && isPrimitive(target))) {
      throw new UnknownConstruct('the operator ?: for such values');
    }
    const type = target ?? 'def';
    const a = converted(first, type);
    const b = target
      ? this.compileAs(otherwise, target, scope)
      : converted(this.compile(otherwise, scope), type);
    return expressionAt(offset, type, (frame) => a.run(frame) ?? b.run(frame));
  }

  private instanceOf({ value, type, offset }: InstanceOf, scope: Scope): Compiled {
    const of = this.compile(value, scope);
    if (of.type !== 'def') throw new UnknownConstruct(`instanceof of a value of type ${of.type}`);
    return expressionAt(offset, 'boolean', (frame) => {
      const found = of.run(frame);
      return found !== null && isInstance(found, type);
    });
  }

  private list({ items, offset }: ListLiteral, scope: Scope): Compiled {
    const values = items.map((item) => this.compileAs(item, 'def', scope));
    return expressionAt(offset, 'List', (frame) => ({
      type: 'made_list',
      items: values.map(({ run }) => run(frame)),
    }));
  }
}

/** The compiler does not take null for a constant. */
const constantOf = (value: string | boolean | null, offset: number): Compiled => {
  if (value === null) return expressionAt(offset, 'null', () => null);
  return constantAt(offset, typeof value === 'string' ? 'String' : 'boolean', value);
};

/** The type of `condition ? a : b` where none is expected. */
const commonType = (a: Compiled, b: Compiled): StaticType => {
  if (a.type === b.type && a.type !== 'null') return a.type;
  if (a.type === 'def' || b.type === 'def') return 'def';
  if (isNumericType(a.type) && isNumericType(b.type)) return promote(a.type, b.type);
  throw new UnknownConstruct(`a choice between ${a.type} and ${b.type}`);
};

const inCommon = (a: Compiled, b: Compiled): [StaticType, Compiled, Compiled] => {
  const type = commonType(a, b);
  return [type, converted(a, type), converted(b, type)];
};

const arithmeticType = (
  operator: string,
  left: StaticType,
  right: StaticType
): StaticType | undefined => {
  if (operator === '+' && (left === 'String' || right === 'String')) return 'String';
  if (left === 'def' || right === 'def') return 'def';
  return isNumericType(left) && isNumericType(right) ? promote(left, right) : undefined;
};

const areComparable = (left: StaticType, right: StaticType): boolean => {
  if (left === 'null' && right === 'null') return false;
  if (left === 'def' || right === 'def') return true;
  if (isReference(left) || isReference(right)) return isReference(left) && isReference(right);
  return isNumericType(left) === isNumericType(right);
};

const refuse = (offset: number, operator: string, ...types: StaticType[]): PainlessSyntaxError =>
  new PainlessSyntaxError(`Cannot apply ${operator} to ${types.join(' and ')}.`, offset);
