import { isRecord } from '../../json/record';
import { parseByteSize } from '../units/byte_size';
import { parseTimeValue } from '../units/time_value';
import { scriptProblem } from './check_script';
import type { Param, ParamType } from './param';

/** What the server reads as an `int`. */
export const MOST_INT = 2_147_483_647;

const isInteger = (value: unknown, min: number): boolean =>
  (typeof value === 'bigint' && value >= BigInt(min)) ||
  (Number.isInteger(value) && Number(value) >= min);

/** What the server counts in a `long`. */
const MOST_BYTES = 2 ** 63;

const sizeProblem = (value: unknown): string | undefined => {
  const bytes = typeof value === 'string' ? parseByteSize(value) : undefined;
  if (bytes === undefined) {
    return 'It must be a size such as "30gb" or "512mb": a number and a unit.';
  }
  if (bytes >= MOST_BYTES) return 'The server counts no such size.';
  // OpenSearch 2 takes a fraction with a warning, OpenSearch 3 refuses it.
  return String(value).includes('.')
    ? 'The server takes no fractions: write a whole number of a smaller unit, such as "1536mb".'
    : undefined;
};

/** The server writes them as text. */
const isAttribute = (value: unknown): boolean =>
  ['string', 'number', 'boolean', 'bigint'].includes(typeof value);

const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

/** What is wrong with a value; undefined where nothing is. */
const problemOf = (type: ParamType, value: unknown): string | undefined => {
  switch (type.kind) {
    case 'text':
      return typeof value === 'string' && value !== '' ? undefined : 'It must be a text.';
    case 'integer':
      if (!isInteger(value, type.min)) return `It must be a whole number, ${type.min} or more.`;
      return type.max !== undefined && Number(value) > type.max
        ? `It must be ${type.max} at most.`
        : undefined;
    case 'fraction':
      return Number(value) > type.above && Number(value) < type.below
        ? undefined
        : `It must be a number above ${type.above} and below ${type.below}.`;
    case 'switch':
      return typeof value === 'boolean' ? undefined : 'It must be true or false.';
    case 'choice':
      return type.options.some((each) => each === value)
        ? undefined
        : `Choose from ${type.options.join(', ')}.`;
    case 'duration':
      return typeof value === 'string' && parseTimeValue(value) !== undefined
        ? undefined
        : 'It must be a duration such as "3d", "12h" or "30m": a whole number and a unit.';
    case 'size':
      return sizeProblem(value);
    case 'texts':
      return isTexts(value) ? undefined : 'It must be a list of texts.';
    case 'attributes':
      return isRecord(value) && Object.values(value).every(isAttribute)
        ? undefined
        : 'It must be an object of names and values: {"temp": "warm"}.';
    case 'template':
      return scriptProblem(value);
    // What is wrong within them is told at its own place.
    case 'reference':
    case 'cron':
    case 'json':
      return undefined;
  }
};

/** What is told of a null at a place where the server reads a value of it. */
export const NO_NULL = 'The server takes no null here: leave it out.';

/** What is wrong with one parameter; undefined where nothing is. */
export const checkParam = ({ type, required }: Param, value: unknown): string | undefined => {
  if (value === undefined || value === null) {
    if (required) return 'It is required.';
    // Documents and references may be null: the server takes them for absent.
    const isRead = type.kind !== 'json' && type.kind !== 'reference';
    return value === null && isRead ? NO_NULL : undefined;
  }
  return problemOf(type, value);
};
