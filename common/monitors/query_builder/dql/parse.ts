import { DqlSyntaxError, dqlTokens } from './tokens';
import type { DqlToken, Piece } from './tokens';

/** What a field, or any field, is held against. Words keep their spaces; a phrase was quoted. */
export type DqlValue = { kind: 'words'; pieces: Piece[] } | { kind: 'phrase'; text: string };

export type RangeOperator = '<' | '<=' | '>' | '>=';

/** A line in the Dashboards Query Language. */
export type DqlNode =
  | { kind: 'and' | 'or'; nodes: DqlNode[] }
  | { kind: 'not'; node: DqlNode }
  /** Without a field: any field. */
  | { kind: 'is'; field?: DqlValue; value: DqlValue }
  | { kind: 'range'; field: DqlValue; operator: RangeOperator; value: DqlValue };

const RANGES: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);

/** Deeper than this no person writes. */
const DEEPEST = 200;

const joined = (kind: 'and' | 'or', nodes: DqlNode[]): DqlNode =>
  nodes.length === 1 ? nodes[0] : { kind, nodes };

/** Whether a name of a field stands for several. */
export const isPattern = (field: DqlValue): boolean =>
  field.kind === 'words' && field.pieces.some(({ kind }) => kind === 'wild');

class DqlParser {
  private at = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly DqlToken[]) {}

  whole(): DqlNode {
    const node = this.either(() => this.statement());
    if (this.peek().kind !== 'end') this.fail('Expected and, or, or the end of the line.');
    return node;
  }

  private peek(): DqlToken {
    return this.tokens[Math.min(this.at, this.tokens.length - 1)];
  }

  private take(kind: DqlToken['kind']): boolean {
    if (this.peek().kind !== kind) return false;
    this.at += 1;
    return true;
  }

  private fail(message: string): never {
    throw new DqlSyntaxError(message, this.peek().from);
  }

  /** `or` binds less than `and`, `and` less than `not`. */
  private either(leaf: () => DqlNode): DqlNode {
    const nodes = [this.both(leaf)];
    while (this.take('or')) nodes.push(this.both(leaf));
    return joined('or', nodes);
  }

  private both(leaf: () => DqlNode): DqlNode {
    const nodes = [this.negated(leaf)];
    while (this.take('and')) nodes.push(this.negated(leaf));
    return joined('and', nodes);
  }

  private negated(leaf: () => DqlNode): DqlNode {
    return this.take('not') ? { kind: 'not', node: this.deeper(() => this.negated(leaf)) } : leaf();
  }

  private deeper<T>(read: () => T): T {
    this.depth += 1;
    if (this.depth > DEEPEST) this.fail('The line is nested too deeply.');
    const node = read();
    this.depth -= 1;
    return node;
  }

  private grouped(leaf: () => DqlNode): DqlNode {
    const node = this.deeper(() => this.either(leaf));
    if (!this.take(')')) this.fail('A closing parenthesis is missing.');
    return node;
  }

  private statement(): DqlNode {
    if (this.take('(')) return this.grouped(() => this.statement());
    const subject = this.value();
    if (this.take(':')) return this.values(subject);
    const { kind } = this.peek();
    if (!RANGES.has(kind)) return { kind: 'is', value: subject };
    if (isPattern(subject)) this.fail('A range needs the name of one field.');
    this.at += 1;
    // The set has nothing else.
    return { kind: 'range', field: subject, operator: kind as RangeOperator, value: this.value() };
  }

  /** What stands behind `field:`, a value or several in parentheses. */
  private values(field: DqlValue): DqlNode {
    const leaf = (): DqlNode =>
      this.take('(') ? this.grouped(leaf) : { kind: 'is', field, value: this.value() };
    return leaf();
  }

  private value(): DqlValue {
    const token = this.peek();
    if (token.kind === 'quoted') {
      this.at += 1;
      return { kind: 'phrase', text: token.text };
    }
    return { kind: 'words', pieces: this.words() };
  }

  /** Words side by side are one value. */
  private words(): Piece[] {
    const pieces: Piece[] = [];
    for (let token = this.peek(); token.kind === 'word'; token = this.peek()) {
      if (pieces.length > 0) pieces.push({ kind: 'text', text: ' ' });
      pieces.push(...token.pieces);
      this.at += 1;
    }
    if (pieces.length === 0) this.fail('Expected a field or a value.');
    return pieces;
  }
}

/** @throws DqlSyntaxError */
export const parseDql = (text: string): DqlNode => new DqlParser(dqlTokens(text)).whole();
