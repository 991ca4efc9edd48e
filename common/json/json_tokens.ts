export type JsonTokenKind = 'open' | 'close' | 'comma' | 'colon' | 'string' | 'other';

/** A piece of JSON text, or of what is on its way to be JSON. */
export interface JsonToken {
  kind: JsonTokenKind;
  text: string;
  /** Offset of its first character, UTF-16 units. */
  from: number;
  /** False for a string whose end is missing. */
  closed: boolean;
}

const STRUCTURE: Readonly<Record<string, JsonTokenKind>> = {
  '{': 'open',
  '[': 'open',
  '}': 'close',
  ']': 'close',
  ',': 'comma',
  ':': 'colon',
};

// A string may not go over a line's end: an open quote spoils its line, not all that follows.
const STRING = /"(?:[^"\\\r\n]|\\[^\r\n])*("?)/y;
/** Numbers, words, and placeholders such as `{{period_end}}||-1h`, which stand where a value belongs. */
const OTHER = /(?:\{\{\{?[^{}]*\}?\}\}|[^\s{}[\],:"])+/y;
const SPACE = /\s+/y;

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

const tokenAt = (text: string, from: number): JsonToken => {
  if (text[from] === '"') {
    const [found = '"', end = ''] = matchAt(STRING, text, from) ?? [];
    return { kind: 'string', text: found, from, closed: end === '"' };
  }
  const other = matchAt(OTHER, text, from)?.[0];
  if (other !== undefined) return { kind: 'other', text: other, from, closed: true };
  return { kind: STRUCTURE[text[from]] ?? 'other', text: text[from], from, closed: true };
};

/** The tokens of any text. All of it but white space is in one of them. */
export const jsonTokens = (text: string): JsonToken[] => {
  const tokens: JsonToken[] = [];
  let at = 0;
  while (at < text.length) {
    const space = matchAt(SPACE, text, at)?.[0].length ?? 0;
    if (space > 0) {
      at += space;
      continue;
    }
    const token = tokenAt(text, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
};
