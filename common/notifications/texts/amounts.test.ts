import { durationText, instantText, numberText } from './amounts';

const MINUTE = 60_000;

describe('a length of time', () => {
  it.each([
    [0, '0 s'],
    [-5, '0 s'],
    [999, '1 s'],
    [61_000, '1 min 1 s'],
    [125 * MINUTE, '2 h 5 min'],
    [26 * 60 * MINUTE + 30_000, '1 d 2 h'],
  ])('of %i milliseconds is %s', (milliseconds, text) => {
    expect(durationText(milliseconds)).toBe(text);
  });
});

describe('a number', () => {
  it.each([
    [0.1 + 0.2, '0.3'],
    [123_456_789_012, '123456789012'],
    [-2.5, '-2.5'],
  ])('%d is said as %s', (value, text) => {
    expect(numberText(value)).toBe(text);
  });
});

it('says an instant so that it can be read anywhere', () => {
  expect(instantText(Date.UTC(2026, 0, 31, 14, 5, 6, 789))).toBe('2026-01-31 14:05:06 UTC');
});
