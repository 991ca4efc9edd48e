import fc from 'fast-check';
import { JavaDouble } from './java_double';
import { javaDoubleText, javaFloatText } from './java_number_text';
import { javaText } from './java_text';

describe('javaDoubleText', () => {
  // Printed by a real JVM.
  it.each([
    [5, '5.0'],
    [-0, '-0.0'],
    [0, '0.0'],
    [1e10, '1.0E10'],
    [1e-5, '1.0E-5'],
    [0.001, '0.001'],
    [0.00099, '9.9E-4'],
    [0.0123, '0.0123'],
    [1234567, '1234567.0'],
    [9999999, '9999999.0'],
    [1e7, '1.0E7'],
    [12345678.5, '1.23456785E7'],
    [123456789.125, '1.23456789125E8'],
    [19999, '19999.0'],
    [4.9e-324, '4.9E-324'],
    [1e-320, '1.0E-320'],
    [2e23, '2.0E23'],
    [1e23, '1.0E23'],
    [9007199254740992, '9.007199254740992E15'],
    [123456789012345678, '1.2345678901234568E17'],
    [0.1 + 0.2, '0.30000000000000004'],
    [-2.5, '-2.5'],
    [NaN, 'NaN'],
    [-Infinity, '-Infinity'],
  ])('prints %p as %s', (value, text) => {
    expect(javaDoubleText(value)).toBe(text);
  });

  it('prints no double so that it reads back as another one', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(javaDoubleText(value))).toBe(value);
      })
    );
  });
});

describe('javaFloatText', () => {
  // Printed by a real JVM.
  it.each([
    [1.1, '1.1'],
    [100, '100.0'],
    [16777217, '1.6777216E7'],
    [0.001, '0.001'],
    [1e-4, '1.0E-4'],
    [9.999999e6, '9999999.0'],
    [33554432.5, '3.3554432E7'],
    [3.4028235e38, '3.4028235E38'],
    [1.4e-45, '1.4E-45'],
    [1 / 3, '0.33333334'],
    // A power of two: the nearest decimal of eight digits is another float, the next one is this one.
    [2 ** 87, '1.5474251E26'],
    [-(2 ** 87), '-1.5474251E26'],
    // Half-way between two decimals: the even one.
    [2417552.25, '2417552.2'],
    [1e39, 'Infinity'],
  ])('prints %p as %s', (value, text) => {
    expect(javaFloatText(Math.fround(value))).toBe(text);
  });

  it('prints no float so that it reads back as another one', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Math.fround(Number(javaFloatText(value)))).toBe(value);
      })
    );
  });
});

describe('javaText', () => {
  it.each<[unknown, string]>([
    [[1, new JavaDouble(2), 'x', null, true], '[1, 2.0, x, null, true]'],
    [{ a: 1, b: [1, { c: null }], d: undefined }, '{a=1, b=[1, {c=null}]}'],
    [9007199254740993n, '9007199254740993'],
    [1700000000000, '1700000000000'],
    [2.5, '2.5'],
    [-0, '0'],
    [undefined, 'null'],
    [{}, '{}'],
  ])('prints %p as %s', (value, text) => {
    expect(javaText(value)).toBe(text);
  });
});
