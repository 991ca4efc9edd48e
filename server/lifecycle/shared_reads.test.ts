import { TestClock } from '../cluster/testing/test_clock';
import { SharedReads } from './shared_reads';

const may = { read: true, acknowledge: true, write: true };
const ann = { name: 'ann', roles: ['a'], secured: true, may };

const rig = () => {
  const clock = new TestClock();
  const waiting: Array<(answer: number) => void> = [];
  const reads = new SharedReads<number>(clock, 5000);
  const read = () => new Promise<number>((resolve) => void waiting.push(resolve));
  const finish = async (place: number): Promise<void> => {
    waiting[place](place);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { clock, waiting, finish, get: (who = ann) => reads.get(who, read) };
};

describe('a reading that is shared', () => {
  it('serves whoever comes while it is under way, however long that is', async () => {
    const { clock, waiting, get } = rig();
    void get();
    clock.pass(20_000);
    void get();
    expect(waiting).toHaveLength(1);
  });

  it('serves for some seconds from its end, and longer where it took long', async () => {
    const { clock, waiting, finish, get } = rig();
    void get();
    await finish(0);
    clock.pass(4999);
    void get();
    expect(waiting).toHaveLength(1);
    clock.pass(1);
    void get();
    clock.pass(12_000);
    await finish(1);
    clock.pass(29_000);
    expect(await get()).toBe(1);
    clock.pass(1000);
    void get();
    expect(waiting).toHaveLength(3);
  });

  it('is of nobody with other roles', () => {
    const { waiting, get } = rig();
    void get();
    void get({ ...ann, roles: ['b'] });
    expect(waiting).toHaveLength(2);
  });
});
