import { jsonTokens } from '../../../common/json/json_tokens';
import type { JsonToken } from '../../../common/json/json_tokens';
import type { Path } from '../../../common/lifecycle/policy/policy';

/** Where a cursor stands in a JSON text that is being written. */
export interface JsonCursor {
  /** `key`: a name of a member belongs here. `value`: a value does. */
  role: 'key' | 'value';
  /** Of the object whose member is named, or of the value itself. */
  path: Path;
  /** What is replaced: offsets, UTF-16 units. */
  from: number;
  to: number;
  /** Names that the object around has already. */
  keys: readonly string[];
  /** Whether the colon behind a name stands there already. */
  hasColon: boolean;
}

type Next = 'key' | 'colon' | 'value' | 'comma';

interface Frame {
  isList: boolean;
  next: Next;
  key: string;
  index: number;
  keys: string[];
}

const textOf = ({ text }: JsonToken): string => {
  try {
    return String(JSON.parse(text));
  } catch {
    return text.replace(/^"|"$/g, '');
  }
};

const opened = (isList: boolean): Frame => ({
  ...{ isList, next: isList ? 'value' : 'key', key: '', index: 0, keys: [] },
});

const advance = (frames: Frame[], token: JsonToken): void => {
  const top = frames[frames.length - 1];
  switch (token.kind) {
    case 'open':
      if (top) top.next = 'comma';
      frames.push(opened(token.text === '['));
      break;
    case 'close':
      frames.pop();
      break;
    case 'comma':
      if (!top) break;
      top.next = top.isList ? 'value' : 'key';
      top.index += 1;
      break;
    case 'colon':
      if (top) top.next = 'value';
      break;
    default:
      if (!top) break;
      if (top.next === 'key') {
        top.key = textOf(token);
        top.keys.push(top.key);
        top.next = 'colon';
      } else top.next = 'comma';
  }
};

/** The token that is being written, if the cursor is in one. */
const isIn = ({ kind, from, text, closed }: JsonToken, offset: number): boolean => {
  const end = from + text.length;
  if (kind === 'other') return from < offset && offset <= end;
  return kind === 'string' && from < offset && (closed ? offset < end : offset <= end);
};

/** The names behind the cursor in the object that it is in. */
const keysBehind = (tokens: readonly JsonToken[]): string[] => {
  const keys: string[] = [];
  let depth = 0;
  for (const [i, token] of tokens.entries()) {
    if (token.kind === 'open') depth += 1;
    if (token.kind === 'close') depth -= 1;
    if (depth < 0) break;
    const isKey = token.kind === 'string' && tokens[i + 1]?.kind === 'colon';
    if (depth === 0 && isKey) keys.push(textOf(token));
  }
  return keys;
};

/** Undefined where neither a name nor a value belongs: behind one that is whole, or in front of a colon. */
export const jsonCursor = (text: string, offset: number): JsonCursor | undefined => {
  const tokens = jsonTokens(text);
  const current = tokens.find((token) => isIn(token, offset));
  const frames: Frame[] = [];
  tokens
    .filter((token) => token !== current && token.from < offset)
    .forEach((token) => advance(frames, token));
  const top = frames[frames.length - 1];
  if (!top || (top.next !== 'key' && top.next !== 'value')) return undefined;
  const behind = tokens.filter((token) => token !== current && token.from >= offset);
  const outer = frames.slice(0, -1).map((frame) => (frame.isList ? frame.index : frame.key));
  const own = top.next === 'key' ? [] : [top.isList ? top.index : top.key];
  // What follows an open quote on its line is not part of it.
  const end = current ? current.from + current.text.length : offset;
  return {
    role: top.next,
    path: [...outer, ...own],
    from: current?.from ?? offset,
    to: current && !current.closed ? offset : end,
    keys: [...top.keys, ...keysBehind(behind)],
    hasColon: behind[0]?.kind === 'colon',
  };
};
