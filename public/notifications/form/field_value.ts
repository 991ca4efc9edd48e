import type { FormField } from '../../../common/notifications/kinds/form_field';
import { storedRows, toNewHeaders } from '../fields/header_rows';
import type { HeaderRow } from '../fields/header_rows';

/** How the value of one field stands in the form, and in the request. */

export interface RateText {
  messages: string;
  per_seconds: string;
}

const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const lines = (value: unknown): string => (Array.isArray(value) ? value.join('\n') : asText(value));

const rateText = (value: unknown): RateText => {
  const { messages, per_seconds: seconds } = (value ?? {}) as Partial<RateText>;
  return { messages: asText(messages), per_seconds: asText(seconds) };
};

/** The value of a setting as the form holds it: texts as they are typed. */
export const toFormValue = ({ control }: FormField, value: unknown): unknown => {
  switch (control.kind) {
    case 'switch':
      return value === true;
    case 'list':
      return lines(value);
    case 'rate':
      return rateText(value);
    case 'headers':
      return storedRows([], true);
    default:
      return asText(value);
  }
};

/** What is no number stays a text, so that the schema says what is wrong with it. */
const numberOf = (text: string): unknown => {
  if (text.trim() === '') return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
};

const rateOf = ({ messages, per_seconds: seconds }: RateText): unknown =>
  messages.trim() === '' && seconds.trim() === ''
    ? undefined
    : { messages: numberOf(messages), per_seconds: numberOf(seconds) };

const listOf = (text: string): string[] | undefined => {
  const items = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return items.length === 0 ? undefined : items;
};

const given = (text: string): string | undefined => (text.trim() === '' ? undefined : text);

/** The value of a field as a request has it; undefined where the field was left empty. */
export const fromFormValue = ({ control, initial }: FormField, value: unknown): unknown => {
  switch (control.kind) {
    case 'switch':
      return value === true || initial !== undefined ? value === true : undefined;
    case 'number':
      return numberOf(asText(value));
    case 'list':
      return listOf(asText(value));
    case 'rate':
      return rateOf(rateText(value));
    case 'headers':
      return toNewHeaders(value as HeaderRow[]);
    default:
      return given(asText(value));
  }
};
