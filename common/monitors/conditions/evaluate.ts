import { readField, readIndex } from './access';
import type { Expression, Script } from './ast';
import { painlessEquals } from './equality';
import { ConditionFailure } from './failures';
import { literalValue } from './literals';
import { applyArithmetic, applyOrder, applySign, asBoolean } from './operators';
import { conditionValue } from './values';
import type { ConditionValue } from './values';

export interface Limits {
  /** Nodes of the script that may be evaluated. */
  steps: number;
  /** UTF-16 units that a string may have. */
  textLength: number;
}

export const DEFAULT_LIMITS: Limits = { steps: 1_000_000, textLength: 1_000_000 };

/** Java finds out that a quotient is no Boolean before it finds out that the divisor is zero. */
const isLinkedFirst = ({ kind, offset }: Expression, failure: ConditionFailure): boolean =>
  kind === 'arithmetic' && failure.type === 'arithmetic_exception' && failure.offset === offset;

class Evaluator {
  private steps = 0;

  constructor(
    private readonly ctx: unknown,
    private readonly limits: Limits
  ) {}

  /** A failure that has no place yet gets the innermost one. */
  evaluate(expression: Expression): ConditionValue {
    try {
      this.countStep();
      return this.bounded(this.value(expression));
    } catch (error) {
      if (error instanceof ConditionFailure && error.offset === undefined) {
        throw new ConditionFailure(error.type, error.message, expression.offset);
      }
      throw error;
    }
  }

  private countStep(): void {
    this.steps += 1;
    if (this.steps <= this.limits.steps) return;
    throw new ConditionFailure(
      'limit_exceeded',
      `The condition takes more than ${this.limits.steps} steps.`
    );
  }

  private bounded(value: ConditionValue): ConditionValue {
    if (typeof value !== 'string' || value.length <= this.limits.textLength) return value;
    throw new ConditionFailure(
      'limit_exceeded',
      `A string has more than ${this.limits.textLength} characters.`
    );
  }

  private value(expression: Expression): ConditionValue {
    switch (expression.kind) {
      case 'number':
        return literalValue(expression);
      case 'constant':
        return expression.value;
      case 'context':
        return conditionValue(this.ctx);
      case 'field':
        return readField(this.evaluate(expression.target), expression.name);
      case 'index':
        return readIndex(this.evaluate(expression.target), this.evaluate(expression.index));
      case 'unary':
        return this.unary(expression.operator, expression.operand);
      case 'arithmetic':
        return applyArithmetic(
          expression.operator,
          this.evaluate(expression.left),
          this.evaluate(expression.right)
        );
      case 'order':
        return applyOrder(
          expression.operator,
          this.evaluate(expression.left),
          this.evaluate(expression.right)
        );
      case 'equality': {
        const left = this.evaluate(expression.left);
        const isEqual = painlessEquals(left, this.evaluate(expression.right));
        return isEqual === (expression.operator === '==');
      }
      case 'logical':
        return this.logical(expression.operator, expression.left, expression.right);
    }
  }

  private unary(operator: '-' | '+' | '!', operand: Expression): ConditionValue {
    if (operator === '-' && operand.kind === 'number') return literalValue(operand, true);
    if (operator === '!') return !this.boolean(operand);
    return applySign(operator, this.evaluate(operand));
  }

  private logical(operator: '&&' | '||', left: Expression, right: Expression): ConditionValue {
    const decided = operator === '||';
    return this.boolean(left) === decided ? decided : this.boolean(right);
  }

  /** An operand of `&&`, `||` or `!`: what is wrong with it is wrong at its own place. */
  private boolean(expression: Expression): boolean {
    try {
      return asBoolean(this.evaluate(expression));
    } catch (error) {
      if (!(error instanceof ConditionFailure)) throw error;
      const type = isLinkedFirst(expression, error) ? 'class_cast_exception' : error.type;
      throw new ConditionFailure(type, error.message, error.offset ?? expression.offset);
    }
  }
}

/**
 * Evaluates a script; an empty one gives null.
 *
 * @throws ConditionFailure, with its offset
 */
export const evaluateScript = (
  { statements }: Script,
  ctx: unknown,
  limits: Limits
): ConditionValue => {
  const evaluator = new Evaluator(ctx, limits);
  const last = statements.at(-1);
  return last === undefined ? null : evaluator.evaluate(last.value);
};
