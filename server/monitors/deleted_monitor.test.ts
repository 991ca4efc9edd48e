import { engine, fires, nextJob, rowOf } from './testing/runner_room';

describe('a monitor that is deleted while it runs', () => {
  it('opens no alert with its first run', async () => {
    const { cluster, runner, job, alerts, messages, deleteMonitor } = engine();
    cluster.search = fires;
    const underWay = job('m');
    await deleteMonitor('m');
    const [result] = await runner.run([underWay]);
    expect(result).toEqual({ kind: 'again', why: 'gone' });
    expect([alerts(), messages()]).toEqual([[], []]);
  });

  it('opens no second alert, and sends no second message', async () => {
    const { cluster, runner, job, alerts, messages, deleteMonitor } = engine();
    cluster.search = fires;
    const first = job('m');
    const [opened] = await runner.run([first]);
    await deleteMonitor('m');
    const [late] = await runner.run([nextJob(first, opened)]);
    expect(late).toEqual({ kind: 'again', why: 'gone' });
    expect(alerts()).toMatchObject([{ state: 'deleted' }]);
    expect(messages()).toHaveLength(1);
  });

  it('begins anew when it has come back before what it left was swept away', async () => {
    const { cluster, clock, runner, job, alerts, saved, stateOf, deleteMonitor } = engine();
    cluster.search = fires;
    await runner.run([job('m')]);
    await deleteMonitor('m');
    saved.isSaved = true;
    clock.pass(10_000);
    const [result] = await runner.run([job('m')]);
    expect(rowOf(result).outcome).toBe('triggered');
    expect(alerts().map(({ state }) => state)).toEqual(['deleted', 'active']);
    expect(stateOf('m')?.ended).toBeUndefined();
  });
});
