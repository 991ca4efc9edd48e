import { depthOf, domainOf, roundedText, stepOf, ticksOf, valueAt } from './threshold_domain';

describe('the numbers that a chart with a threshold shows', () => {
  it('have room for every value and for the threshold, from zero on', () => {
    expect(domainOf([3, 10], 4)).toEqual({ min: 0, max: 11.5 });
    expect(domainOf([3, 10], 100).max).toBeCloseTo(115);
    expect(domainOf([-10, -2], undefined)).toEqual({ min: -11.5, max: 0 });
    expect(domainOf([], undefined)).toEqual({ min: 0, max: 1 });
    expect(domainOf([0, Infinity], 0)).toEqual({ min: 0, max: 1 });
  });

  it('are places from the top, and back', () => {
    const domain = { min: 0, max: 20 };
    expect(depthOf(20, domain)).toBe(0);
    expect(depthOf(5, domain)).toBe(0.75);
    expect(depthOf(50, domain)).toBe(0);
    expect(valueAt(0.75, domain)).toBe(5);
    expect(valueAt(2, domain)).toBe(0);
  });

  it('are dragged by steps that a person would type', () => {
    expect(stepOf({ min: 0, max: 23 }, true)).toBe(1);
    expect(stepOf({ min: 0, max: 1000 }, true)).toBe(5);
    expect(roundedText(102.6, 5)).toBe('105');
    expect(roundedText(1.23456, stepOf({ min: 0, max: 2 }, false))).toBe('1.23');
    expect(roundedText(-0.001, 1)).toBe('0');
    expect(roundedText(12_345, stepOf({ min: 0, max: 50_000 }, false))).toBe('12500');
  });

  it('are written beside it where they are round', () => {
    expect(ticksOf({ min: 0, max: 23 }, true)).toEqual([0, 10, 20]);
    expect(ticksOf({ min: 0, max: 1.15 }, true)).toEqual([0, 1]);
    expect(ticksOf({ min: -1, max: 1 }, false)).toEqual([-1, -0.5, 0, 0.5, 1]);
  });
});
