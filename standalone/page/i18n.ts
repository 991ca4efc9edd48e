/**
 * Stands in for the host package `@osd/i18n`: texts by id, with a default message in ICU format.
 *
 * Like in Dashboards, tags in messages are plain text, and a message that lacks one of its values
 * throws, so that it is found in a test and not by a user.
 */
import { IntlMessageFormat } from 'intl-messageformat';
import { isPseudoLocale, pseudoMessage } from './i18n_pseudo';

/** Values of a message; components may be among them (see `i18n_react`). */
export type MessageValues<T = never> = Record<
  string,
  string | number | boolean | Date | null | undefined | T
>;

export interface TranslateArguments {
  defaultMessage: string;
  description?: string;
  values?: MessageValues;
}

/** Messages of one locale, by their id. */
export interface Translation {
  locale: string;
  messages: Record<string, string>;
}

let current: Translation = { locale: 'en', messages: {} };
const compiled = new Map<string, IntlMessageFormat>();

function compile(message: string): IntlMessageFormat {
  const known = compiled.get(message);
  if (known !== undefined) return known;
  const source = isPseudoLocale(current.locale) ? pseudoMessage(message) : message;
  const format = new IntlMessageFormat(source, current.locale, undefined, { ignoreTag: true });
  compiled.set(message, format);
  return format;
}

/** Formats the message of an id; the answer is a list when values are other things than text. */
export function formatMessage<T>(
  id: string,
  defaultMessage: string,
  values: MessageValues<T> = {}
): string | T | Array<string | T> {
  const message = current.messages[id] ?? defaultMessage;
  try {
    return compile(message).format<T>(values);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`[I18n] The message "${id}" cannot be formatted: ${reason}`);
  }
}

export const i18n = {
  /** Sets the locale and its messages. What was translated before stays as it is. */
  init(translation: Partial<Translation>): void {
    current = { locale: 'en', messages: {}, ...translation };
    compiled.clear();
  },

  getLocale(): string {
    return current.locale;
  },

  getTranslation(): Translation {
    return current;
  },

  /** The text of an id in the current locale, else the default message, with the values put in. */
  translate(id: string, { defaultMessage, values }: TranslateArguments): string {
    const text = formatMessage(id, defaultMessage, values);
    return Array.isArray(text) ? text.join('') : String(text);
  },
};
