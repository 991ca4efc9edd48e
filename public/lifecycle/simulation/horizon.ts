import moment from 'moment-timezone';
import { NATIVE_TICKS, ticksEvery } from '../../../common/lifecycle/simulate/timeline';
import type { Ticks } from '../../../common/lifecycle/simulate/timeline';

const DAY = 86_400_000;

/** How far into the future, in days. */
export const HORIZONS = [7, 30, 90, 365] as const;
export type HorizonDays = (typeof HORIZONS)[number];

/** How often the engine looks at an index, in minutes (`job_interval`). */
export const INTERVALS = [1, 5, 30, 60] as const;
export type Interval = (typeof INTERVALS)[number];

/** What a forecast assumes. */
export interface Assumed {
  days: HorizonDays;
  interval: Interval;
  /** Families and aliases go on making indices. */
  goes_on: boolean;
}

export const ASSUMED: Assumed = { days: 90, interval: 5, goes_on: true };

export const ticksOf = ({ interval }: Assumed): Ticks =>
  interval === 5 ? NATIVE_TICKS : ticksEvery(interval);

export const horizonOf = (now: number, { days }: Assumed): number => now + days * DAY;

/** When the days begin where the reader is. */
export const dayStarts = (now: number, horizon: number, zone: string): number[] => {
  const day = moment.tz(now, zone).startOf('day');
  const starts: number[] = [];
  for (; day.valueOf() < horizon; day.add(1, 'day')) starts.push(day.valueOf());
  return starts;
};
