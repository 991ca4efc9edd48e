import { Batcher } from './batcher';

describe('Batcher', () => {
  it('gathers what is asked at once, and gives each its own answer', async () => {
    const run = jest.fn(async (items: number[]) => items.map((item) => item * 2));
    const batcher = new Batcher(run, 100);
    expect(await Promise.all([1, 2, 3].map((item) => batcher.add(item)))).toEqual([2, 4, 6]);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('fills the next batch while one is under way, up to its bound', async () => {
    const sizes: number[] = [];
    const batcher = new Batcher(async (items: number[]) => {
      sizes.push(items.length);
      await new Promise((resolve) => setTimeout(resolve, 5));
      return items;
    }, 3);
    const first = batcher.add(0);
    await new Promise((resolve) => setImmediate(resolve));
    await Promise.all([first, ...[1, 2, 3, 4].map((item) => batcher.add(item))]);
    expect(sizes).toEqual([1, 3, 1]);
  });

  it('fails those of one batch, and goes on with the next', async () => {
    const batcher = new Batcher(async (items: string[]) => {
      if (items.includes('bad')) throw new Error('refused');
      return items;
    }, 1);
    const bad = batcher.add('bad');
    const good = batcher.add('good');
    await expect(bad).rejects.toThrow('refused');
    await expect(good).resolves.toBe('good');
  });
});
