import { exampleOf, overlapsOf } from './overlap_matrix';
import type { PolicyTemplate } from './resolve';

const template = (policy_id: string, priority: number, ...patterns: string[]): PolicyTemplate => ({
  ...{ policy_id, priority, index_patterns: patterns },
});

describe('policies that take in the same names', () => {
  it('are found in pairs, with an example and who wins', () => {
    const found = overlapsOf([
      template('app', 50, '*-app-*'),
      template('logs', 10, 'logs-*'),
      template('metrics', 10, 'metrics-*'),
    ]);
    expect(found.map(({ policies, winner, conflict }) => [policies, winner, conflict])).toEqual([
      [['app', 'logs'], 'app', false],
      [['app', 'metrics'], 'app', false],
    ]);
    const [pair] = found[0].pairs;
    expect(pair).toMatchObject({ patterns: ['*-app-*', 'logs-*'], priorities: [50, 10] });
    expect(exampleOf(pair)).toBe('logs-app-');
  });

  it('are in conflict at the same priority, which nobody wins', () => {
    const [{ conflict, winner }] = overlapsOf([template('a', 1, 'x*'), template('b', 1, '*')]);
    expect([conflict, winner]).toEqual([true, undefined]);
  });

  it('never meet where an exclusion keeps them apart, though the server does not see that', () => {
    const [overlap] = overlapsOf([
      template('app', 1, 'logs-app-*'),
      template('logs', 1, 'logs-*', '-logs-app-*'),
    ]);
    expect(overlap.conflict).toBe(true);
    expect(overlap.pairs[0].apart).toBe(true);
    expect(exampleOf(overlap.pairs[0])).toBeUndefined();
  });

  it('are won now by this one and now by that one, where priorities cross', () => {
    const [{ winner, conflict }] = overlapsOf([
      template('a', 5, 'x*'),
      template('a', 1, 'y*'),
      template('b', 3, '*'),
    ]);
    expect([winner, conflict]).toEqual([undefined, false]);
  });

  it('are looked for in hundreds of policies', () => {
    const many = Array.from({ length: 200 }, (_, i) =>
      template(`p${i}`, i, `team-${i}-*`, `*-x${i}`)
    );
    expect(overlapsOf(many)).toHaveLength(19_900);
  });
});
