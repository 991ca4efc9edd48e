import type { Window } from '../../run';
import { not } from './window_range';
import type { Found, WindowRange } from './window_range';

/** What a window asks for, in whole milliseconds: `lo` inclusive, `hi` exclusive, and perhaps one instant more. */
export interface Span {
  lo: number;
  hi: number;
  /** Both ends belong to the range: the last instant stands apart. */
  edge?: number;
}

/** Cells of one length that every span is put together from. */
export interface Grid {
  spans: readonly Span[];
  /** Milliseconds. */
  step: number;
  /** From where to where, both on the grid. */
  from: number;
  to: number;
}

/** Beyond this the cells cost more than searches. */
const MOST_CELLS = 400_000;

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

const spanOf = ({ from, to }: WindowRange, window: Window): Span => {
  const lower = window[from.of] + from.shift;
  const upper = window[to.of] + to.shift;
  if (!from.inclusive) return { lo: lower + 1, hi: upper + 1 };
  return { lo: lower, hi: upper, ...(to.inclusive ? { edge: upper } : {}) };
};

const isMonotone = (spans: readonly Span[]): boolean =>
  spans.every(({ lo, hi }, i) => i === 0 || (lo >= spans[i - 1].lo && hi >= spans[i - 1].hi));

/** The coarsest grid on which all windows begin and end. */
export const gridOf = (range: WindowRange, windows: readonly Window[]): Found<Grid> => {
  const spans = windows.map((window) => spanOf(range, window));
  const [first] = spans;
  if (!first) return not('There is no window in this time.');
  if (spans.some(({ lo, hi }) => hi <= lo)) return not('The range of the period is empty.');
  if (!isMonotone(spans)) return not('The periods of the windows do not follow each other.');
  const step = spans.reduce((least, { lo, hi }) => gcd(gcd(least, hi - lo), lo - first.lo), 0);
  const to = spans[spans.length - 1].hi;
  if ((to - first.lo) / step > MOST_CELLS) {
    return not(`The windows share no coarser grid than one of ${step} ms.`);
  }
  return { kind: 'found', value: { spans, step, from: first.lo, to } };
};

/** Cuts a grid into stretches of at most so many cells. */
export const partsOf = (
  { from, to, step }: Grid,
  most: number
): Array<{ from: number; to: number }> => {
  const parts: Array<{ from: number; to: number }> = [];
  for (let at = from; at < to; at += most * step) {
    parts.push({ from: at, to: Math.min(to, at + most * step) });
  }
  return parts;
};
