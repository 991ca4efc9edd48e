import type { RunRow } from '../../common/monitors/run';
import { FakeCluster } from '../cluster/testing/fake_cluster';
import { freshState } from '../monitors/state_store';
import { PartitionMemory } from './partition_memory';
import type { LoadedPartition } from './partition_memory';
import { readCursors, tickBlock, writeBlocks } from './tick_store';
import type { TickBlock } from './tick_store';

const NOW = Date.UTC(2026, 0, 5, 12);

const row = (id: string, start: number, end: number, change: Partial<RunRow> = {}): RunRow => ({
  monitor_id: id,
  scheduled_at: end,
  started_at: end,
  window: { start, end },
  outcome: 'not_triggered',
  ...change,
});

const failed = { outcome: 'error', problem: { code: 'x', message: 'y' } } as const;

const memoryOf = (change: Partial<LoadedPartition> = {}) =>
  new PartitionMemory(
    3,
    { states: new Map(), cursors: new Map(), lastTick: 0, suspects: [], ...change },
    NOW
  );

const stateWith = (id: string, last: RunRow) => {
  const held = freshState(id, NOW);
  return { ...held, state: { ...held.state, window_end: last.window.end, last_run: last } };
};

describe('PartitionMemory', () => {
  it('goes on from the later of tick block and state, and logs a run that a crash left out', () => {
    const last = row('m', NOW - 20, NOW - 10);
    const states = new Map([['m', stateWith('m', last)]]);
    const behind = memoryOf({ states, cursors: new Map([['m', { end: NOW - 20 }]]) });
    expect(behind.cursorOf('m')).toEqual({ end: NOW - 10 });
    expect(behind.nextBlock('me', NOW, 0)?.rows).toEqual([last]);
    const ahead = memoryOf({ states, cursors: new Map([['m', { end: NOW - 5 }]]) });
    expect(ahead.cursorOf('m')).toEqual({ end: NOW - 5 });
    expect(ahead.nextBlock('me', NOW, 0)?.rows).toEqual([]);
  });

  it('writes down where a rare monitor stands, although nothing runs: its blocks are dropped in time', () => {
    const memory = memoryOf({ cursors: new Map([['weekly', { end: NOW - 5 }]]) });
    const block = memory.nextBlock('me', NOW, 0);
    expect(block).toMatchObject({ rows: [], checkpoint: { weekly: NOW - 5 } });
    if (block) memory.blockWritten(block);
    expect(memory.nextBlock('me', NOW, 3_600_000)).toBeUndefined();
    expect(memory.nextBlock('me', NOW, 7 * 3_600_000)).toMatchObject({
      checkpoint: { weekly: NOW - 5 },
    });
    expect(memoryOf().nextBlock('me', NOW, 0)).toBeUndefined();
  });

  it('logs what the last owner could not, and knows what it has not logged itself', () => {
    const last = row('m', NOW - 20, NOW - 10);
    const before = row('m', NOW - 30, NOW - 20);
    const held = stateWith('m', last);
    const state = { ...held.state, unlogged_runs: [row('m', NOW - 40, NOW - 30), before] };
    const memory = memoryOf({
      states: new Map([['m', { ...held, state }]]),
      cursors: new Map([['m', { end: NOW - 30 }]]),
    });
    expect(memory.unloggedOf('m')).toEqual([before, last]);
    const block = memory.nextBlock('me', NOW, 0);
    expect(block?.rows).toEqual([before, last]);
    memory.record(row('m', NOW - 10, NOW));
    expect(memory.unloggedOf('m')).toHaveLength(3);
    if (block) memory.blockWritten(block);
    expect(memory.unloggedOf('m')).toHaveLength(1);
  });

  it('remembers from where on nothing could be evaluated', () => {
    const memory = memoryOf();
    memory.record(row('m', NOW, NOW + 10));
    memory.record(row('m', NOW + 10, NOW + 20, failed));
    memory.record(row('m', NOW + 15, NOW + 30, failed));
    expect(memory.cursorOf('m')).toEqual({ end: NOW + 30, open: NOW + 10 });
    memory.record(row('m', NOW + 10, NOW + 40));
    expect(memory.cursorOf('m')).toEqual({ end: NOW + 40 });
  });

  it('writes a block later than any before it, whatever the clock says', () => {
    const memory = memoryOf({ lastTick: NOW + 5000 });
    memory.record(row('m', NOW, NOW + 1));
    const first = memory.nextBlock('me', NOW, 0);
    expect(first?.tick).toBe(NOW + 6000);
    if (first) memory.blockWritten(first);
    memory.record(row('m', NOW, NOW + 2));
    expect(memory.nextBlock('me', NOW - 3_600_000, 0)?.tick).toBe(NOW + 7000);
  });

  it('hands out the same block until it is written, and begins with a checkpoint', () => {
    const memory = memoryOf({ cursors: new Map([['idle', { end: NOW - 7, open: NOW - 9 }]]) });
    memory.record(row('m', NOW, NOW + 1));
    const block = memory.nextBlock('me', NOW, 0);
    expect(block?.checkpoint).toEqual({ idle: NOW - 7, m: NOW + 1 });
    expect(block?.open).toEqual({ idle: NOW - 9 });
    memory.record(row('m', NOW + 1, NOW + 2));
    expect(memory.nextBlock('me', NOW, 1)).toBe(block);
    if (block) memory.blockWritten(block);
    const next = memory.nextBlock('me', NOW, 2);
    expect(next).toMatchObject({ rows: [{ window: { end: NOW + 2 } }] });
    expect(next?.checkpoint).toBeUndefined();
    // The first was tried twice, and the second answer comes late.
    if (block) memory.blockWritten(block);
    expect(memory.nextBlock('me', NOW, 3)).toBe(next);
  });
});

describe('readCursors', () => {
  const written = async (...blocks: TickBlock[]) => {
    const cluster = new FakeCluster();
    await writeBlocks(cluster, blocks);
    return cluster;
  };
  const block = (
    tick: number,
    owner: string,
    rows: RunRow[],
    checkpoint?: Array<[string, number]>
  ) =>
    tickBlock({
      ...{ partition: 3, tick: NOW + tick * 1000, owner, rows },
      ...(checkpoint ? { cursors: new Map(checkpoint.map(([id, end]) => [id, { end }])) } : {}),
    });
  const read = (cluster: FakeCluster) => readCursors(cluster, 3, 0, NOW + 60_000);

  it('reads back to a checkpoint', async () => {
    const cluster = await written(
      block(0, 'a', [row('m', 0, NOW)]),
      block(1, 'a', [row('m', 0, NOW + 1)], [['n', NOW - 1]]),
      block(2, 'a', [row('m', 0, NOW + 2)])
    );
    const { cursors, lastTick } = await read(cluster);
    expect(Object.fromEntries(cursors)).toEqual({ m: { end: NOW + 2 }, n: { end: NOW - 1 } });
    expect(lastTick).toBe(NOW + 2000);
  });

  it('is not set back by the checkpoint of an owner that had lost the partition', async () => {
    const cluster = await written(
      block(0, 'old', [row('m', 0, NOW)], [['n', NOW - 100]]),
      block(1, 'new', [row('n', 0, NOW + 1)], [['m', NOW]]),
      block(2, 'old', [row('x', 0, NOW)], [['n', NOW - 100]]),
      block(3, 'new', [row('m', 0, NOW + 3)])
    );
    const { cursors } = await read(cluster);
    expect(cursors.get('n')).toEqual({ end: NOW + 1 });
    expect(cursors.get('m')).toEqual({ end: NOW + 3 });
  });

  it('believes no cursor from the future, and survives a block that is none', async () => {
    const cluster = await written(
      block(0, 'a', [row('m', 0, NOW)], []),
      block(1, 'a', [row('m', 0, NOW + 86_400_000)])
    );
    const [index] = cluster.indices.keys();
    cluster.put(index, 'poison', { partition: 3, tick: NOW + 9000, owner: 'a', rows: [7, null] });
    expect((await read(cluster)).cursors.get('m')).toEqual({ end: NOW });
  });

  it('remembers what was not evaluated', async () => {
    const cluster = await written(block(0, 'a', [row('m', NOW - 10, NOW, failed)], []));
    expect((await read(cluster)).cursors.get('m')).toEqual({ end: NOW, open: NOW - 10 });
  });
});
