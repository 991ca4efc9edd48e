import { DueQueue } from './due_queue';

describe('DueQueue', () => {
  it('gives what is due, the longest waiting first, and nothing twice', () => {
    const queue = new DueQueue(1000);
    queue.put('b', 2000);
    queue.put('a', 1000);
    queue.put('c', 9000);
    expect(queue.take(2500)).toEqual(['a', 'b']);
    expect(queue.take(2500)).toEqual([]);
    expect(queue.firstDue()).toBe(9000);
  });

  it('never gives anything before it is due', () => {
    const queue = new DueQueue(1000);
    queue.put('a', 1001);
    expect(queue.take(1999)).toEqual([]);
    expect(queue.take(2000)).toEqual(['a']);
  });

  it('keeps one place for each', () => {
    const queue = new DueQueue(1000);
    queue.put('a', 1000);
    queue.put('a', 5000);
    expect(queue.take(4000)).toEqual([]);
    expect(queue.size).toBe(1);
    queue.remove('a');
    expect(queue.firstDue()).toBeUndefined();
  });
});
