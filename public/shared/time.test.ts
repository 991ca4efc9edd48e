import { formatDuration, relativeTo } from './time';

describe('formatDuration', () => {
  it.each([
    [850, '850 ms'],
    [1000, '1 second'],
    [15_000, '15 seconds'],
    [65_000, '1 minute 5 seconds'],
    [3_600_000, '1 hour'],
    [90_061_000, '1 day 1 hour'],
  ])('writes %d ms as %s', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });
});

describe('relativeTo', () => {
  it.each([
    [-12_400, '12 seconds ago'],
    [-200, '0 seconds ago'],
    [60_000, 'in 1 minute'],
    [-7_300_000, '2 hours ago'],
    [259_200_000, 'in 3 days'],
  ])('tells an instant %d ms from now as %s', (distance, text) => {
    const now = 1_700_000_000_000;
    expect(relativeTo(now, now + distance)).toBe(text);
  });
});
