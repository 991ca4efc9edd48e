import type { Alert, AlertState } from '../../alerts/alert';
import type { Window } from '../run';
import type { BackTestTimeline, StateInterval } from './back_test';

/** As many groups as a timeline shows; those that were not well for the longest. */
export const MOST_LANES = 50;
/** As many groups as are followed at all. */
const MOST_FOLLOWED = 5000;

interface Lane {
  label?: string;
  /** Without those in which it was well. */
  intervals: StateInterval[];
  /** The state that goes on. */
  current?: { state: AlertState; from: number };
  notWell: number;
}

const RANK: Readonly<Partial<Record<AlertState, number>>> = {
  pending: 1,
  acknowledged: 2,
  active: 3,
  no_data: 4,
  error: 5,
};

const worseState = (a: AlertState | undefined, b: AlertState): AlertState =>
  a === undefined || (RANK[b] ?? 0) > (RANK[a] ?? 0) ? b : a;

export const groupLabel = ({ group, group_key: key = '' }: Alert): string =>
  group && group.length > 0 ? group.map(({ value }) => value).join(', ') : key;

/** The states of one trigger and of its groups through a back-test. */
export class Lanes {
  private readonly lanes = new Map<string, Lane>();
  /** Groups that were not well, and are not followed. */
  leftOut = 0;

  /** @param isSingle the trigger judges one thing only: it has a lane in any case */
  constructor(
    private readonly triggerId: string,
    isSingle: boolean
  ) {
    if (isSingle) this.lanes.set('', { intervals: [], notWell: 0 });
  }

  /** What the alerts are after a window was judged. Needed only where one has changed. */
  see(alerts: readonly Alert[], { start }: Window): void {
    const now = new Map<string, AlertState>();
    for (const alert of alerts) {
      const { trigger_id: id, state, group_key: key = '' } = alert;
      if (id !== this.triggerId && !(id === '' && state === 'error')) continue;
      const lane = this.laneOf(key, alert);
      if (lane) now.set(key, worseState(now.get(key), state));
    }
    for (const [key, lane] of this.lanes) {
      const state = now.get(key);
      if (lane.current?.state === state) continue;
      this.close(lane, start);
      if (state) lane.current = { state, from: start };
    }
  }

  timelines(from: number, to: number): BackTestTimeline[] {
    const all = [...this.lanes].map(([key, lane]) => ({ key, lane: this.ended(lane, to) }));
    all.sort(
      (a, b) => Number(b.key === '') - Number(a.key === '') || b.lane.notWell - a.lane.notWell
    );
    return all.slice(0, MOST_LANES).map(({ key, lane: { label, intervals } }) => ({
      ...(key === '' ? {} : { group_key: key, label }),
      intervals: withOk(intervals, from, to),
    }));
  }

  get count(): number {
    return this.lanes.size;
  }

  private laneOf(key: string, alert: Alert): Lane | undefined {
    const known = this.lanes.get(key);
    if (known) return known;
    if (this.lanes.size >= MOST_FOLLOWED) {
      this.leftOut += 1;
      return undefined;
    }
    const lane: Lane = { label: groupLabel(alert), intervals: [], notWell: 0 };
    this.lanes.set(key, lane);
    return lane;
  }

  private close(lane: Lane, to: number): void {
    const { current } = lane;
    lane.current = undefined;
    if (!current || to <= current.from) return;
    lane.intervals.push({ ...current, to });
    lane.notWell += to - current.from;
  }

  /** As it would be if it ended now; the lane itself goes on. */
  private ended(lane: Lane, to: number): Lane {
    const copy = { ...lane, intervals: [...lane.intervals] };
    this.close(copy, to);
    return copy;
  }
}

const withOk = (intervals: readonly StateInterval[], from: number, to: number): StateInterval[] => {
  const all: StateInterval[] = [];
  let at = from;
  for (const interval of intervals) {
    if (interval.from > at) all.push({ from: at, to: interval.from, state: 'ok' });
    all.push(interval);
    at = interval.to;
  }
  if (at < to) all.push({ from: at, to, state: 'ok' });
  return all;
};
