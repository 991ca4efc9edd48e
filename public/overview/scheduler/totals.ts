import type {
  InstanceReport,
  LateMonitor,
  SchedulerInstance,
  SchedulerOverview,
  SchedulerProblem,
} from '../../../common/overview/scheduler';

/** What all live instances come to together. */
export interface Totals {
  instances: number;
  monitors: number;
  /** Milliseconds that the longest waiting run is late. */
  lag: number;
  queue: number;
  inFlight: number;
  lateCount: number;
  unwritten: number;
}

const reportsOf = (instances: SchedulerInstance[]): InstanceReport[] =>
  instances.flatMap(({ live, report }) => (live && report ? [report] : []));

export const totalsOf = ({ instances }: SchedulerOverview): Totals => {
  const reports = reportsOf(instances);
  const sum = (value: (report: InstanceReport) => number) =>
    reports.reduce((total, report) => total + value(report), 0);
  return {
    instances: instances.filter(({ live }) => live).length,
    monitors: sum(({ monitors }) => monitors),
    lag: Math.max(0, ...reports.map(({ lag }) => lag)),
    queue: sum(({ queue }) => queue),
    inFlight: sum(({ in_flight: inFlight }) => inFlight),
    lateCount: sum(({ late_count: count }) => count),
    unwritten: sum(({ unwritten }) => unwritten),
  };
};

/** The latest monitors of all instances, the latest first. */
export const latest = ({ instances }: SchedulerOverview): LateMonitor[] =>
  reportsOf(instances)
    .flatMap(({ late }) => late)
    .sort((a, b) => b.late - a.late);

/** The place of an instance, as people know it. */
export const placeOf = ({ id, report }: SchedulerInstance): string =>
  report ? report.host : id.slice(0, 8);

export interface PlacedProblem extends SchedulerProblem {
  place: string;
}

/** What is wrong in the live instances, the newest first. */
export const problemsOf = ({ instances }: SchedulerOverview): PlacedProblem[] =>
  instances
    .filter(({ live }) => live)
    .flatMap((instance) =>
      (instance.report?.problems ?? []).map((problem) => ({
        ...problem,
        place: placeOf(instance),
      }))
    )
    .sort((a, b) => b.last - a.last);

/** `0–5, 7, 9–11`: partitions in words short enough for a table. */
export const rangesOf = (partitions: number[]): string => {
  const ranges: Array<[number, number]> = [];
  for (const partition of partitions) {
    const last = ranges[ranges.length - 1];
    if (last && last[1] === partition - 1) last[1] = partition;
    else ranges.push([partition, partition]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
};
