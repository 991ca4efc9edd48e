import { parse, stringify } from 'lossless-json';
import { JavaDouble } from './java_double';
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

/**
 * Finds what `JSON.parse` would spoil: a float whose value may be an integer, an exponent, a long integer, a negative
 * zero. May find one inside of a string, which costs time and nothing else.
 */
const NEEDS_CARE =
  /(?:^|[:,[\s])(?:-?(?:\d+\.0+(?!\d)|\d+(?:\.\d+)?[eE]|\d[\d.]{15,})|-0(?![.\d]))/;

const parseNumber = (literal: string): number | bigint | JavaDouble => {
  const value = Number(literal);
  if (/[.eE]/.test(literal)) return Number.isInteger(value) ? new JavaDouble(value) : value;
  if (!Number.isSafeInteger(value)) return BigInt(literal);
  return value === 0 ? 0 : value;
};

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
      parseNumber,
      onDuplicateKey: ({ newValue }) => newValue,
    }) as JsonValue;
  } catch (error) {
    throw syntaxError(text, error);
  }
};

const parseFast = (text: string): JsonValue => {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return parseCarefully(text);
  }
};

/**
 * Parses JSON so that no number loses its type or its digits. Of members with the same name the last one counts.
 *
 * @throws JsonSyntaxError
 */
export const parseLossless = (text: string): JsonValue =>
  NEEDS_CARE.test(text) ? parseCarefully(text) : parseFast(text);

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
