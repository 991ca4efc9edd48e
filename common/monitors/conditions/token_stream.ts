import { PainlessSyntaxError, UnknownConstruct } from './failures';
import type { Token } from './lexer';

/** Trees are walked by recursion: deeper ones would overflow the stack of some engine. */
const MAX_DEPTH = 300;

export const describeToken = ({ kind, text }: Token): string =>
  kind === 'end' ? 'the end of the condition' : JSON.stringify(text);

export const isOperator = (token: Token | undefined, text: string): boolean =>
  token?.kind === 'operator' && token.text === text;

export const isKeyword = (token: Token | undefined, text: string): boolean =>
  token?.kind === 'keyword' && token.text === text;

/** What Painless allows behind an expression and the interpreter does not know. */
const UNKNOWN_AFTER_EXPRESSION = new Set(
  (
    '=~ ==~ === !== << >> >>> & | ^ ++ -- -> :: ( { ' + '= += -= *= /= %= &= ^= |= <<= >>= >>>='
  ).split(' ')
);

/** Where something stands in the source: from 0, in UTF-16 units, the end exclusive. */
export interface Span {
  from: number;
  to: number;
}

/** Tokens with a place in them, and what can go wrong at it. */
export class TokenStream {
  private at = 0;
  private depth = 0;
  private readonly spans = new WeakMap<object, Span>();

  constructor(private readonly tokens: Token[]) {}

  peek(ahead = 0): Token {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)];
  }

  next(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.at += 1;
    return token;
  }

  /** Notes that the node reaches from there to the last token that was taken; brackets around it are not its own. */
  marked<Node extends object>(from: number, node: Node): Node {
    const last = this.tokens[this.at - 1];
    if (!this.spans.has(node)) this.spans.set(node, { from, to: last.offset + last.text.length });
    return node;
  }

  spanOf(node: object): Span | undefined {
    return this.spans.get(node);
  }

  /** Takes the operator if it is the next token. */
  takes(operator: string): boolean {
    if (!isOperator(this.peek(), operator)) return false;
    this.next();
    return true;
  }

  takesKeyword(keyword: string): boolean {
    if (!isKeyword(this.peek(), keyword)) return false;
    this.next();
    return true;
  }

  expect(operator: string): Token {
    const token = this.peek();
    if (!isOperator(token, operator)) throw this.unexpected(token);
    return this.next();
  }

  unexpected(token: Token): Error {
    if (token.kind === 'operator' && UNKNOWN_AFTER_EXPRESSION.has(token.text)) {
      return new UnknownConstruct(`the operator ${token.text}`);
    }
    return new PainlessSyntaxError(`Unexpected ${describeToken(token)}.`, token.offset);
  }

  /** Every way down leads through here. */
  nested<T>(parse: () => T): T {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) {
      throw new UnknownConstruct('an expression that is nested very deeply');
    }
    const result = parse();
    this.depth -= 1;
    return result;
  }
}
