import fc from 'fast-check';
import { overlap, overlaps, takesIn } from './patterns';

describe('the patterns of a template', () => {
  it.each([
    [['cwl*'], 'cwl-app-2023.02.22', true],
    [['cwl*'], 'acwl', false],
    [['*-app-*', '-*-test*'], 'logs-app-1', true],
    [['*-app-*', '-*-test*'], 'logs-app-test1', false],
    [['a.b'], 'axb', false],
    [['-a*'], 'b', false],
  ])('%j: %s', (patterns, name, expected) => expect(takesIn(patterns, name)).toBe(expected));

  it.each([
    ['a*', '*b', true],
    ['a*', 'b*', false],
    ['logs-*', 'logs-app-*', true],
    ['a*c', 'a*d', false],
    ['*', '', true],
    ['ab', 'ab', true],
    ['a*b*c', 'ac', false],
  ])('overlap where one name can match both: %s and %s', (a, b, expected) => {
    expect(overlap(a, b)).toBe(expected);
    expect(overlap(b, a)).toBe(expected);
  });

  it('overlap wherever a name is found that both take in', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 5 });
    const names = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 6 });
    fc.assert(
      fc.property(letters, letters, names, (a, b, name) => {
        fc.pre(takesIn([a], name) && takesIn([b], name));
        expect(overlap(a, b)).toBe(true);
      })
    );
  });

  it('are compared pair by pair, without those that leave out', () => {
    expect(overlaps(['a*', '-b*'], ['ab', 'b*'])).toEqual([['a*', 'ab']]);
  });
});
