import { ConditionFailure } from './failures';
import { valueText } from './value_text';
import { isList, isSequence } from './values';
import type { ConditionValue } from './values';

const LONGEST = 60;

const shortened = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;

const plainText = (value: ConditionValue): string => {
  try {
    return valueText(value);
  } catch (error) {
    if (error instanceof ConditionFailure) return '…';
    throw error;
  }
};

/** A value in a few characters: numbers and texts as they are, of lists and maps only how much is in them. */
export const briefValue = (value: ConditionValue): string => {
  if (typeof value === 'string') return shortened(JSON.stringify(value));
  if (isList(value) || isSequence(value)) return `[${value.items.length}]`;
  if (value !== null && typeof value === 'object' && value.type === 'map') {
    return `{${Object.keys(value.members).length}}`;
  }
  return shortened(plainText(value));
};
