import type { Phrase } from './phrase';

/** What stands in a sentence: numbers are written as the reader's language writes them. */
export type SentenceValue =
  | string
  /** Milliseconds. */
  | { duration: number }
  | { bytes: number }
  | { count: number }
  /** A number by which words are chosen: `{name, plural, one {# index} other {# indices}}`. */
  | { chosen_by: number }
  /** Epoch milliseconds. */
  | { instant: number }
  | { label: Phrase }
  /** One of them is enough. */
  | { any_of: readonly Sentence[] }
  /** A part of the sentence with values of its own. */
  | Sentence;

/** A text for people with its values, for a page to say in the reader's language. */
export interface Sentence {
  text: Phrase;
  values: Readonly<Record<string, SentenceValue>>;
}

export const sentence = (text: Phrase, values: Sentence['values'] = {}): Sentence => ({
  ...{ text, values },
});
