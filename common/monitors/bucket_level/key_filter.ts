import { RE2JS } from 're2js';
import { JavaDouble } from '../../json/java_double';
import { isRecord } from '../../json/record';
import { messageOf } from '../../errors';
import type { BucketCondition, KeyFilter } from '../trigger';

/** Whether the key of a bucket is one that is judged. */
export type KeyTest = (bucket: Readonly<Record<string, unknown>>) => boolean;

type ValueTest = (value: unknown, text?: unknown) => boolean;

/** Of Lucene's language, what a linear engine of the usual language cannot say. */
const UNKNOWN = new Set(['~', '&', '#', '<', '>']);

const CLASSES = /[dDwWsS]/;

const literal = (character: string): string =>
  /[A-Za-z0-9_\s]/.test(character) ? character : `\\${character}`;

/** Reads a pattern from left to right. */
class LuceneReader {
  private at = 0;
  private inClass = false;

  constructor(private readonly pattern: string) {}

  read(): string {
    let out = '';
    while (this.at < this.pattern.length) out += this.next();
    return out;
  }

  private next(): string {
    const character = this.pattern[this.at];
    this.at += 1;
    if (character === '\\') return this.escaped();
    if (this.inClass) return this.classed(character);
    if (character === '"') return this.quoted();
    if (character === '@') return '.*';
    if (UNKNOWN.has(character)) {
      throw new SyntaxError(`The operator ${character} is not known here; list the keys instead.`);
    }
    if (character === '[') this.inClass = true;
    return character === '^' || character === '$' ? `\\${character}` : character;
  }

  private escaped(): string {
    const character = this.pattern[this.at] ?? '';
    this.at += 1;
    if (character === '') throw new SyntaxError('A backslash stands at the end.');
    return CLASSES.test(character) ? `\\${character}` : literal(character);
  }

  private classed(character: string): string {
    if (character === ']') this.inClass = false;
    return character === '[' ? '\\[' : character;
  }

  private quoted(): string {
    const end = this.pattern.indexOf('"', this.at);
    if (end === -1) throw new SyntaxError('A " is never closed.');
    const text = this.pattern.slice(this.at, end);
    this.at = end + 1;
    return [...text].map(literal).join('');
  }
}

/**
 * A regular expression of Lucene, for a whole key: `^` and `$` are characters there, `@` is anything.
 *
 * @throws SyntaxError
 */
const expressionOf = (pattern: string): RE2JS => {
  const translated = new LuceneReader(pattern).read();
  try {
    return RE2JS.compile(translated, RE2JS.DOTALL);
  } catch (error) {
    throw new SyntaxError(`This is no regular expression: ${messageOf(error)}.`);
  }
};

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : value === null ? 'null' : String(value);

const isNumber = (value: unknown): boolean =>
  typeof value === 'number' || typeof value === 'bigint' || value instanceof JavaDouble;

const listed = (values: readonly string[]): ValueTest => {
  const texts = new Set(values);
  const numbers = new Set(values.filter((text) => text.trim() !== '').map(Number));
  return (value, text) =>
    texts.has(textOf(value)) ||
    (typeof text === 'string' && texts.has(text)) ||
    (isNumber(value) && numbers.has(Number(value)));
};

const matching = (pattern: string): ValueTest => {
  const expression = expressionOf(pattern);
  return (value, text) =>
    expression.matches(textOf(value)) || (typeof text === 'string' && expression.matches(text));
};

const testOf = (filter: string | readonly string[]): ValueTest =>
  typeof filter === 'string' ? matching(filter) : listed(filter);

/** A key that is missing is none of those to include, and none of those to exclude. */
const valueTest = ({ include, exclude }: KeyFilter): ValueTest => {
  const included = include === undefined ? () => true : testOf(include);
  const excluded = exclude === undefined ? () => false : testOf(exclude);
  return (value, text) => {
    if (value === null || value === undefined) return include === undefined;
    return included(value, text) && !excluded(value, text);
  };
};

/** @throws SyntaxError for a regular expression that is none */
export const checkFilter = (filter: string | readonly string[] | undefined): void => {
  if (filter !== undefined) testOf(filter);
};

/**
 * The filters of a condition, over the key of a bucket. A text is a regular expression for a whole key, a list holds
 * keys. A source that the filter does not name is not restricted.
 *
 * @throws SyntaxError
 */
export const keyTestOf = ({
  filter,
  composite_agg_filter: bySource,
}: BucketCondition): KeyTest | undefined => {
  if (bySource) {
    const tests = Object.entries(bySource).map(([source, one]) => ({
      source,
      test: valueTest(one),
    }));
    return ({ key }) => isRecord(key) && tests.every(({ source, test }) => test(key[source]));
  }
  if (!filter) return undefined;
  const test = valueTest(filter);
  return ({ key, key_as_string: text }) => test(key, text);
};
