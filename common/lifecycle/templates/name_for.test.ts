import fc from 'fast-check';
import { nameFor } from './name_for';
import { takesIn } from './patterns';

/** Every name of these letters up to a length, the shortest first. */
const names = (letters: string[], longest: number): string[] => {
  let last = [''];
  const all: string[] = [];
  for (let length = 1; length <= longest; length++) {
    last = last.flatMap((name) => letters.map((letter) => name + letter));
    all.push(...last);
  }
  return all;
};

const ALL = names(['a', 'b', 'c'], 6);

describe('a name that patterns have in common', () => {
  it.each([
    [['logs-*', '*-app-*'], [], 'logs-app-'],
    [['logs-*', 'metrics-*'], [], undefined],
    [['*-app-*'], [], 'a-app-'],
    [['logs-*'], ['logs-*'], undefined],
    [['logs-*'], ['logs-', 'logs-x*'], 'logs-l'],
    [['a*', '*b'], [], 'ab'],
    [['*'], ['*'], undefined],
    [['same'], [], 'same'],
    [['-*'], [], undefined],
  ])('of %j without %j', (included, excluded, expected) =>
    expect(nameFor(included, excluded)).toBe(expected)
  );

  it('is found exactly where trying all names finds one, and is as short', () => {
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*'), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(pattern, { minLength: 1, maxLength: 3 }),
        fc.array(pattern, { maxLength: 2 }),
        (included, excluded) => {
          const expected = ALL.find(
            (name) =>
              included.every((each) => takesIn([each], name)) &&
              !excluded.some((each) => takesIn([each], name))
          );
          const found = nameFor(included, excluded) ?? undefined;
          if (expected === undefined) expect((found ?? 'longer').length).toBeGreaterThanOrEqual(6);
          else expect(found).toHaveLength(expected.length);
          if (found === undefined) return;
          for (const each of included) expect(takesIn([each], found)).toBe(true);
          for (const each of excluded) expect(takesIn([each], found)).toBe(false);
        }
      ),
      { numRuns: 500 }
    );
  });

  it('is found for the patterns of people in no time', () => {
    const long = '*-production-*-kubernetes-*-containers-*';
    expect(nameFor([long, 'eu-*-production*'], ['*-test-*', '*-x-*'])).toMatch(/^eu-/);
  });
});
