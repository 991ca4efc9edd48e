import type { ArithmeticOperator, EqualityOperator, Expression, LogicalOperator } from './ast';
import type { OrderOperator, Script, UnaryOperator } from './ast';
import { PainlessSyntaxError, UnknownConstruct } from './failures';
import { tokenize } from './lexer';
import type { Token } from './lexer';

/** Trees are walked by recursion: deeper or longer ones would overflow the stack of some engine. */
const MAX_DEPTH = 300;
const MAX_TOKENS = 4000;

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

type Combine = (left: Expression, right: Expression, offset: number) => Expression;

interface BinaryOperator {
  /** Higher binds more tightly; all of them to the left. */
  level: number;
  combine: Combine;
}

const arithmetic =
  (operator: ArithmeticOperator): Combine =>
  (left, right, offset) => ({ kind: 'arithmetic', operator, left, right, offset });
const order =
  (operator: OrderOperator): Combine =>
  (left, right, offset) => ({ kind: 'order', operator, left, right, offset });
const equality =
  (operator: EqualityOperator): Combine =>
  (left, right, offset) => ({ kind: 'equality', operator, left, right, offset });
const logical =
  (operator: LogicalOperator): Combine =>
  (left, right, offset) => ({ kind: 'logical', operator, left, right, offset });

/** Between the levels stand those of the operators that are not known yet: shifts, bits, instanceof, matching. */
const BINARY_OPERATORS: ReadonlyMap<string, BinaryOperator> = new Map([
  ['*', { level: 12, combine: arithmetic('*') }],
  ['/', { level: 12, combine: arithmetic('/') }],
  ['%', { level: 12, combine: arithmetic('%') }],
  ['+', { level: 11, combine: arithmetic('+') }],
  ['-', { level: 11, combine: arithmetic('-') }],
  ['<', { level: 8, combine: order('<') }],
  ['<=', { level: 8, combine: order('<=') }],
  ['>', { level: 8, combine: order('>') }],
  ['>=', { level: 8, combine: order('>=') }],
  ['==', { level: 6, combine: equality('==') }],
  ['!=', { level: 6, combine: equality('!=') }],
  ['&&', { level: 2, combine: logical('&&') }],
  ['||', { level: 1, combine: logical('||') }],
]);

/** What Painless allows behind an expression and the interpreter does not know. */
const UNKNOWN_AFTER_EXPRESSION = new Set(
  (
    '? ?: ?. =~ ==~ === !== << >> >>> & | ^ ++ -- -> :: ( { ' +
    '= += -= *= /= %= &= ^= |= <<= >>= >>>='
  ).split(' ')
);
/** What Painless allows where an expression begins and the interpreter does not know. */
const UNKNOWN_AT_EXPRESSION = new Set(['[', '{', '~', '++', '--', '->', '::']);

const describe = ({ kind, text }: Token): string =>
  kind === 'end' ? 'the end of the condition' : JSON.stringify(text);

const isOperator = (token: Token, text: string): boolean =>
  token.kind === 'operator' && token.text === text;

/** Brackets that do not match are an error whatever stands between them. */
const checkBrackets = (tokens: Token[]): void => {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.kind !== 'operator') continue;
    if (token.text in CLOSERS) open.push(token);
    else if (Object.values(CLOSERS).includes(token.text)) {
      const last = open.pop();
      if (last === undefined || CLOSERS[last.text] !== token.text) {
        throw new PainlessSyntaxError(
          `Nothing is open that ${describe(token)} could close.`,
          token.offset
        );
      }
    }
  }
  const last = open.pop();
  if (last) throw new PainlessSyntaxError(`${describe(last)} is never closed.`, last.offset);
};

const unescape = (literal: string): string => literal.slice(1, -1).replace(/\\(.)/g, '$1');

class Parser {
  private at = 0;
  private depth = 0;

  constructor(private readonly tokens: Token[]) {}

  script(): Script {
    if (this.peek().kind === 'end') return { statements: [] };
    const { offset } = this.peek();
    if (this.peek().text === 'return' && this.peek().kind === 'keyword') this.next();
    const value = this.expression();
    const ended = isOperator(this.peek(), ';');
    if (ended) this.next();
    this.expectEnd(ended);
    return { statements: [{ kind: 'return', value, offset }] };
  }

  private expectEnd(afterSemicolon: boolean): void {
    const token = this.peek();
    if (token.kind === 'end') return;
    if (afterSemicolon && !isOperator(token, ';')) {
      throw new UnknownConstruct('more than one statement');
    }
    throw this.unexpected(token);
  }

  private peek(): Token {
    return this.tokens[this.at];
  }

  private next(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.at += 1;
    return token;
  }

  private unexpected(token: Token): Error {
    if (token.kind === 'keyword' && token.text === 'instanceof') {
      return new UnknownConstruct('instanceof');
    }
    if (token.kind === 'operator' && UNKNOWN_AFTER_EXPRESSION.has(token.text)) {
      return new UnknownConstruct(`the operator ${token.text}`);
    }
    return new PainlessSyntaxError(`Unexpected ${describe(token)}.`, token.offset);
  }

  private expression(): Expression {
    return this.nested(() => this.binary(1));
  }

  /** Every way down leads through here. */
  private nested(parse: () => Expression): Expression {
    this.depth += 1;
    if (this.depth > MAX_DEPTH)
      throw new UnknownConstruct('an expression that is nested very deeply');
    const result = parse();
    this.depth -= 1;
    return result;
  }

  private binary(minimum: number): Expression {
    let left = this.unary();
    for (;;) {
      const token = this.peek();
      const operator = token.kind === 'operator' ? BINARY_OPERATORS.get(token.text) : undefined;
      if (operator === undefined || operator.level < minimum) return left;
      this.next();
      const right = this.nested(() => this.binary(operator.level + 1));
      left = operator.combine(left, right, token.offset);
    }
  }

  private unary(): Expression {
    const token = this.peek();
    if (isOperator(token, '-')) return this.prefixed('-');
    if (isOperator(token, '+')) return this.prefixed('+');
    if (isOperator(token, '!')) return this.prefixed('!');
    return this.postfix(this.primary());
  }

  private prefixed(operator: UnaryOperator): Expression {
    const { offset } = this.next();
    const operand = this.nested(() => this.unary());
    return { kind: 'unary', operator, operand, offset };
  }

  private postfix(target: Expression): Expression {
    let result = target;
    for (;;) {
      const { offset } = this.peek();
      if (isOperator(this.peek(), '.')) result = this.field(result, offset);
      else if (isOperator(this.peek(), '[')) result = this.index(result, offset);
      else return result;
    }
  }

  private field(target: Expression, offset: number): Expression {
    this.next();
    const member = this.next();
    if (member.kind !== 'member') throw this.unexpected(member);
    if (isOperator(this.peek(), '(')) throw new UnknownConstruct(`the method ${member.text}()`);
    return { kind: 'field', target, name: member.text, offset };
  }

  private index(target: Expression, offset: number): Expression {
    this.next();
    const index = this.expression();
    this.close(']');
    return { kind: 'index', target, index, offset };
  }

  private close(bracket: string): void {
    if (!isOperator(this.peek(), bracket)) throw this.unexpected(this.peek());
    this.next();
  }

  private primary(): Expression {
    const token = this.next();
    const { kind, text, offset } = token;
    if (kind === 'number') return { kind: 'number', text, offset };
    if (kind === 'string') return { kind: 'constant', value: unescape(text), offset };
    if (kind === 'keyword') return this.keyword(token);
    if (kind === 'identifier') return this.identifier(token);
    if (kind === 'regex') throw new UnknownConstruct('a regular expression');
    if (isOperator(token, '(')) return this.parenthesised();
    if (kind === 'operator' && UNKNOWN_AT_EXPRESSION.has(text)) {
      throw new UnknownConstruct(`${describe(token)} where an expression begins`);
    }
    throw new PainlessSyntaxError(`An expression is expected before ${describe(token)}.`, offset);
  }

  private parenthesised(): Expression {
    const inner = this.expression();
    this.close(')');
    return inner;
  }

  private keyword({ text, offset }: Token): Expression {
    if (text === 'true' || text === 'false')
      return { kind: 'constant', value: text === 'true', offset };
    if (text === 'null') return { kind: 'constant', value: null, offset };
    if (text === 'in' || text === 'instanceof' || text === 'else' || text === 'catch') {
      throw new PainlessSyntaxError(`Unexpected ${JSON.stringify(text)}.`, offset);
    }
    throw new UnknownConstruct(`the keyword ${text}`);
  }

  private identifier({ text, offset }: Token): Expression {
    if (text !== 'ctx') throw new UnknownConstruct(`the name ${text}`);
    if (isOperator(this.peek(), '(')) throw new UnknownConstruct('a call of ctx()');
    return { kind: 'context', offset };
  }
}

/**
 * Parses the part of Painless that the interpreter knows.
 *
 * @throws PainlessSyntaxError for what can never be Painless; UnknownConstruct for what may be
 */
export const parseScript = (source: string): Script => {
  const tokens = tokenize(source);
  checkBrackets(tokens);
  if (tokens.length > MAX_TOKENS) throw new UnknownConstruct('a very long condition');
  return new Parser(tokens).script();
};
