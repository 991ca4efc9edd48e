import fc from 'fast-check';
import { extendRanges, rangesHold } from './ranges';

describe('ranges', () => {
  it('join what lies side by side', () => {
    expect(extendRanges([[3, 4]], [6, 5, 9], 0)).toEqual([
      [3, 6],
      [9, 9],
    ]);
  });

  it('hold exactly the numbers that were put in, above a number', () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 40 }));
    fc.assert(
      fc.property(numbers, numbers, fc.integer({ min: -1, max: 40 }), (first, second, above) => {
        const ranges = extendRanges(extendRanges([], first, -1), second, above);
        const held = Array.from({ length: 41 }, (_, i) => i).filter((i) => rangesHold(ranges, i));
        const expected = [...new Set([...first, ...second])].filter((each) => each > above);
        expect(held).toEqual(expected.sort((a, b) => a - b));
        ranges.slice(1).forEach(([from], i) => expect(from).toBeGreaterThan(ranges[i][1] + 1));
      })
    );
  });
});
