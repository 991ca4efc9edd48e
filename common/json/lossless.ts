import { parse, stringify } from 'lossless-json';
import { JavaDouble } from './java_double';
import { markNumbers, numberOf, unmark } from './mark_numbers';
import { textPosition } from './text_position';

/**
 * JSON whose numbers keep the type that Java would give them:
 * - an integer-valued `number` is an Integer in the range of 32 bits, else a Long; a `bigint` is a Long (or, beyond 64
 *   bits, a BigInteger);
 * - a `JavaDouble`, or a `number` with a fraction, is a Double.
 */
export type JsonValue =
  | null
  | boolean
  | string
  | number
  | bigint
  | JavaDouble
  | JsonValue[]
  | { [name: string]: JsonValue };

/** A text that is no JSON, with the place: the same on every engine, for editors. */
export class JsonSyntaxError extends Error {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;

  constructor(
    message: string,
    text: string,
    /** From 0, in UTF-16 units. */
    readonly offset: number
  ) {
    super(message);
    this.name = 'JsonSyntaxError';
    ({ line: this.line, column: this.column } = textPosition(text, offset));
  }
}

/** The library says where in the words of its message, always at the end. */
const syntaxError = (text: string, error: unknown): JsonSyntaxError => {
  if (error instanceof RangeError) return new JsonSyntaxError('Nested too deeply', text, 0);
  const message = error instanceof Error ? error.message : String(error);
  const [, what = message, at = '0'] = /^(.*) at position (\d+)$/s.exec(message) ?? [];
  return new JsonSyntaxError(what, text, Number(at));
};

const parseCarefully = (text: string): JsonValue => {
  try {
    // Everything that the library makes is one of our values: it is told how to make numbers.
    return parse(text, undefined, {
      parseNumber: numberOf,
      onDuplicateKey: ({ newValue }) => newValue,
    }) as JsonValue;
  } catch (error) {
    throw syntaxError(text, error);
  }
};

/**
 * Parses JSON so that no number loses its type or its digits. Of members with the same name the last one counts.
 *
 * The engine parses it, with the numbers that it would spoil marked before and put in behind: ten times as fast as the
 * library, which is left for what is no JSON (it says where) and for texts that may have marks of their own.
 *
 * @throws JsonSyntaxError
 */
export const parseLossless = (text: string): JsonValue => {
  const found = markNumbers(text);
  if (!found) return parseCarefully(text);
  try {
    const value: unknown = JSON.parse(found.marked);
    // Everything in it is what JSON has, or one of our numbers.
    return (found.count === 0 ? value : unmark(value, found.count)) as JsonValue;
  } catch {
    return parseCarefully(text);
  }
};

/** Infinity comes from a literal such as 1e400, and goes back as one. */
const doubleLiteral = (value: number): string =>
  Number.isFinite(value) ? String(new JavaDouble(value)) : `${value < 0 ? '-' : ''}1.0E999`;

const numberStringifiers = [
  {
    test: (value: unknown): boolean => value instanceof JavaDouble || isInfinite(value),
    stringify: (value: unknown): string => doubleLiteral(Number(value)),
  },
];

const isInfinite = (value: unknown): boolean => value === Infinity || value === -Infinity;

/**
 * The JSON text of a value, types of numbers kept: a `JavaDouble` has its point, a `bigint` all its digits. What is
 * undefined is left out, as `JSON.stringify` does.
 */
export const stringifyLossless = (value: unknown, indent?: number): string =>
  stringify(value, undefined, indent, numberStringifiers) ?? 'null';
