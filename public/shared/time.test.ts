import { formatDuration } from './time';

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
