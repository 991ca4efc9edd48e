import type { BackTestPoint } from './back_test';
import { thinOut } from './thin_out';

const point = (end: number, measure: number, more: Partial<BackTestPoint> = {}): BackTestPoint => ({
  ...{ end, measure, triggered: false },
  ...more,
});

describe('points that are thinned out', () => {
  it('stay as they are where they are few', () => {
    const points = [point(1, 1), point(2, 5)];
    expect(thinOut(points, false, 2)).toEqual(points);
  });

  it('keep the worst of each stretch', () => {
    const points = [5, 1, 2, 9, 3, 4].map((measure, i) => point(i, measure));
    expect(thinOut(points, false, 2).map(({ measure }) => measure)).toEqual([5, 9]);
    expect(thinOut(points, true, 2).map(({ measure }) => measure)).toEqual([1, 3]);
  });

  it('keep what fired before a higher number, and a problem before both', () => {
    const fired = point(2, 1, { triggered: true });
    const problem: BackTestPoint = {
      end: 3,
      triggered: false,
      problem: { code: 'x', message: 'y' },
    };
    expect(thinOut([point(1, 9), fired, point(3, 2)], false, 1)).toEqual([fired]);
    expect(thinOut([point(1, 9), fired, problem], false, 1)).toEqual([problem]);
  });
});
