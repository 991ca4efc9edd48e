/** `subject[field=value]`. */
export interface Term {
  subject: string;
  field: string;
  value: string;
}

export type TokenKind = 'term' | 'and' | 'or' | 'not' | 'open' | 'close' | 'constant' | 'end';

export interface Token {
  kind: TokenKind;
  offset: number;
  text: string;
  term?: Term;
  /** Of a term: its value as it is written, quotes and all. */
  written?: { start: number; end: number };
}

export class ExpressionSyntaxError extends Error {
  constructor(
    message: string,
    readonly offset: number
  ) {
    super(message);
    this.name = 'ExpressionSyntaxError';
  }
}

/** How a term is written; for messages. */
export const FORM = 'Write a term as monitor[id=…] or query[name=…].';

const BLANK = /\s*/y;
const WORD = /[\p{L}_][\p{L}\p{N}_]*/uy;
const HEAD = /\s*\[\s*([\p{L}_][\p{L}\p{N}_.]*)\s*=\s*/uy;
const QUOTED = [/"((?:\\[^]|[^"\\])*)"\s*\]/y, /'((?:\\[^]|[^'\\])*)'\s*\]/y];
const BARE = /([^\]]*)\]/y;

const SIGNS: ReadonlyArray<readonly [string, TokenKind]> = [
  ['&&', 'and'],
  ['||', 'or'],
  ['!', 'not'],
  ['(', 'open'],
  [')', 'close'],
];

const WORDS: Readonly<Record<string, TokenKind>> = {
  and: 'and',
  or: 'or',
  not: 'not',
  true: 'constant',
  false: 'constant',
};

const match = (pattern: RegExp, source: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(source);
};

/** The offset of what is not blank. */
export const skipBlank = (source: string, at: number): number =>
  at + (match(BLANK, source, at)?.[0].length ?? 0);

/** The value, where it ends as it is written, and where the term ends, behind the bracket. */
const valueAt = (source: string, at: number, term: number) => {
  for (const pattern of QUOTED) {
    const quoted = match(pattern, source, at);
    if (!quoted) continue;
    const value = quoted[1].replace(/\\([^])/g, '$1');
    return { value, written: at + quoted[1].length + 2, end: pattern.lastIndex };
  }
  const bare = match(BARE, source, at);
  if (!bare) throw new ExpressionSyntaxError('A ] is missing at the end of the term.', term);
  const value = bare[1].trim();
  return { value, written: at + value.length, end: BARE.lastIndex };
};

const termAt = (source: string, offset: number, subject: string): Token | undefined => {
  const bracket = skipBlank(source, offset + subject.length);
  if (source[bracket] !== '[') return undefined;
  const head = match(HEAD, source, offset + subject.length);
  if (!head) throw new ExpressionSyntaxError(`No field and = after the [. ${FORM}`, bracket);
  const start = HEAD.lastIndex;
  const { value, written, end } = valueAt(source, start, offset);
  if (value === '') throw new ExpressionSyntaxError('A value is missing after the =.', start);
  const term = { subject, field: head[1], value };
  const text = source.slice(offset, end);
  return { kind: 'term', offset, text, term, written: { start, end: written } };
};

/**
 * The token that begins at an offset.
 *
 * @throws ExpressionSyntaxError
 */
export const tokenAt = (source: string, offset: number): Token => {
  if (offset >= source.length) return { kind: 'end', offset, text: '' };
  const sign = SIGNS.find(([text]) => source.startsWith(text, offset));
  if (sign) return { kind: sign[1], offset, text: sign[0] };
  const word = match(WORD, source, offset)?.[0];
  if (word === undefined) {
    const found = JSON.stringify(String.fromCodePoint(source.codePointAt(offset) ?? 0));
    throw new ExpressionSyntaxError(`Unexpected character ${found}. ${FORM}`, offset);
  }
  const term = termAt(source, offset, word);
  if (term) return term;
  const kind = Object.hasOwn(WORDS, word.toLowerCase()) ? WORDS[word.toLowerCase()] : undefined;
  if (kind) return { kind, offset, text: word };
  throw new ExpressionSyntaxError(`Unknown word ${JSON.stringify(word)}. ${FORM}`, offset);
};
