import type { TimedEvent, Timeline, When } from './timeline';

/** How long an index is in a state. Ages are milliseconds since the index was made. */
export interface StateSpan {
  state: string;
  from: When;
  /** Absent: it stays there, as far as can be told. */
  to?: When;
}

export interface AgedEvent extends TimedEvent {
  age: When;
}

/** The course of an index by its age, as users of lifecycle policies think of it. */
export interface Ages {
  /** One after the other; a state that is entered twice is there twice. */
  spans: StateSpan[];
  events: AgedEvent[];
}

const since = ({ earliest, expected, latest }: When, start: number): When => ({
  earliest: earliest - start,
  expected: expected - start,
  latest: latest - start,
});

/** @param created_at when the index was made, epoch milliseconds */
export const agesOf = ({ events }: Timeline, created_at: number): Ages => {
  const aged = events.map((event) => ({ ...event, age: since(event.when, created_at) }));
  const spans: StateSpan[] = [];
  for (const { kind, state, to = '', age } of aged) {
    const open = spans[spans.length - 1];
    if (!open) spans.push({ state, from: age });
    const current = spans[spans.length - 1];
    if (kind === 'transition') {
      current.to = age;
      spans.push({ state: to, from: age });
    }
    if (kind === 'deleted') current.to = age;
  }
  return { spans, events: aged };
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const STEPS = [
  ...[HOUR, 6 * HOUR, DAY, 2 * DAY, 5 * DAY, 10 * DAY, 30 * DAY, 60 * DAY],
  ...[90 * DAY, 180 * DAY, 365 * DAY],
];
const MOST_TICKS = 8;

/** Ages to be written below a time line: so far that everything is on it, and at most so many. */
export const ageTicks = (end: number): number[] => {
  const step = STEPS.find((each) => end / each <= MOST_TICKS) ?? Math.ceil(end / MOST_TICKS);
  return Array.from({ length: Math.floor(end / step) + 1 }, (_none, i) => i * step);
};

/** The age up to which a time line shows the course, milliseconds: with room for what stays. */
export const ageEnd = ({ spans, events }: Ages): number => {
  const last = Math.max(0, ...events.map(({ age }) => age.latest));
  const stays = spans.some(({ to }) => to === undefined);
  return Math.max(HOUR, last * (stays ? 1.25 : 1.04));
};
