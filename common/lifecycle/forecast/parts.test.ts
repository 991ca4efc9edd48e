import fc from 'fast-check';
import { calendarOf } from './calendar';
import { growthBy } from './growth';
import { countedUp, datedName } from './names_to_come';

const DAY = 86_400_000;

describe('the name of an index to come', () => {
  const at = Date.UTC(2027, 0, 2);

  it.each([
    [{ name: 'logs-2026.12.31', day: '2026-12-31' }, 'logs-*', DAY, 'logs-2027.01.02'],
    [{ name: 'logs-2026-12-31-a', day: '2026-12-31' }, 'logs-*-a', DAY, 'logs-2027-01-02-a'],
    [{ name: 'logs-20261231', day: '2026-12-31' }, 'logs-*', DAY, 'logs-20270102'],
    [{ name: 'logs-2026.12' }, 'logs-*', 30 * DAY, 'logs-2027.01.02'],
  ])('of %j is dated as that is', (like, pattern, every, expected) =>
    expect(datedName(like, pattern, at, every)).toBe(expected)
  );

  it.each([
    ['app-000007', 3, 'app-000010'],
    ['app-9', 1, 'app-000010'],
    ['app', 2, 'app+2'],
  ])('of %s counts up', (name, times, expected) => expect(countedUp(name, times)).toBe(expected));
});

describe('the days of a forecast', () => {
  it('follow the days of the reader, also where one has 23 hours', () => {
    const starts = [0, DAY, 2 * DAY - 3_600_000, 3 * DAY - 3_600_000];
    const { dayOf, samples, sampleFrom } = calendarOf(1000, 4 * DAY - 3_600_001, starts);
    expect([0, DAY - 1, DAY, 2 * DAY - 3_600_000, 3 * DAY - 3_600_001].map(dayOf)).toEqual([
      0, 0, 1, 2, 2,
    ]);
    expect(dayOf(4 * DAY)).toBe(4);
    expect(samples[sampleFrom(DAY + 1)]).toBe(starts[2]);
  });

  it('are found for every instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 * DAY }), (instant) => {
        const { dayOf, starts } = calendarOf(DAY / 2, 41 * DAY);
        const day = dayOf(instant);
        expect(starts[day]).toBeLessThanOrEqual(instant);
        expect(starts[day + 1] ?? Infinity).toBeGreaterThan(instant);
      })
    );
  });
});

describe('how an index grows', () => {
  it('is the middle of what its siblings took in a day, and how far they lie apart', () => {
    const { bytes_per_day: bytes, spread } = growthBy(
      [80, 100, 120, 100, 100].map((each) => ({ docs: 1, bytes: each, time: DAY }))
    );
    expect(bytes).toBe(100);
    expect(spread).toBeCloseTo(0.2);
  });

  it('is guessed at from one that is minutes old, but not as if an hour were nothing', () => {
    const { bytes_per_day: bytes, spread } = growthBy([{ docs: 1, bytes: 10, time: 1000 }]);
    expect(bytes).toBe(240);
    expect(spread).toBe(0.3);
  });
});
