import { planReads, rememberReads } from './memory';
import type { IndexFacts } from './memory';

const DAY = 86_400_000;
const NOW = 100 * DAY;
const run = (now = NOW, enabledTime: number | null = 1) => ({ now, enabledTime });

const index = (name: string, change: Partial<IndexFacts> = {}): IndexFacts => ({
  ...{ name, uuid: `uuid-${name}`, created: NOW - DAY, resized: false, refreshes: true },
  shards: new Map([[0, { checkpoint: 41, max: 42, at: NOW }]]),
  ...change,
});

const positions = (memory: unknown, indices: IndexFacts[], at = run(NOW + 5)) =>
  planReads(memory, indices, at).map(({ position }) => position.done);

/** After a first run over these. */
const after = (indices: IndexFacts[]) =>
  rememberReads(undefined, planReads(undefined, indices, run()), run());

describe('what a document-level monitor remembers', () => {
  it('begins at the present: nothing older is found', () => {
    expect(positions(undefined, [index('a')])).toEqual([42]);
  });

  it('goes on where it was', () => {
    const memory = after([index('a')]);
    const later = index('a', { shards: new Map([[0, { checkpoint: 50, max: 50, at: NOW }]]) });
    expect(positions(memory, [later])).toEqual([42]);
  });

  it('reads an index from its beginning that was made after the first run', () => {
    expect(positions(after([index('a')]), [index('b', { created: NOW + 1000 })])).toEqual([-1]);
  });

  it('does so too for an index that was deleted and made again under its name', () => {
    const again = index('a', { uuid: 'another', created: NOW + 1000 });
    expect(positions(after([index('a')]), [again])).toEqual([-1]);
  });

  it.each([
    ['an older index that appears, such as a restored one', { created: NOW - DAY }],
    ['one that was made of another by shrinking', { created: NOW + 1000, resized: true }],
  ])('does not take for new what %s holds', (_what, change) => {
    expect(positions(after([index('a')]), [index('b', change)])).toEqual([42]);
  });

  it('begins anew when the monitor was enabled anew, and when it is of no use', () => {
    const memory = after([
      index('a', { shards: new Map([[0, { checkpoint: 1, max: 1, at: NOW }]]) }),
    ]);
    expect(positions(memory, [index('a')])).toEqual([1]);
    expect(positions(memory, [index('a')], run(NOW + 5, 2))).toEqual([42]);
    expect(positions({ something: 'else' }, [index('a')])).toEqual([42]);
  });

  it('goes on with an index that was away for a while, and forgets it after a week', () => {
    const memory = after([index('a', { created: NOW + 1000 }), index('b')]);
    const without = rememberReads(memory, planReads(memory, [index('b')], run()), run(NOW + 1000));
    expect(positions(without, [index('a', { created: NOW + 1000 })])).toEqual([42]);
    const week = run(NOW + 8 * DAY);
    const later = rememberReads(without, planReads(without, [index('b')], week), week);
    expect(Object.keys(later.indices)).toEqual(['b']);
  });
});
