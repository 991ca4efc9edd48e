import type { IntervalUnit } from './monitor';

export const UNIT_MS: Readonly<Record<IntervalUnit, number>> = {
  SECONDS: 1000,
  MINUTES: 60_000,
  HOURS: 3_600_000,
  DAYS: 86_400_000,
};
