import { textPosition } from '../json/text_position';
import { ExpressionSyntaxError, FORM, skipBlank, tokenAt } from './boolean_expression_tokens';
import type { Term, Token } from './boolean_expression_tokens';

/**
 * The conditions of triggers that look at queries or at other monitors: terms such as `query[name=errors]` and
 * `monitor[id=abc]` with `&&`, `||`, `!` and parentheses. Source: OpenSearch Alerting, document-level and chained
 * triggers.
 */

export type BooleanExpression =
  | { kind: 'term'; term: Term; offset: number }
  | { kind: 'constant'; value: boolean }
  | { kind: 'not'; operand: BooleanExpression }
  | { kind: 'and' | 'or'; left: BooleanExpression; right: BooleanExpression };

/** A place in the source: the offset from 0 in UTF-16 units, line and column from 1. */
export interface ExpressionPlace {
  offset: number;
  line: number;
  column: number;
}

export type ParsedExpression =
  | {
      kind: 'expression';
      expression: BooleanExpression;
      /**
       * Where an `&&` stands after an `||` without parentheses. Both bind equally here, from the left, so it means
       * `(a || b) && c`, which surprises many.
       */
      mixed?: ExpressionPlace;
    }
  | ({ kind: 'error'; message: string } & ExpressionPlace);

/** Parentheses and `!` within each other; a stack is not endless. */
const DEEPEST = 200;

const MOST_TERMS = 1000;

const MISSING = `A term is missing at the end. ${FORM}`;
const EXPECTED = `A term is expected here. ${FORM}`;
const TOO_MANY = `The expression has more than ${MOST_TERMS} terms.`;

/** Recursive descent: a chain of terms joined by `&&` and `||`, which bind equally, from the left. */
class Parser {
  private token: Token;
  private depth = 0;
  private terms = 0;
  mixedAt: number | undefined;

  constructor(
    private readonly source: string,
    start: number
  ) {
    this.token = tokenAt(source, skipBlank(source, start));
  }

  whole(): BooleanExpression {
    const expression = this.chain();
    if (this.token.kind === 'close') throw this.error('This ) closes nothing.');
    if (this.token.kind !== 'end') throw this.error('An operator (&&, ||) is missing before this.');
    return expression;
  }

  private chain(): BooleanExpression {
    let left = this.operand();
    let isAfterOr = false;
    for (;;) {
      const { kind, offset } = this.token;
      if (kind !== 'and' && kind !== 'or') return left;
      if (kind === 'and' && isAfterOr) this.mixedAt ??= offset;
      isAfterOr ||= kind === 'or';
      this.next();
      left = { kind, left, right: this.operand() };
    }
  }

  private operand(): BooleanExpression {
    const { kind, offset, term, text } = this.token;
    switch (kind) {
      case 'not':
        this.next();
        return { kind: 'not', operand: this.deeper(() => this.operand()) };
      case 'open': {
        this.next();
        const inner = this.deeper(() => this.chain());
        if (this.token.kind === 'end') throw new ExpressionSyntaxError('This ( has no ).', offset);
        if (this.token.kind !== 'close') throw this.error('An operator (&&, ||) is missing here.');
        this.next();
        return inner;
      }
      case 'constant':
        this.count();
        this.next();
        return { kind: 'constant', value: text.toLowerCase() === 'true' };
      default:
        if (!term) throw this.error(kind === 'end' ? MISSING : EXPECTED);
        this.count();
        this.next();
        return { kind: 'term', term, offset };
    }
  }

  private count(): void {
    this.terms += 1;
    if (this.terms > MOST_TERMS) throw this.error(TOO_MANY);
  }

  private deeper(read: () => BooleanExpression): BooleanExpression {
    this.depth += 1;
    if (this.depth > DEEPEST) throw this.error('The expression is nested too deeply.');
    const inner = read();
    this.depth -= 1;
    return inner;
  }

  private next(): void {
    const { offset, text } = this.token;
    this.token = tokenAt(this.source, skipBlank(this.source, offset + text.length));
  }

  private error(message: string): ExpressionSyntaxError {
    return new ExpressionSyntaxError(message, this.token.offset);
  }
}

const RETURN = /^\s*return\s+(?=(?:true|false)\b)/i;

/** The neighbour's editor writes `return true;` for a trigger that always fires. */
const withoutStatement = (source: string): { start: number; text: string } => {
  const start = RETURN.exec(source)?.[0].length ?? 0;
  const end = source.search(/;\s*$/);
  return { start, text: end < 0 ? source : source.slice(0, end) };
};

/** Reads a condition; its errors say where and what is missing. */
export const parseBooleanExpression = (source: string): ParsedExpression => {
  const placeOf = (offset: number): ExpressionPlace => ({
    offset,
    ...textPosition(source, offset),
  });
  try {
    const { start, text } = withoutStatement(source);
    const parser = new Parser(text, start);
    const expression = parser.whole();
    const { mixedAt } = parser;
    return {
      kind: 'expression',
      expression,
      ...(mixedAt === undefined ? {} : { mixed: placeOf(mixedAt) }),
    };
  } catch (error) {
    if (!(error instanceof ExpressionSyntaxError)) throw error;
    return { kind: 'error', message: error.message, ...placeOf(error.offset) };
  }
};

/** Three-valued: `undefined` is unknown. */
type Known = boolean | undefined;

const and = (left: Known, right: Known): Known => {
  if (left === false || right === false) return false;
  return left === undefined || right === undefined ? undefined : true;
};

const or = (left: Known, right: Known): Known => {
  if (left === true || right === true) return true;
  return left === undefined || right === undefined ? undefined : false;
};

/**
 * The value by Kleene's logic: unknown only where it depends on an unknown term.
 *
 * @param valueOf a term; `undefined` where nothing is known of it
 */
export const evaluateExpression = (
  expression: BooleanExpression,
  valueOf: (term: Term) => boolean | undefined
): boolean | undefined => {
  switch (expression.kind) {
    case 'term':
      return valueOf(expression.term);
    case 'constant':
      return expression.value;
    case 'not': {
      const value = evaluateExpression(expression.operand, valueOf);
      return value === undefined ? undefined : !value;
    }
    default: {
      const left = evaluateExpression(expression.left, valueOf);
      const right = evaluateExpression(expression.right, valueOf);
      return expression.kind === 'and' ? and(left, right) : or(left, right);
    }
  }
};

/** The terms in the order of their writing, with their offsets; repeated ones repeatedly. */
export const termsOf = (expression: BooleanExpression): Array<Term & { offset: number }> => {
  switch (expression.kind) {
    case 'term':
      return [{ ...expression.term, offset: expression.offset }];
    case 'constant':
      return [];
    case 'not':
      return termsOf(expression.operand);
    default:
      return [...termsOf(expression.left), ...termsOf(expression.right)];
  }
};

export type { Term } from './boolean_expression_tokens';
