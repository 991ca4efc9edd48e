import { TestClock, silentLogger } from '../cluster/testing/test_clock';
import { createFollowed } from './followed';

const setUp = () => {
  const clock = new TestClock();
  const saved = new Map([
    ['p', 'pager'],
    ['c', 'chat'],
  ]);
  const reads = { count: 0, fails: false };
  const repository = {
    async types() {
      reads.count++;
      if (reads.fails) throw new Error('no answer');
      return new Map(saved);
    },
  };
  const followed = createFollowed(repository, clock, silentLogger, (type) => type === 'pager');
  return { clock, saved, reads, followed };
};

describe('which destinations keep an incident', () => {
  it('is known after the first look, and nothing before', async () => {
    const { followed } = setUp();
    expect(followed.follows('p')).toBe(false);
    await followed.known();
    expect(['p', 'c', 'gone'].map(followed.follows)).toEqual([true, false, false]);
  });

  it('is read again after a moment, beside the runs that ask', async () => {
    const { clock, saved, reads, followed } = setUp();
    await followed.known();
    saved.set('q', 'pager');
    await followed.known();
    expect(reads.count).toBe(1);
    clock.pass(5000);
    await followed.known();
    await new Promise(setImmediate);
    expect(reads.count).toBe(2);
    expect(followed.follows('q')).toBe(true);
  });

  it('is asked anew for what a person does', async () => {
    const { saved, reads, followed } = setUp();
    await followed.known();
    saved.set('q', 'pager');
    await followed.now();
    expect(followed.follows('q')).toBe(true);
    reads.fails = true;
    await expect(followed.now()).rejects.toThrow('no answer');
  });

  it('stays as it was known while nobody answers', async () => {
    const { clock, reads, followed } = setUp();
    reads.fails = true;
    await followed.known();
    expect(followed.follows('p')).toBe(false);
    reads.fails = false;
    await followed.known();
    reads.fails = true;
    clock.pass(5000);
    await followed.known();
    await new Promise(setImmediate);
    expect(followed.follows('p')).toBe(true);
  });
});
