import { instantOf, instantSchema, stepOf, stepStart } from './time_range';

const NOW = Date.UTC(2026, 10, 21, 9);

describe('an instant as URLs write it', () => {
  it.each([
    ['now', NOW],
    ['now-7d', NOW - 7 * 86_400_000],
    ['now+30m', NOW + 30 * 60_000],
    [String(NOW), NOW],
    ['2026-11-21T09:00:00Z', NOW],
  ])('reads %s', (text, instant) => {
    expect(instantOf(text, NOW)).toBe(instant);
  });

  it.each(['', 'yesterday', 'now-7', 'now-d', '5 minutes'])('refuses %j', (text) => {
    expect(instantOf(text, NOW)).toBeUndefined();
    expect(instantSchema.safeParse(text).success).toBe(false);
  });
});

describe('the step of a chart', () => {
  it('is round, and cuts the span into no more parts than asked', () => {
    expect(stepOf({ from: 0, to: 86_400_000 }, 48)).toBe(30 * 60_000);
    expect(stepOf({ from: 0, to: 7 * 86_400_000 }, 60)).toBe(3 * 3_600_000);
    expect(stepOf({ from: 0, to: 1000 }, 60, 60_000)).toBe(60_000);
    const long = stepOf({ from: 0, to: 100 * 365 * 86_400_000 }, 60);
    expect((100 * 365 * 86_400_000) / long).toBeLessThanOrEqual(60);
  });

  it('begins where the clock is round', () => {
    expect(stepStart(NOW + 59_999, 60_000)).toBe(NOW);
  });
});
