import { DueQueue } from './due_queue';

const ids = (entries: Array<{ id: string }>) => entries.map(({ id }) => id);

describe('DueQueue', () => {
  it('gives what is due, the longest waiting first, and nothing twice', () => {
    const queue = new DueQueue(1000);
    queue.put('b', 2000);
    queue.put('a', 1000);
    queue.put('c', 9000);
    expect(ids(queue.take(2500))).toEqual(['a', 'b']);
    expect(queue.take(2500)).toEqual([]);
    expect(queue.size).toBe(1);
  });

  it('never gives anything before it is due', () => {
    const queue = new DueQueue(1000);
    queue.put('a', 1001);
    expect(queue.take(1999)).toEqual([]);
    expect(ids(queue.take(2000))).toEqual(['a']);
  });

  it('keeps one place for each', () => {
    const queue = new DueQueue(1000);
    queue.put('a', 1000);
    queue.put('a', 5000);
    expect(queue.take(4000)).toEqual([]);
    expect(queue.size).toBe(1);
    queue.remove('a');
    expect(queue.take(9000)).toEqual([]);
  });

  it('counts what was put off as due, and gives it only when its time has come', () => {
    const queue = new DueQueue(1000);
    queue.put('a', 5000, 1000);
    expect(queue.take(3000)).toEqual([]);
    expect(queue.due(3000)).toEqual([{ id: 'a', dueAt: 1000 }]);
    expect(queue.take(5000)).toEqual([{ id: 'a', dueAt: 1000 }]);
    expect(queue.due(5000)).toEqual([]);
  });
});
