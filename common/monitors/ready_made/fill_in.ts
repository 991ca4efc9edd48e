import {
  guessDurationField,
  guessLevelField,
  guessServiceField,
  guessTimeField,
} from '../../indices/field_guesses';
import type { KnownField } from '../../indices/field_guesses';
import { suggestedFamilies } from '../../indices/families';
import type { IndexFamily } from '../../indices/families';
import { asksIndices, firstAnswers } from './answers';
import type { Answers, ReadyMade } from './answers';

/** What is known of the cluster so far; absent while it is not. */
export interface Known {
  families?: readonly IndexFamily[];
  /** Of the indices that the answers name. */
  fields?: readonly KnownField[];
}

const suggestedIndices = (which: ReadyMade, { families }: Known): string[] => {
  if (!asksIndices(which) || !families) return [];
  return suggestedFamilies(families)
    .slice(0, 1)
    .map(({ pattern }) => pattern);
};

const guessed = ({ fields }: Known): Partial<Answers> =>
  fields
    ? {
        timeField: guessTimeField(fields) ?? '',
        levelField: guessLevelField(fields) ?? '',
        serviceField: guessServiceField(fields) ?? '',
        durationField: guessDurationField(fields) ?? '',
      }
    : {};

/** The answers as far as they are given or can be guessed. What somebody has written stays. */
export const filledIn = (which: ReadyMade, given: Partial<Answers>, known: Known): Answers => ({
  ...firstAnswers(which),
  indices: suggestedIndices(which, known),
  ...guessed(known),
  ...given,
});
