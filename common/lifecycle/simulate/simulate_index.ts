import type { Policy } from '../policy/policy';
import { scenariosOf } from './scenario';
import type { Scenario } from './scenario';
import { NATIVE_TICKS } from './timeline';
import type { SimulatedIndex, TimedEvent, Timeline, TimelineEvent, Ticks } from './timeline';
import { walk } from './walk';
import type { Walked } from './walk';

export interface SimulateOptions {
  now: number;
  /** Epoch milliseconds. */
  horizon: number;
  ticks?: Ticks;
}

const sameThing = (a: TimelineEvent, b: TimelineEvent | undefined): boolean =>
  b !== undefined &&
  a.kind === b.kind &&
  a.state === b.state &&
  a.action === b.action &&
  a.to === b.to;

const at = ({ events }: Walked, place: number, event: TimelineEvent): number | undefined => {
  const other = events.at(place);
  return sameThing(event, other) ? other?.at : undefined;
};

/** The expected course, with how early and how late each of it may be. */
const merged = (early: Walked, expected: Walked, late: Walked): TimedEvent[] =>
  expected.events.map(({ at: instant, estimated, ...event }, place) => ({
    ...event,
    when: {
      earliest: Math.min(instant, at(early, place, event) ?? instant),
      expected: instant,
      latest: Math.max(instant, at(late, place, event) ?? instant),
    },
    certainty: estimated ? 'estimated' : 'exact',
  }));

/** The earliest, the expected and the latest course of an index. */
export type Courses = readonly [early: Walked, expected: Walked, late: Walked];

export const coursesOf = (
  policy: Policy,
  index: SimulatedIndex,
  { now, horizon, ticks = NATIVE_TICKS }: SimulateOptions
): Courses => {
  const [early, expected, late] = scenariosOf(index, ticks);
  const course = (scenario: Scenario): Walked => walk(policy, index, scenario, now, horizon);
  return [course(early), course(expected), course(late)];
};

export const timelineOf = ([early, expected, late]: Courses): Timeline => ({
  events: merged(early, expected, late),
  end: expected.end,
});

/** What happens to one index under a policy until the horizon, with the same conditions that the engine asks. */
export const simulateIndex = (
  policy: Policy,
  index: SimulatedIndex,
  options: SimulateOptions
): Timeline => timelineOf(coursesOf(policy, index, options));
