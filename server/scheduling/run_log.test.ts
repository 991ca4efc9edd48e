import { room } from './testing/scheduling_room';

describe('the run log of the Scheduler', () => {
  it('keeps rows that cannot be written, says so, and writes each once when it can', async () => {
    const { add, seconds, cluster, problems, rows, jobs, scheduler } = room();
    add('m');
    const blocked = { status: 403, type: 'cluster_block_exception', reason: 'disk is full' };
    cluster.refuse = () => blocked;
    await seconds(41);
    expect(problems.current()[0].message).toContain('disk is full');
    expect(scheduler.behind().unwritten).toBeGreaterThan(2);
    cluster.refuse = () => undefined;
    await seconds(5);
    expect(problems.current()).toEqual([]);
    expect(rows()).toHaveLength(jobs.length);
    expect(scheduler.behind().unwritten).toBe(0);
  });

  it('writes a block once when the answer to its writing was lost', async () => {
    const { add, seconds, cluster, rows, jobs } = room();
    add('m');
    cluster.intercept = ({ path }) => (path === '/_bulk' ? 'after' : undefined);
    await seconds(13);
    cluster.intercept = () => undefined;
    await seconds(10);
    expect(rows()).toHaveLength(jobs.length);
  });

  it('lets the log go on without a block that the cluster will never take', async () => {
    const { add, seconds, cluster, problems, rows } = room();
    add('m');
    cluster.refuse = () => ({ status: 400, type: 'mapper_parsing_exception', reason: 'no' });
    await seconds(12);
    expect(problems.current()).toMatchObject([{ about: 'refused runs' }]);
    cluster.refuse = () => undefined;
    await seconds(10);
    expect(rows().length).toBeGreaterThan(0);
  });

  it('doubts its lease when another owner has written a block of the same second', async () => {
    const { add, seconds, cluster, control, clock } = room();
    const memory = add('m');
    await seconds(10);
    for (let i = 0; i < 30; i++) {
      const tick = Math.floor(clock.now() / 1000) + i;
      const index = `.watchkeeper-ticks-v1-${new Date(clock.now()).toISOString().slice(0, 10).replace(/-/g, '.')}`;
      cluster.put(index, `${memory.partition}:${tick}`, { owner: 'somebody else' });
    }
    await seconds(15);
    expect(control.doubted).toContain(memory.partition);
  });
});
