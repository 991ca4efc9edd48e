import { PainlessSyntaxError } from './failures';

export type TokenKind =
  | 'identifier'
  | 'keyword'
  | 'number'
  | 'string'
  | 'regex'
  | 'operator'
  /** What follows a dot: a name (keywords included) or an index. */
  | 'member'
  | 'end';

export interface Token {
  kind: TokenKind;
  text: string;
  /** From 0, in UTF-16 units. */
  offset: number;
}

const KEYWORDS = new Set(
  'if in while do for else continue break return new try catch throw this instanceof true false null'.split(
    ' '
  )
);

/** Longest first. */
const OPERATORS = (
  '>>>= ' +
  '>>> === !== <<= >>= ==~ ' +
  '=~ ?. ?: << >> == != <= >= && || ++ -- += -= *= /= %= &= ^= |= -> :: ' +
  '+ - * / % = < > ! ~ & | ^ ? : ; , . ( ) [ ] { }'
).split(' ');

const BLANK = /(?:\s|\/\/[^\n\r]*|\/\*[^]*?\*\/)+/y;
const IDENTIFIER = /[_a-zA-Z][_a-zA-Z0-9]*/y;
const MEMBER = /[_a-zA-Z][_a-zA-Z0-9]*|0|[1-9][0-9]*/y;
const REGEX = /\/(?:\\[^\n]|[^/\n\\])+\/[cilmsUux]*/y;
const STRINGS = [/"(?:\\["\\]|[^"\\])*"/y, /'(?:\\['\\]|[^'\\])*'/y];
/** Octal, hexadecimal, integer, decimal: the longest one counts. */
const NUMBERS = [
  /0[0-7]+[lL]?/y,
  /0[xX][0-9a-fA-F]+[lL]?/y,
  /(?:0|[1-9][0-9]*)[lLfFdD]?/y,
  /(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?[fFdD]?/y,
];

const match = (pattern: RegExp, source: string, at: number): string | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0];
};

const longest = (patterns: RegExp[], source: string, at: number): string | undefined =>
  patterns
    .map((pattern) => match(pattern, source, at))
    .reduce(
      (best, found) => ((found?.length ?? 0) > (best?.length ?? 0) ? found : best),
      undefined
    );

/** A slash divides after a value and begins a regular expression elsewhere. */
const endsValue = (token: Token | undefined): boolean =>
  token !== undefined &&
  (['identifier', 'number', 'member'].includes(token.kind) || [')', ']'].includes(token.text));

const isDot = (token: Token | undefined): boolean =>
  token?.kind === 'operator' && (token.text === '.' || token.text === '?.');

const wordKind = (text: string): TokenKind => (KEYWORDS.has(text) ? 'keyword' : 'identifier');

const badString = (quote: string, offset: number): PainlessSyntaxError =>
  new PainlessSyntaxError(
    `A string that begins with ${quote} must end with it; the only escapes in it are \\\\ and \\${quote}.`,
    offset
  );

const stringAt = (source: string, offset: number): Token => {
  const quote = source[offset];
  const text = match(STRINGS[quote === '"' ? 0 : 1], source, offset);
  if (text === undefined) throw badString(quote, offset);
  return { kind: 'string', text, offset };
};

/** No blank may stand between a dot and the name after it. */
const memberAt = (source: string, offset: number): Token => {
  const text = match(MEMBER, source, offset);
  if (text !== undefined) return { kind: 'member', text, offset };
  throw new PainlessSyntaxError('A name is expected right after the dot.', offset);
};

/** Also behind a String, `true` and `null`: those are not divided in Painless. */
const regexAt = (source: string, offset: number): Token => {
  const text = match(REGEX, source, offset);
  if (text !== undefined) return { kind: 'regex', text, offset };
  throw new PainlessSyntaxError('A regular expression begins here and has no end.', offset);
};

const tokenAt = (source: string, offset: number, before: Token | undefined): Token => {
  const first = source[offset];
  if (isDot(before)) return memberAt(source, offset);
  if (first === '"' || first === "'") return stringAt(source, offset);
  const word = match(IDENTIFIER, source, offset);
  if (word !== undefined) return { kind: wordKind(word), text: word, offset };
  const number = longest(NUMBERS, source, offset);
  if (number !== undefined) return { kind: 'number', text: number, offset };
  if (first === '/' && !endsValue(before)) return regexAt(source, offset);
  const operator = OPERATORS.find((text) => source.startsWith(text, offset));
  if (operator !== undefined) return { kind: 'operator', text: operator, offset };
  throw new PainlessSyntaxError(`Unexpected character ${JSON.stringify(first)}.`, offset);
};

const skipBlank = (source: string, offset: number): number => {
  const next = offset + (match(BLANK, source, offset)?.length ?? 0);
  if (source.startsWith('/*', next)) throw new PainlessSyntaxError('The comment has no end.', next);
  return next;
};

/**
 * Splits Painless into tokens, by the rules of its own lexer; the last one is of kind `end`.
 *
 * @throws PainlessSyntaxError
 */
export const tokenize = (source: string): Token[] => {
  const tokens: Token[] = [];
  let offset = 0;
  for (;;) {
    const before = tokens.at(-1);
    if (!isDot(before)) offset = skipBlank(source, offset);
    if (offset >= source.length) return [...tokens, { kind: 'end', text: '', offset }];
    const token = tokenAt(source, offset, before);
    tokens.push(token);
    offset = token.offset + token.text.length;
  }
};
