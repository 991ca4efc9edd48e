const DAY = 86_400_000;

/** The days of a forecast. */
export interface Calendar {
  /** When each day begins, epoch milliseconds; the first is the day of `from`. */
  starts: readonly number[];
  from: number;
  to: number;
  /** The place of the day that an instant lies in; past the last one: the number of days. */
  dayOf: (instant: number) => number;
  /** When storage is looked at: now, and at the end of each day. */
  samples: readonly number[];
  /** The place of the first sample at or after an instant; past the last one: the number of samples. */
  sampleFrom: (instant: number) => number;
}

const startsInUtc = (from: number, to: number): number[] => {
  const first = Math.floor(from / DAY) * DAY;
  return Array.from({ length: Math.ceil((to - first) / DAY) }, (_, day) => first + day * DAY);
};

/** The place of the first that is not before an instant, in an ordered list about a day apart. */
const firstFrom = (list: readonly number[], instant: number): number => {
  let place = Math.max(0, Math.min(list.length, Math.ceil((instant - list[0]) / DAY)));
  while (place > 0 && list[place - 1] >= instant) place -= 1;
  while (place < list.length && list[place] < instant) place += 1;
  return place;
};

/** @param starts of the days where the reader is, which may be 23 or 25 hours long; default: UTC */
export const calendarOf = (
  from: number,
  to: number,
  starts: readonly number[] = startsInUtc(from, to)
): Calendar => {
  const samples = [from, ...starts.slice(1), to];
  return {
    ...{ starts, from, to, samples },
    dayOf: (instant) => (instant > to ? starts.length : firstFrom(starts, instant + 1) - 1),
    sampleFrom: (instant) => firstFrom(samples, instant),
  };
};
