import { z } from 'zod';

/** Instants as URLs and lists write them: `now`, `now-7d`, epoch milliseconds, or ISO text. */

const UNITS: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
};

const RELATIVE = /^now(?:([+-])(\d{1,6})([smhdw]))?$/;
const MILLISECONDS = /^\d{1,15}$/;
const ISO = /^\d{4}-\d{2}-\d{2}(T.*)?$/;

/** Epoch milliseconds; undefined where the text is no instant. */
export const instantOf = (text: string, now: number): number | undefined => {
  const relative = RELATIVE.exec(text);
  if (relative) {
    const [, sign, amount, unit] = relative;
    if (sign === undefined) return now;
    return now + (sign === '-' ? -1 : 1) * Number(amount) * UNITS[unit];
  }
  if (MILLISECONDS.test(text)) return Number(text);
  const parsed = ISO.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isFinite(parsed) ? parsed : undefined;
};

export const isRelative = (text: string): boolean => RELATIVE.test(text);

/** One end of a time range. */
export const instantSchema = z
  .string()
  .refine(
    (text) => instantOf(text, 0) !== undefined,
    'Write an instant such as now-7d, 2026-11-21T03:10:00Z, or milliseconds since 1970.'
  );

/** Milliseconds of both ends. */
export interface Span {
  from: number;
  to: number;
}

const STEPS = [
  ...[1, 2, 5, 10, 30].map((seconds) => seconds * UNITS.s),
  ...[1, 2, 5, 10, 20, 30].map((minutes) => minutes * UNITS.m),
  ...[1, 2, 3, 6, 12].map((hours) => hours * UNITS.h),
  ...[1, 2, 7, 14, 30, 90, 365].map((days) => days * UNITS.d),
];

/**
 * The shortest step of a round length that cuts a span into so many parts at most.
 *
 * @param least milliseconds that a step has at least
 */
export const stepOf = ({ from, to }: Span, most: number, least = 0): number => {
  const wanted = Math.max(least, (to - from) / most);
  return STEPS.find((step) => step >= wanted) ?? Math.ceil(wanted / UNITS.d) * UNITS.d;
};

/** The step that an instant is in, by its start. */
export const stepStart = (instant: number, step: number): number =>
  Math.floor(instant / step) * step;
