import { z } from 'zod';

export const INTERVAL_UNITS = ['SECONDS', 'MINUTES', 'HOURS', 'DAYS'] as const;
export type IntervalUnit = (typeof INTERVAL_UNITS)[number];

export const UNIT_MS: Readonly<Record<IntervalUnit, number>> = {
  SECONDS: 1000,
  MINUTES: 60_000,
  HOURS: 3_600_000,
  DAYS: 86_400_000,
};

const MOST = 100_000;

const unitSchema = z.enum(INTERVAL_UNITS, {
  error: `The unit must be one of ${INTERVAL_UNITS.join(', ')}.`,
});

/** A length of time as documents write it. `what` begins its messages, for example `The throttle`. */
export const durationSchema = (what: string) =>
  z.strictObject({
    value: z
      .int({ error: `${what} must be a whole number.` })
      .min(1, `${what} must be at least 1.`)
      .max(MOST, `${what} must be at most ${MOST}.`),
    unit: unitSchema,
  });

export interface Duration {
  value: number;
  unit: IntervalUnit;
}

/** Milliseconds; 0 for none. */
export const durationMs = (duration: Duration | undefined): number =>
  duration ? duration.value * UNIT_MS[duration.unit] : 0;
