import type { Timeline } from '../simulate/timeline';
import type { Calendar } from './calendar';
import type { Course } from './forecast';
import type { ForecastPart } from './policy_parts';
import { JOBS } from './tally';
import type { Deleted, FailureGroup, Job, Tally } from './tally';
import type { Tier } from './tiers';

/** Between the least and the most of three scenarios: early and fast growing, usual, late and slow growing. */
export interface Range {
  low: number;
  expected: number;
  high: number;
}

export interface ForecastDay {
  /** When it begins, epoch milliseconds. */
  at: number;
  deletes: Range;
  /** What the deletes free, with replicas. */
  bytes: Range;
  /** As expected, in their order. */
  deleted: Deleted[];
  jobs: Record<Job, number>;
}

export interface StoragePoint {
  /** Epoch milliseconds. */
  at: number;
  /** With replicas. */
  tiers: ReadonlyArray<{ tier: Tier; bytes: Range }>;
  total: Range;
}

/** What becomes of many indices. */
export interface Forecast {
  from: number;
  to: number;
  /** How many indices are there, and how many are expected to come. */
  indices: number;
  to_come: number;
  deletes: Range;
  bytes: Range;
  /** How many are rolled over. */
  rollovers: Range;
  days: ForecastDay[];
  /** Now, and at the end of each day. */
  storage: StoragePoint[];
  /** What stops for good, the most frequent first. */
  failures: FailureGroup[];
  /** How they end, as expected. */
  ends: Readonly<Record<Timeline['end'], number>>;
  /** The day with most of each job; only of those that there are. */
  peaks: Array<{ job: Job; at: number; count: number }>;
  /** By policy, those first that take up most. */
  parts: ForecastPart[];
  /** Of the indices that are there. */
  courses: Course[];
  /** Some source makes so many that not all were followed. */
  cut: boolean;
}

type Three<T> = readonly [T, T, T];

const rangeOf = ([early, expected, late]: Three<number>): Range => ({
  low: Math.min(early, expected, late),
  expected,
  high: Math.max(early, expected, late),
});

const map = <T, R>([early, expected, late]: Three<T>, of: (one: T) => R): Three<R> => [
  of(early),
  of(expected),
  of(late),
];

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

const daysOf = ({ starts, dayOf }: Calendar, tallies: Three<Tally>): ForecastDay[] => {
  const [, expected] = tallies;
  const days = starts.map((at, day): ForecastDay => {
    const [force_merge, shrink, snapshot] = JOBS.map((job) => expected.jobs[job][day]);
    return {
      at,
      deletes: rangeOf(map(tallies, ({ deletes }) => deletes[day])),
      bytes: rangeOf(map(tallies, ({ bytes }) => bytes[day])),
      deleted: [],
      jobs: { force_merge, shrink, snapshot },
    };
  });
  for (const each of expected.deleted) days[dayOf(each.at)].deleted.push(each);
  for (const { deleted } of days) deleted.sort((a, b) => a.at - b.at);
  return days;
};

const storageOf = ({ samples }: Calendar, tallies: Three<Tally>): StoragePoint[] => {
  const curves = map(tallies, (tally) => tally.storage());
  const names = [...new Set(curves.flatMap((all) => all.map(({ tier }) => tier)))];
  const byTier = names.map((tier) => ({
    tier,
    curves: map(curves, (all) => all.find((each) => each.tier === tier)?.bytes),
  }));
  return samples.map((at, place): StoragePoint => {
    const bytesOf = (curve: Float64Array | undefined): number => Math.max(0, curve?.[place] ?? 0);
    const total = map(curves, (all) => all.reduce((so, { bytes }) => so + bytesOf(bytes), 0));
    const tiers = byTier.map((one) => ({
      tier: one.tier,
      bytes: rangeOf(map(one.curves, bytesOf)),
    }));
    return { at, tiers, total: rangeOf(total) };
  });
};

const peaksOf = (days: readonly ForecastDay[]): Forecast['peaks'] =>
  JOBS.flatMap((job) => {
    const [first] = days;
    const top = days.reduce((best, day) => (day.jobs[job] > best.jobs[job] ? day : best), first);
    return top === undefined || top.jobs[job] === 0
      ? []
      : [{ job, at: top.at, count: top.jobs[job] }];
  });

/** Puts the counts of three scenarios together. */
export const forecastFrom = ({
  calendar,
  tallies,
  courses,
  cut,
  made,
}: {
  calendar: Calendar;
  tallies: Three<Tally>;
  courses: Course[];
  cut: boolean;
  made: number;
}): Forecast => {
  const [, expected] = tallies;
  const days = daysOf(calendar, tallies);
  return {
    ...{ from: calendar.from, to: calendar.to, indices: courses.length, to_come: made },
    deletes: rangeOf(map(tallies, ({ deletes }) => sum(deletes))),
    bytes: rangeOf(map(tallies, ({ bytes }) => sum(bytes))),
    rollovers: rangeOf(map(tallies, ({ rollovers }) => rollovers)),
    parts: expected.parts.all,
    ...{ days, storage: storageOf(calendar, tallies) },
    failures: [...expected.failures.values()].sort((a, b) => b.count - a.count),
    ...{ ends: expected.ends, peaks: peaksOf(days), courses, cut },
  };
};
