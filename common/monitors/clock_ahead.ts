/** Clocks of instances differ, by less than this. Milliseconds. */
const AHEAD = 60_000;

/**
 * Whether an instant lies so far ahead that a clock wrote it which has been set back since: it says nothing about the
 * present. Epoch milliseconds.
 */
export const isAhead = (instant: number, now: number): boolean => instant > now + AHEAD;
