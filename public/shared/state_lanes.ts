/** The states of one thing through time, as they are drawn. */
export type LaneState =
  | 'ok'
  | 'unknown'
  | 'pending'
  | 'active'
  | 'acknowledged'
  | 'no_data'
  | 'error'
  | 'completed'
  | 'cancelled'
  | 'deleted'
  /** Windows that were left out. */
  | 'gap'
  | 'disabled'
  | 'not_existing'
  | 'not_run'
  /** So long ago that nothing is known of it any more. */
  | 'not_kept'
  | 'future';

/** Instants: epoch milliseconds. */
export interface StateInterval {
  from: number;
  to: number;
  state: LaneState;
}

const RANK: Readonly<Record<LaneState, number>> = {
  ok: 0,
  completed: 0,
  cancelled: 0,
  deleted: 0,
  future: 0,
  not_existing: 0,
  disabled: 0,
  not_kept: 1,
  unknown: 1,
  not_run: 1,
  gap: 1,
  pending: 2,
  acknowledged: 3,
  active: 4,
  no_data: 5,
  error: 6,
};

/** As many as can be told apart in a row. */
const SLOTS = 300;

const worse = (a: LaneState | undefined, b: LaneState): LaneState =>
  a === undefined || RANK[b] > RANK[a] ? b : a;

/** The intervals as they are where they are few, else the worst of each stretch: what is short must not vanish. */
export const drawable = (
  intervals: readonly StateInterval[],
  from: number,
  to: number,
  slots = SLOTS
): StateInterval[] => {
  if (intervals.length <= slots) return [...intervals];
  const length = (to - from) / slots;
  const states: Array<LaneState | undefined> = Array.from({ length: slots });
  for (const { from: start, to: end, state } of intervals) {
    const first = Math.max(0, Math.floor((start - from) / length));
    const last = Math.min(slots, Math.max(first + 1, Math.ceil((end - from) / length)));
    for (let slot = first; slot < last; slot++) states[slot] = worse(states[slot], state);
  }
  return joined(
    states.map((state = 'unknown', slot) => ({
      ...{ from: from + slot * length, to: from + (slot + 1) * length, state },
    }))
  );
};

const joined = (intervals: readonly StateInterval[]): StateInterval[] => {
  const all: StateInterval[] = [];
  for (const interval of intervals) {
    const last = all[all.length - 1];
    if (last?.state === interval.state) last.to = interval.to;
    else all.push({ ...interval });
  }
  return all;
};

/** How often, and for how long in all, something was in a state; the worst state first, without those that are well. */
export interface StateSum {
  state: LaneState;
  times: number;
  milliseconds: number;
}

export const sumsOf = (intervals: readonly StateInterval[]): StateSum[] => {
  const sums = new Map<LaneState, StateSum>();
  for (const { state, from, to } of intervals) {
    if (RANK[state] === 0) continue;
    const { times, milliseconds } = sums.get(state) ?? { times: 0, milliseconds: 0 };
    sums.set(state, { state, times: times + 1, milliseconds: milliseconds + to - from });
  }
  return [...sums.values()].sort((a, b) => RANK[b.state] - RANK[a.state]);
};

/** How long something was what, in all, the longest first: times of which nothing is known are not left out. */
export const lengthsOf = (
  intervals: readonly StateInterval[]
): Array<{ state: LaneState; milliseconds: number }> => {
  const lengths = new Map<LaneState, number>();
  for (const { state, from, to } of intervals) {
    lengths.set(state, (lengths.get(state) ?? 0) + to - from);
  }
  return [...lengths]
    .map(([state, milliseconds]) => ({ state, milliseconds }))
    .sort((a, b) => b.milliseconds - a.milliseconds);
};

/** The states that occur, the worst last. */
export const statesIn = (lanes: ReadonlyArray<readonly StateInterval[]>): LaneState[] =>
  [...new Set(lanes.flatMap((intervals) => intervals.map(({ state }) => state)))].sort(
    (a, b) => RANK[a] - RANK[b]
  );
