/** A line in the Dashboards Query Language that makes no sense, with the place. */
export class DqlSyntaxError extends Error {
  constructor(
    message: string,
    /** From 0, UTF-16 units. */
    readonly offset: number
  ) {
    super(message);
    this.name = 'DqlSyntaxError';
  }
}

/** A word's characters; `wild` marks a star that was not escaped. */
export type Piece = { kind: 'text'; text: string } | { kind: 'wild' };

export type DqlToken =
  | { kind: '(' | ')' | ':' | '<' | '<=' | '>' | '>='; from: number }
  | { kind: 'and' | 'or' | 'not'; from: number; text: string }
  | { kind: 'word'; from: number; pieces: Piece[] }
  | { kind: 'quoted'; from: number; text: string }
  | { kind: 'end'; from: number };

const SYMBOL = /[()]|:|<=?|>=?/y;
const SPACE = /\s+/y;
const WORD = /(?:\\[^]|[^\s()\\:<>"{}])+/y;
const QUOTED = /"((?:[^"\\]|\\[^])*)"/y;
const KEYWORD = /^(?:and|or|not)$/i;

const at = (pattern: RegExp, text: string, from: number): RegExpExecArray | null => {
  pattern.lastIndex = from;
  return pattern.exec(text);
};

const ESCAPED: Readonly<Record<string, string>> = { t: '\t', r: '\r', n: '\n' };

/** `\n` is a line's end, `\*` a star, and a backslash before anything else leaves that. */
const unescaped = (text: string): string =>
  text.replace(/\\([^])/g, (_all, character: string) => ESCAPED[character] ?? character);

const piecesOf = (word: string): Piece[] =>
  [...word.matchAll(/\*|(?:\\[^]|[^*\\])+/g)].map(([part]) =>
    part === '*' ? { kind: 'wild' } : { kind: 'text', text: unescaped(part) }
  );

const symbolOf = (text: string, from: number): DqlToken => ({
  // The pattern lets nothing else through.
  kind: text as '(' | ')' | ':' | '<' | '<=' | '>' | '>=',
  from,
});

const wordOf = (text: string, from: number): DqlToken =>
  KEYWORD.test(text)
    ? { kind: text.toLowerCase() as 'and' | 'or' | 'not', from, text }
    : { kind: 'word', from, pieces: piecesOf(text) };

const tokenAt = (text: string, from: number): { token: DqlToken; length: number } => {
  const symbol = at(SYMBOL, text, from)?.[0];
  if (symbol !== undefined) return { token: symbolOf(symbol, from), length: symbol.length };
  const [all, inner] = at(QUOTED, text, from) ?? [];
  if (all !== undefined) {
    const quoted = { kind: 'quoted' as const, from, text: unescaped(inner) };
    return { token: quoted, length: all.length };
  }
  const word = at(WORD, text, from)?.[0];
  if (word !== undefined) return { token: wordOf(word, from), length: word.length };
  if (text[from] === '"') throw new DqlSyntaxError('The closing quote is missing.', from);
  if (text[from] === '\\') throw new DqlSyntaxError('Nothing follows the backslash.', from);
  throw new DqlSyntaxError('Nested documents ({ … }) cannot be asked for here.', from);
};

/** @throws DqlSyntaxError */
export const dqlTokens = (text: string): DqlToken[] => {
  const tokens: DqlToken[] = [];
  let from = 0;
  while (from < text.length) {
    const space = at(SPACE, text, from)?.[0].length;
    if (space !== undefined) {
      from += space;
      continue;
    }
    const { token, length } = tokenAt(text, from);
    tokens.push(token);
    from += length;
  }
  return [...tokens, { kind: 'end', from: text.length }];
};
