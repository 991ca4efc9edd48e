import { JavaDouble } from './java_double';

/**
 * Literals that `JSON.parse` may spoil: a float whose value may be an integer, an exponent, a long integer, a negative
 * zero. With what surrounds a number in JSON, so that nothing becomes JSON by being marked.
 */
const CANDIDATE =
  /(^|[:,[\s])(-?(?:(?:0|[1-9]\d*)\.0+(?!\d)|(?:0|[1-9]\d*)(?:\.\d+)?[eE][+-]?\d+|[1-9][\d.]{15,}|0\.\d{15,})|-0(?![.\d]))(?=\s*(?:[,\]}]|$))/g;

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A character of no script: a text with it, or with an escape that may be it, is parsed in another way. */
const MARK = '\ue000';
const MAY_HAVE_MARK = /\ue000|\\u[eE]000/;

/** The number of Java that a literal stands for. */
export const numberOf = (literal: string): number | bigint | JavaDouble => {
  const value = Number(literal);
  if (/[.eE]/.test(literal)) return Number.isInteger(value) ? new JavaDouble(value) : value;
  if (!Number.isSafeInteger(value)) return BigInt(literal);
  return value === 0 ? 0 : value;
};

const isSpoiled = (literal: string): boolean => {
  if (!NUMBER.test(literal)) return false;
  const value = Number(literal);
  if (/[.eE]/.test(literal)) return Number.isInteger(value);
  return !Number.isSafeInteger(value) || Object.is(value, -0);
};

const isEscaped = (text: string, at: number): boolean => {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
};

/** The offset behind the string that begins at a quote. */
const behindString = (text: string, quote: number): number => {
  let end = text.indexOf('"', quote + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end + 1;
};

/** Tells, for offsets that only grow, whether they are in a string. */
const stringTester = (text: string): ((offset: number) => boolean) => {
  let behind = 0;
  let quote = text.indexOf('"');
  return (offset) => {
    while (quote !== -1 && quote < offset) {
      behind = behindString(text, quote);
      quote = text.indexOf('"', behind);
    }
    return offset < behind;
  };
};

/** JSON with its spoilt numbers marked, each as a string; undefined for a text that cannot be marked. */
export const markNumbers = (text: string): { marked: string; count: number } | undefined => {
  if (MAY_HAVE_MARK.test(text)) return undefined;
  const isInString = stringTester(text);
  const parts: string[] = [];
  let from = 0;
  let count = 0;
  for (const { 1: before, 2: literal, index } of text.matchAll(CANDIDATE)) {
    const at = index + before.length;
    if (!isSpoiled(literal) || isInString(at)) continue;
    parts.push(text.slice(from, at), '"', MARK, literal, '"');
    from = at + literal.length;
    count += 1;
  }
  if (count === 0) return { marked: text, count };
  parts.push(text.slice(from));
  return { marked: parts.join(''), count };
};

const set = (target: Record<string, unknown>, name: string, value: unknown): void => {
  if (name !== '__proto__') target[name] = value;
  else Object.defineProperty(target, name, { value, ...OWN });
};

const OWN = { writable: true, enumerable: true, configurable: true } as const;

/** Replaces marks by their numbers, in place, until all are found. */
class Unmarker {
  constructor(private left: number) {}

  replaced(value: unknown): unknown {
    if (typeof value === 'string') return value[0] === MARK ? this.number(value) : value;
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) this.walkList(value);
    else this.walkMap(value as Record<string, unknown>);
    return value;
  }

  private number(marked: string): unknown {
    this.left -= 1;
    return numberOf(marked.slice(1));
  }

  private walkList(list: unknown[]): void {
    for (let i = 0; i < list.length && this.left > 0; i++) {
      const item = list[i];
      if (typeof item === 'string' || (typeof item === 'object' && item !== null)) {
        list[i] = this.replaced(item);
      }
    }
  }

  private walkMap(map: Record<string, unknown>): void {
    for (const name of Object.keys(map)) {
      if (this.left === 0) return;
      const before = map[name];
      const after = this.replaced(before);
      if (after !== before) set(map, name, after);
    }
  }
}

/** @param count of marks; of members with one name only the last one is left, so that fewer may be found */
export const unmark = (value: unknown, count: number): unknown =>
  new Unmarker(count).replaced(value);
