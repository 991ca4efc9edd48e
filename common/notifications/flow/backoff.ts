const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 10 * 60_000;

/**
 * Milliseconds until the next attempt: doubling from 2 s to 10 min, of which the second half is chance, so that what
 * failed together does not come back together.
 *
 * @param failures attempts that have failed so far, from 1
 * @param random from 0 to 1
 * @param longest milliseconds
 */
export const backoff = (failures: number, random: number, longest = LONGEST_WAIT): number => {
  const wait = Math.min(longest, FIRST_WAIT * 2 ** Math.min(Math.max(failures, 1) - 1, 30));
  return Math.round(wait * (0.5 + random / 2));
};
