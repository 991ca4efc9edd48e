import { parseByteSize, printByteSize } from './byte_size';
import { parseTimeValue, printTimeValue } from './time_value';

describe('a duration', () => {
  it.each([
    ['3d', 3 * 86_400_000],
    ['15m', 900_000],
    ['1H', 3_600_000],
    ['90s', 90_000],
    ['5ms', 5],
    ['0s', 0],
  ])('is read: %s', (text, expected) => expect(parseTimeValue(text)).toBe(expected));

  it.each(['', '3', 'd', '1.5d', '-1d', '3 days', '3w'])('is none: “%s”', (text) =>
    expect(parseTimeValue(text)).toBeUndefined()
  );

  it.each(['3d', '36h', '90s', '5ms', '0s'])('is written as it was: %s', (text) =>
    expect(printTimeValue(parseTimeValue(text) ?? NaN)).toBe(text)
  );
});

describe('a size', () => {
  it.each([
    ['30gb', 30 * 1024 ** 3],
    ['1.5gb', 1.5 * 1024 ** 3],
    ['512MB', 512 * 1024 ** 2],
    ['10k', 10_240],
    ['7b', 7],
  ])('is read: %s', (text, expected) => expect(parseByteSize(text)).toBe(expected));

  it.each(['', '50', '50 elephants', 'gb', '-1gb', '1.5b'])('is none: “%s”', (text) =>
    expect(parseByteSize(text)).toBeUndefined()
  );

  it.each([
    [30 * 1024 ** 3, '30gb'],
    [1.55 * 1024 ** 3, '1.6gb'],
    [0, '0b'],
  ])('is written for people: %d', (bytes, expected) => expect(printByteSize(bytes)).toBe(expected));
});
