import { isRecord } from '../../json/record';
import { parseByteSize } from '../units/byte_size';
import { parseTimeValue } from '../units/time_value';
import type { Param, ParamType } from './param';

const isInteger = (value: unknown, min: number): boolean =>
  (typeof value === 'bigint' && value >= BigInt(min)) ||
  (Number.isInteger(value) && Number(value) >= min);

const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

/** What is wrong with a value; undefined where nothing is. */
const problemOf = (type: ParamType, value: unknown): string | undefined => {
  switch (type.kind) {
    case 'text':
      return typeof value === 'string' && value !== '' ? undefined : 'It must be a text.';
    case 'integer':
      return isInteger(value, type.min)
        ? undefined
        : `It must be a whole number, ${type.min} or more.`;
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
      return typeof value === 'string' && parseByteSize(value) !== undefined
        ? undefined
        : 'It must be a size such as "30gb" or "512mb": a number and a unit.';
    case 'texts':
      return isTexts(value) ? undefined : 'It must be a list of texts.';
    case 'attributes':
      return isRecord(value) ? undefined : 'It must be an object of names and values.';
    case 'template':
      return isRecord(value) && typeof value.source === 'string'
        ? undefined
        : 'It must be a template: {"source": "…", "lang": "mustache"}.';
    // What is wrong within them is told at its own place.
    case 'reference':
    case 'cron':
    case 'json':
      return undefined;
  }
};

/** What is wrong with one parameter; undefined where nothing is. Null counts as absent, as it does on the server. */
export const checkParam = ({ type, required }: Param, value: unknown): string | undefined => {
  if (value === undefined || value === null) return required ? 'It is required.' : undefined;
  return problemOf(type, value);
};
