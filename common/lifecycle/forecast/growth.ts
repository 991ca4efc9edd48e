import type { IndexFacts } from '../decide/facts';
import type { Growth } from '../simulate/timeline';

const DAY = 86_400_000;
/** An index of a few minutes tells nothing of a day. */
const LEAST_DAYS = 1 / 24;
/** With fewer than this nobody can say how much they differ. */
const FEW = 3;
const USUAL_SPREAD = 0.3;
/** The newest tell most of what is to come. */
const MOST_TOLD_BY = 14;

/** What one index has taken in, and in how long (milliseconds). */
export interface Intake {
  docs: number;
  bytes: number;
  time: number;
}

export const intakeOf = (
  { docs = 0, primary_bytes: bytes = 0 }: IndexFacts,
  time: number
): Intake => ({
  ...{ docs, bytes, time },
});

const sortedRates = (intakes: readonly Intake[], what: 'docs' | 'bytes'): number[] =>
  intakes
    .map((intake) => intake[what] / Math.max(intake.time / DAY, LEAST_DAYS))
    .sort((a, b) => a - b);

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.round((sorted.length - 1) * share)] ?? 0;

/** Half of what lies between the slow tenth and the fast one, as a part of the middle. */
const spreadOf = (rates: readonly number[]): number => {
  const middle = at(rates, 0.5);
  if (rates.length < FEW || middle === 0) return USUAL_SPREAD;
  return Math.min(0.9, Math.max(0.05, (at(rates, 0.9) - at(rates, 0.1)) / 2 / middle));
};

/** How an index grows, by what its siblings have taken in; the newest first. */
export const growthBy = (intakes: readonly Intake[]): Growth => {
  const newest = intakes.slice(0, MOST_TOLD_BY);
  const bytes = sortedRates(newest, 'bytes');
  return {
    docs_per_day: at(sortedRates(newest, 'docs'), 0.5),
    bytes_per_day: at(bytes, 0.5),
    spread: spreadOf(bytes),
  };
};
