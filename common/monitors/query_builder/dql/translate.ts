import { isPattern, parseDql } from './parse';
import type { DqlNode, DqlValue, RangeOperator } from './parse';
import { DqlSyntaxError } from './tokens';
import type { Piece } from './tokens';

type Json = Record<string, unknown>;

export type Translated =
  | { kind: 'query'; query: Json }
  /** `column` counts from 1. */
  | { kind: 'error'; message: string; column: number };

/** Everything that means something to `query_string`, blanks included: they would part a pattern in two. */
const MEANS_SOMETHING = /[\s+\-=&|><!(){}[\]^"~*?:\\/]/g;

const isWild = (pieces: readonly Piece[]): boolean => pieces.some(({ kind }) => kind === 'wild');

const plain = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (piece.kind === 'wild' ? '*' : piece.text)).join('');

const pattern = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) =>
      piece.kind === 'wild' ? '*' : piece.text.replace(MEANS_SOMETHING, (one) => `\\${one}`)
    )
    .join('');

const isStar = (value: DqlValue): boolean =>
  value.kind === 'words' && value.pieces.length === 1 && value.pieces[0].kind === 'wild';

const nameOf = (field: DqlValue): string =>
  field.kind === 'phrase' ? field.text : plain(field.pieces);

/** Over all fields, or those that a pattern names. */
const anyField = (value: DqlValue, fields: readonly string[]): Json => {
  const among = fields.length === 0 ? {} : { fields };
  if (value.kind === 'phrase') {
    return { multi_match: { type: 'phrase', query: value.text, ...among, lenient: true } };
  }
  return isWild(value.pieces)
    ? { query_string: { query: pattern(value.pieces), ...among } }
    : { multi_match: { type: 'best_fields', query: plain(value.pieces), ...among, lenient: true } };
};

const oneField = (field: string, value: DqlValue): Json => {
  if (value.kind === 'phrase') return { match_phrase: { [field]: value.text } };
  return isWild(value.pieces)
    ? { query_string: { fields: [field], query: pattern(value.pieces) } }
    : { match: { [field]: plain(value.pieces) } };
};

const isClause = (field: DqlValue | undefined, value: DqlValue): Json => {
  if (!field) return isStar(value) ? { match_all: {} } : anyField(value, []);
  if (isStar(value))
    return isStar(field) ? { match_all: {} } : { exists: { field: nameOf(field) } };
  return isPattern(field) ? anyField(value, [nameOf(field)]) : oneField(nameOf(field), value);
};

const BOUNDS: Readonly<Record<RangeOperator, string>> = {
  '<': 'lt',
  '<=': 'lte',
  '>': 'gt',
  '>=': 'gte',
};

const rangeClause = (field: DqlValue, operator: RangeOperator, value: DqlValue): Json => {
  const bound = value.kind === 'phrase' ? value.text : plain(value.pieces);
  return { range: { [nameOf(field)]: { [BOUNDS[operator]]: bound } } };
};

const clauseOf = (node: DqlNode): Json => {
  switch (node.kind) {
    case 'and':
      return { bool: { filter: node.nodes.map(clauseOf) } };
    case 'or':
      return { bool: { should: node.nodes.map(clauseOf), minimum_should_match: 1 } };
    case 'not':
      return { bool: { must_not: [clauseOf(node.node)] } };
    case 'is':
      return isClause(node.field, node.value);
    case 'range':
      return rangeClause(node.field, node.operator, node.value);
  }
};

/**
 * A line in the Dashboards Query Language as a clause of the query DSL: `field: value`, `"a phrase"`, `pre*`,
 * `field: *`, `field >= 5`, `field: (a or b)`, and, or, not, parentheses. Source of the meaning: OpenSearch Dashboards,
 * DQL; nested documents are not among it.
 */
export const translateDql = (text: string): Translated => {
  try {
    return { kind: 'query', query: clauseOf(parseDql(text)) };
  } catch (error) {
    if (!(error instanceof DqlSyntaxError)) throw error;
    return { kind: 'error', message: error.message, column: error.offset + 1 };
  }
};
