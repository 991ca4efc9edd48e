import { PARTITION_COUNT } from './hash';
import { partitionsOf } from './assignment';

const all = (members: string[]) => members.map((member) => partitionsOf(member, members));

describe('partitionsOf', () => {
  it('gives every partition to exactly one member', () => {
    const given = all(['a', 'b', 'c'])
      .flat()
      .sort((x, y) => x - y);
    expect(given).toEqual(Array.from({ length: PARTITION_COUNT }, (_, i) => i));
  });

  it('moves only the share of a member that leaves', () => {
    const before = partitionsOf('a', ['a', 'b', 'c']);
    const after = partitionsOf('a', ['a', 'b']);
    expect(after).toEqual(expect.arrayContaining(before));
  });

  it('spreads them', () => {
    for (const share of all(['one', 'two', 'three', 'four'])) {
      expect(share.length).toBeGreaterThan(5);
      expect(share.length).toBeLessThan(30);
    }
  });
});
