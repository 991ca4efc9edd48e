import type { JsonToken } from './json_tokens';

/** JSON text as it is written: every literal as the author spelled it. */
export type JsonTree = { kind: 'leaf'; text: string } | JsonContainer;

export interface JsonContainer {
  kind: 'object' | 'array';
  items: ReadonlyArray<{ key?: string; value: JsonTree }>;
}

class NotWellFormed extends Error {}

class TreeReader {
  private at = 0;

  constructor(private readonly tokens: readonly JsonToken[]) {}

  whole(): JsonTree {
    const tree = this.value();
    if (this.at < this.tokens.length) throw new NotWellFormed();
    return tree;
  }

  private next(): JsonToken {
    const token = this.tokens[this.at];
    if (!token || !token.closed) throw new NotWellFormed();
    this.at += 1;
    return token;
  }

  private value(): JsonTree {
    const token = this.next();
    if (token.kind === 'string' || token.kind === 'other')
      return { kind: 'leaf', text: token.text };
    if (token.kind !== 'open') throw new NotWellFormed();
    return token.text === '{'
      ? { kind: 'object', items: this.items('}', () => this.member()) }
      : { kind: 'array', items: this.items(']', () => ({ value: this.value() })) };
  }

  private member(): JsonContainer['items'][number] {
    const { kind, text } = this.next();
    if (kind !== 'string' || this.next().kind !== 'colon') throw new NotWellFormed();
    return { key: text, value: this.value() };
  }

  private items<T>(end: string, read: () => T): T[] {
    if (this.tokens[this.at]?.text === end) {
      this.at += 1;
      return [];
    }
    const items = [read()];
    for (let token = this.next(); token.text !== end; token = this.next()) {
      if (token.kind !== 'comma') throw new NotWellFormed();
      items.push(read());
    }
    return items;
  }
}

/** The tree of a text; undefined where its brackets, commas and colons are not those of JSON. */
export const jsonTree = (tokens: readonly JsonToken[]): JsonTree | undefined => {
  try {
    return new TreeReader(tokens).whole();
  } catch (error) {
    // A text can be nested deeper than any engine goes.
    if (error instanceof NotWellFormed || error instanceof RangeError) return undefined;
    throw error;
  }
};

const nameOf = (key: string): string => {
  try {
    return String(JSON.parse(key));
  } catch {
    return key;
  }
};

/** A name that an object of JavaScript may lose, so that it counts as given already. */
const LOST = '__proto__';

/** The path of a member that stands twice in its object, so that parsing loses one of the two. */
export const repeatedMember = (tree: JsonTree, path = ''): string | undefined => {
  if (tree.kind === 'leaf') return undefined;
  const seen = new Set<string>([LOST]);
  for (const [i, { key, value }] of tree.items.entries()) {
    const name = key === undefined ? `[${i}]` : nameOf(key);
    const here = key === undefined || path === '' ? `${path}${name}` : `${path}.${name}`;
    if (seen.has(name)) return here;
    seen.add(name);
    const within = repeatedMember(value, here);
    if (within !== undefined) return within;
  }
  return undefined;
};
