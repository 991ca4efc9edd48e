import type { Arithmetic, Equality, Expression, Logical, Order, Unary } from './ast';
import { ConditionFailure, PainlessSyntaxError, UnknownConstruct } from './failures';
import { isHexLiteral, literalValue } from './literals';
import { promote } from './numbers';
import type { NumericType } from './numbers';
import { applyArithmetic, applyOrder, applySign, asBoolean } from './operators';
import { painlessEquals } from './equality';
import type { ConditionValue } from './values';

/** A type that is known before the evaluation; `def` is known only then. */
export type StaticType = NumericType | 'boolean' | 'String' | 'null' | 'def';

/** What is known of an expression before it is evaluated. */
interface Known {
  type: StaticType;
  /** Present when the compiler would fold the expression into a constant. */
  constant?: ConditionValue;
}

const NUMERIC: readonly StaticType[] = ['int', 'long', 'float', 'double'];
const isNumeric = (type: StaticType): type is NumericType => NUMERIC.includes(type);
const isReference = (type: StaticType): boolean => type === 'String' || type === 'null';

/** The compiler calculates what it can, and refuses what would fail (1/0), even where it is never reached. */
const fold = (offset: number, operation: () => ConditionValue): ConditionValue => {
  try {
    return operation();
  } catch (error) {
    if (error instanceof ConditionFailure) throw new PainlessSyntaxError(error.message, offset);
    throw error;
  }
};

class TypeChecker {
  check(expression: Expression): Known {
    switch (expression.kind) {
      case 'number': {
        if (isHexLiteral(expression)) throw new UnknownConstruct('a hexadecimal number');
        const constant = literalValue(expression);
        return { type: constant.type, constant };
      }
      case 'constant':
        return constantType(expression.value);
      case 'context':
        return { type: 'def' };
      case 'field':
        return this.path(expression.target);
      case 'index':
        this.check(expression.index);
        return this.path(expression.target);
      case 'unary':
        return this.unary(expression);
      case 'arithmetic':
        return this.arithmetic(expression);
      case 'order':
        return this.order(expression);
      case 'equality':
        return this.equality(expression);
      case 'logical':
        return this.logical(expression);
    }
  }

  private path(target: Expression): Known {
    const { type } = this.check(target);
    if (type !== 'def') throw new UnknownConstruct(`a member of a value of type ${type}`);
    return { type: 'def' };
  }

  private unary(expression: Unary): Known {
    const { operator, operand, offset } = expression;
    if (operator === '-' && operand.kind === 'number' && !isHexLiteral(operand)) {
      const constant = literalValue(operand, true);
      return { type: constant.type, constant };
    }
    const { type, constant } = this.check(operand);
    if (operator === '!') {
      this.expectBoolean(type, operand);
      return this.result('boolean', [constant], offset, ([value]) => !asBoolean(value));
    }
    if (type === 'def') return { type };
    if (!isNumeric(type)) throw refuse(offset, operator, type);
    return this.result(type, [constant], offset, ([value]) => applySign(operator, value));
  }

  private arithmetic({ operator, left, right, offset }: Arithmetic): Known {
    const a = this.check(left);
    const b = this.check(right);
    const type = arithmeticType(operator, a.type, b.type);
    if (type === undefined) throw refuse(offset, operator, a.type, b.type);
    return this.result(type, [a.constant, b.constant], offset, ([x, y]) =>
      applyArithmetic(operator, x, y)
    );
  }

  private order({ operator, left, right, offset }: Order): Known {
    const a = this.check(left);
    const b = this.check(right);
    const isDynamic = (a.type === 'def' && b.type !== 'null') || b.type === 'def';
    if (!isDynamic && !(isNumeric(a.type) && isNumeric(b.type))) {
      throw refuse(offset, operator, a.type, b.type);
    }
    return this.result('boolean', [a.constant, b.constant], offset, ([x, y]) =>
      applyOrder(operator, x, y)
    );
  }

  private equality({ operator, left, right, offset }: Equality): Known {
    const a = this.check(left);
    const b = this.check(right);
    if (!areComparable(a.type, b.type)) throw refuse(offset, operator, a.type, b.type);
    return this.result(
      'boolean',
      [a.constant, b.constant],
      offset,
      ([x, y]) => painlessEquals(x, y) === (operator === '==')
    );
  }

  private logical({ operator, left, right, offset }: Logical): Known {
    const a = this.check(left);
    const b = this.check(right);
    this.expectBoolean(a.type, left);
    this.expectBoolean(b.type, right);
    return this.result('boolean', [a.constant, b.constant], offset, ([x, y]) =>
      operator === '&&' ? asBoolean(x) && asBoolean(y) : asBoolean(x) || asBoolean(y)
    );
  }

  private expectBoolean(type: StaticType, { offset }: Expression): void {
    if (type === 'boolean' || type === 'def') return;
    throw new PainlessSyntaxError(`A boolean is expected, but this is of type ${type}.`, offset);
  }

  private result(
    type: StaticType,
    constants: Array<ConditionValue | undefined>,
    offset: number,
    operation: (values: ConditionValue[]) => ConditionValue
  ): Known {
    const values = constants.filter((constant) => constant !== undefined);
    if (values.length < constants.length) return { type };
    return { type, constant: fold(offset, () => operation(values)) };
  }
}

/** The compiler does not take null for a constant. */
const constantType = (value: string | boolean | null): Known => {
  if (value === null) return { type: 'null' };
  return { type: typeof value === 'string' ? 'String' : 'boolean', constant: value };
};

const arithmeticType = (
  operator: string,
  left: StaticType,
  right: StaticType
): StaticType | undefined => {
  if (operator === '+' && (left === 'String' || right === 'String')) return 'String';
  if (left === 'def' || right === 'def') return 'def';
  return isNumeric(left) && isNumeric(right) ? promote(left, right) : undefined;
};

const areComparable = (left: StaticType, right: StaticType): boolean => {
  if (left === 'null' && right === 'null') return false;
  if (left === 'def' || right === 'def') return true;
  if (isReference(left) || isReference(right)) return isReference(left) && isReference(right);
  return isNumeric(left) === isNumeric(right);
};

const refuse = (offset: number, operator: string, ...types: StaticType[]): PainlessSyntaxError =>
  new PainlessSyntaxError(`Cannot apply ${operator} to ${types.join(' and ')}.`, offset);

/**
 * Checks an expression as the compiler of Painless does, so that what it refuses is refused before any run.
 *
 * @throws PainlessSyntaxError, UnknownConstruct
 */
export const checkTypes = (expressions: Expression[]): void => {
  const checker = new TypeChecker();
  for (const expression of expressions) checker.check(expression);
};
