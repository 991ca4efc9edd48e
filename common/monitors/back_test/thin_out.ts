import type { BackTestPoint } from './back_test';

/** As many as a chart can show. */
export const MOST_POINTS = 500;

const rank = ({ problem, triggered }: BackTestPoint): number => (problem ? 2 : triggered ? 1 : 0);

/** Of two the one that a reader must not miss: a problem, then what fired, then the worse number. */
const worst = (a: BackTestPoint, b: BackTestPoint, lower: boolean): BackTestPoint => {
  const byRank = rank(b) - rank(a);
  if (byRank !== 0) return byRank > 0 ? b : a;
  if (b.measure === undefined) return a;
  if (a.measure === undefined) return b;
  return (lower ? b.measure < a.measure : b.measure > a.measure) ? b : a;
};

/**
 * Leaves at most so many points: of each stretch the worst.
 *
 * @param lower whether the measure gets worse downwards
 */
export const thinOut = (
  points: readonly BackTestPoint[],
  lower = false,
  most = MOST_POINTS
): BackTestPoint[] => {
  const length = Math.ceil(points.length / most);
  if (length <= 1) return [...points];
  const kept: BackTestPoint[] = [];
  for (let from = 0; from < points.length; from += length) {
    kept.push(points.slice(from, from + length).reduce((a, b) => worst(a, b, lower)));
  }
  return kept;
};
