import { toRison } from './rison';

describe('rison', () => {
  it.each([
    [null, '!n'],
    [undefined, '!n'],
    [true, '!t'],
    [false, '!f'],
    [1.5, '1.5'],
    [1e30, '1e30'],
    [-3, '-3'],
    ["it's 5!", "'it!'s 5!!'"],
    ['', "''"],
    [[], '!()'],
    [[1, 'a'], "!(1,'a')"],
    [{}, '()'],
    [{ a: { b: [true] }, c: undefined }, "('a':('b':!(!t)))"],
  ])('writes %j as %s', (value, text) => expect(toRison(value)).toBe(text));
});
