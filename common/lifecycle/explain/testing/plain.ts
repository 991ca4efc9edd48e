import { plainSentence } from '../../../plain_sentence';
import type { Sentence } from '../../../sentence';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const durationText = (milliseconds: number): string =>
  milliseconds >= DAY
    ? `${Math.floor(milliseconds / DAY)} d ${Math.floor((milliseconds % DAY) / HOUR)} h`
    : `${Math.floor(milliseconds / 60_000)} min`;

/** A sentence in English, for tests of what it says. */
export const plainText = (said: Sentence): string => plainSentence(said, durationText);
