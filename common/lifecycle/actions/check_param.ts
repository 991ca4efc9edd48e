import { JavaDouble } from '../../json/java_double';
import { isJsonObject } from '../../json/record';
import { parseByteSize } from '../units/byte_size';
import { parseTimeValue } from '../units/time_value';
import { scriptProblem } from './check_script';
import type { OneOfType, Param, ParamType } from './param';

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

const isNumber = (value: unknown): boolean =>
  typeof value === 'number' || typeof value === 'bigint' || value instanceof JavaDouble;

/** The server writes them as text. */
const isAttribute = (value: unknown): boolean =>
  isNumber(value) || typeof value === 'string' || typeof value === 'boolean';

const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

const between = ({ above, below }: { above: number; below: number }): string =>
  below === Infinity
    ? `It must be a number above ${above}.`
    : `It must be a number above ${above} and below ${below}.`;

const oneOf = (value: unknown, { options, beside = [] }: OneOfType): boolean => {
  const own = isJsonObject(value)
    ? Object.keys(value).filter((name) => !beside.includes(name))
    : [];
  return own.length === 1 && options.some(({ name }) => name === own[0]);
};

/** What is wrong with a value as a whole; undefined where nothing is. What is wrong within it tells `checkWithin`. */
export const problemOf = (type: ParamType, value: unknown): string | undefined => {
  switch (type.kind) {
    case 'text':
      return typeof value === 'string' && value !== '' ? undefined : 'It must be a text.';
    case 'integer':
      if (!isInteger(value, type.min)) return `It must be a whole number, ${type.min} or more.`;
      return type.max !== undefined && Number(value) > type.max
        ? `It must be ${type.max} at most.`
        : undefined;
    case 'fraction':
      return isNumber(value) && Number(value) > type.above && Number(value) < type.below
        ? undefined
        : between(type);
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
      return isTexts(value) || (type.single && typeof value === 'string')
        ? undefined
        : 'It must be a list of texts.';
    case 'attributes':
      return isJsonObject(value) && Object.values(value).every(isAttribute)
        ? undefined
        : 'It must be an object of names and values: {"temp": "warm"}.';
    case 'template':
      return scriptProblem(value);
    case 'object':
      return isJsonObject(value) ? undefined : 'It must be an object.';
    case 'list':
    case 'flags':
      return Array.isArray(value) ? undefined : 'It must be a list.';
    case 'one_of':
      return oneOf(value, type)
        ? undefined
        : `It is exactly one of ${type.options.map(({ name }) => name).join(', ')}.`;
    case 'named':
      return isJsonObject(value) && (!type.single || Object.keys(value).length === 1)
        ? undefined
        : `It must be an object of ${type.single ? 'one name' : 'names'}: {"name": {…}}.`;
    // What is wrong within them is told at its own place.
    case 'reference':
    case 'cron':
    case 'json':
      return undefined;
  }
};

/** What is told of a null at a place where the server reads a value of it. */
export const NO_NULL = 'The server takes no null here: leave it out.';

/** Documents, lists and references may be null: the server takes them for absent. */
const MAY_BE_NULL: ReadonlyArray<ParamType['kind']> = [
  ...(['json', 'reference', 'object', 'list', 'one_of', 'named', 'flags'] as const),
];

/** What is wrong with one parameter; undefined where nothing is. */
export const checkParam = (
  { type, required, nullable }: Param,
  value: unknown
): string | undefined => {
  if (value === undefined || value === null) {
    if (required) return 'It is required.';
    return value === null && !nullable && !MAY_BE_NULL.includes(type.kind) ? NO_NULL : undefined;
  }
  return problemOf(type, value);
};
