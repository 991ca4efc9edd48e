import { agesOf, ageEnd, ageTicks } from './ages';
import type { TimedEvent, Timeline } from './timeline';

const DAY = 86_400_000;
const MADE = 1000 * DAY;

const event = (
  kind: TimedEvent['kind'],
  day: number,
  more: Partial<TimedEvent> = {}
): TimedEvent => {
  const when = {
    earliest: MADE + (day - 1) * DAY,
    expected: MADE + day * DAY,
    latest: MADE + day * DAY,
  };
  return { kind, state: 'hot', when, certainty: 'exact', ...more };
};

const DELETED: Timeline = {
  end: 'deleted',
  events: [
    event('initialized', 1),
    event('action', 2, { action: 'rollover' }),
    event('transition', 3, { to: 'delete' }),
    event('deleted', 4, { state: 'delete', action: 'delete' }),
  ],
};

describe('the ages of an index', () => {
  it('are counted from its making, a span for each state', () => {
    const { spans, events } = agesOf(DELETED, MADE);
    expect(spans).toEqual([
      {
        state: 'hot',
        from: { earliest: 0, expected: DAY, latest: DAY },
        to: { earliest: 2 * DAY, expected: 3 * DAY, latest: 3 * DAY },
      },
      expect.objectContaining({
        state: 'delete',
        to: { earliest: 3 * DAY, expected: 4 * DAY, latest: 4 * DAY },
      }),
    ]);
    expect(events.map(({ age }) => age.expected / DAY)).toEqual([1, 2, 3, 4]);
  });

  it('have an open end where the index stays', () => {
    const { spans } = agesOf({ end: 'failed', events: DELETED.events.slice(0, 3) }, MADE);
    expect(spans[1]).not.toHaveProperty('to');
    expect(agesOf({ end: 'beyond', events: [] }, MADE)).toEqual({ spans: [], events: [] });
  });

  it('tell twice of a state that is entered twice', () => {
    const events = [
      event('initialized', 0),
      event('transition', 1, { to: 'warm' }),
      event('transition', 2, { state: 'warm', to: 'hot' }),
    ];
    expect(agesOf({ end: 'cycle', events }, MADE).spans.map(({ state }) => state)).toEqual([
      ...['hot', 'warm', 'hot'],
    ]);
  });

  it('are written on an axis that reaches behind the last, with few ticks', () => {
    const end = ageEnd(agesOf(DELETED, MADE));
    expect(end).toBeGreaterThan(4 * DAY);
    expect(ageTicks(end)).toEqual([0, DAY, 2 * DAY, 3 * DAY, 4 * DAY]);
    for (const days of [0.01, 0.3, 3, 16, 45, 400, 5000]) {
      const ticks = ageTicks(days * DAY);
      expect(ticks.length).toBeLessThan(10);
      expect(ticks[ticks.length - 1]).toBeLessThanOrEqual(days * DAY);
    }
    expect(ageEnd({ spans: [], events: [] })).toBeGreaterThan(0);
  });
});
