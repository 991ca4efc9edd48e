import { BATCH, Lanes } from './lanes';

const idOf = (id: string) => id;

describe('Lanes', () => {
  it('cuts what shares into batches', () => {
    const jobs = Array.from({ length: 2 * BATCH + 1 }, (_, i) => `m${i}`);
    const { shared, alone } = new Lanes().cut(jobs, idOf);
    expect(shared.map(({ length }) => length)).toEqual([BATCH, BATCH, 1]);
    expect(alone).toEqual([]);
  });

  it('lets the slow ones go alone until they are fast again', () => {
    const lanes = new Lanes();
    lanes.learn('slow', 5000, false);
    expect(lanes.cut(['slow', 'fast'], idOf)).toEqual({ shared: [['fast']], alone: [['slow']] });
    lanes.learn('slow', 500, false);
    expect(lanes.cut(['slow'], idOf).alone).toHaveLength(1);
    lanes.learn('slow', 10, false);
    expect(lanes.cut(['slow'], idOf).alone).toEqual([]);
  });

  it('does not take a run of unknown length for a fast one', () => {
    const lanes = new Lanes();
    lanes.learn('slow', 5000, false);
    lanes.learn('slow', undefined, false);
    expect(lanes.cut(['slow'], idOf).alone).toHaveLength(1);
  });

  it('lets what the cluster refuses go alone, and forgets that when it changes', () => {
    const lanes = new Lanes();
    lanes.learn('bad', 1, true);
    expect(lanes.cut(['bad'], idOf).alone).toHaveLength(1);
    lanes.forget('bad');
    expect(lanes.cut(['bad'], idOf).alone).toEqual([]);
  });
});
