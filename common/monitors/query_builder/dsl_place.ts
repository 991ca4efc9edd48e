import { jsonTokens } from '../../json/json_tokens';
import type { JsonToken } from '../../json/json_tokens';

/** Where in a search body somebody writes. */
export interface DslPlace {
  /** The names of the members around, from the outside; lists leave no trace. */
  path: string[];
  /** A name is written, or the value of the last name of the path. */
  writes: 'name' | 'value';
  /** What stands there so far and will be replaced; offsets, UTF-16 units. */
  from: number;
  to: number;
  /** Whether something stands there. */
  isBegun: boolean;
  /** A colon follows: only the name is missing. */
  hasColon: boolean;
}

interface Frame {
  isObject: boolean;
  name?: string;
  /** In an object: the next text is a name. */
  atName: boolean;
}

const nameOf = (text: string): string => text.replace(/^"|"$/g, '');

/** Takes in one token that lies before the place. */
const step = (frames: Frame[], { kind, text }: JsonToken): void => {
  const top = frames[frames.length - 1];
  if (kind === 'open') frames.push({ isObject: text === '{', atName: text === '{' });
  else if (kind === 'close') frames.pop();
  else if (!top?.isObject) return;
  else if (kind === 'comma') top.atName = true;
  else if (kind === 'colon') top.atName = false;
  else if (top.atName) top.name = nameOf(text);
};

/** The token that is being written: the place is in it, or right behind it. */
const written = (tokens: readonly JsonToken[], offset: number): JsonToken | undefined =>
  tokens.find(({ kind, text, from, closed }) => {
    const end = from + text.length;
    if (kind === 'string') return from < offset && (closed ? offset < end : offset <= end);
    return kind === 'other' && from < offset && offset <= end;
  });

/** The place at an offset; undefined outside of any object. */
export const dslPlace = (text: string, offset: number): DslPlace | undefined => {
  const tokens = jsonTokens(text);
  const token = written(tokens, offset);
  const from = token?.from ?? offset;
  const frames: Frame[] = [];
  for (const before of tokens) {
    if (before.from >= from) break;
    step(frames, before);
  }
  const top = frames[frames.length - 1];
  if (!top) return undefined;
  // What an open quote swallowed to the end of its line stays.
  const to = token && token.closed ? token.from + token.text.length : offset;
  const next = tokens.find((after) => after.from >= to);
  const writesName = top.isObject && top.atName;
  const around = writesName ? frames.slice(0, -1) : frames;
  return {
    path: around.flatMap(({ name }) => (name === undefined ? [] : [name])),
    writes: writesName ? 'name' : 'value',
    from,
    to,
    isBegun: token !== undefined,
    hasColon: next?.kind === 'colon',
  };
};
