import { acknowledge } from '../../common/alerts/acknowledge';
import { unacknowledge } from '../../common/alerts/unacknowledge';
import { WatchkeeperError } from '../../common/errors';
import { answerOf, refusalOf } from '../cluster/testing/fake_cluster';
import { freshState } from './state_store';
import { STATES, engine, fires, nextJob, rowOf } from './testing/runner_room';

/** A form that our interpreter leaves to the cluster. */
const ONLY_ON_CLUSTER = 'return /a+/.matcher("aaa").matches()';

describe('Runner', () => {
  it('writes nothing for an idle run', async () => {
    const { cluster, runner, job } = engine();
    const [result] = await runner.run([job('m')]);
    expect(rowOf(result)).toMatchObject({ outcome: 'not_triggered', hits: 0 });
    expect(cluster.indices.size).toBe(0);
  });

  it('commits, projects and offers a message once', async () => {
    const { cluster, runner, job, stateOf, messages, offered } = engine();
    cluster.search = fires;
    const [result] = await runner.run([job('m')]);
    expect(rowOf(result).outcome).toBe('triggered');
    expect(stateOf('m')?.alerts).toHaveLength(1);
    expect(messages()).toHaveLength(1);
    expect(offered).toHaveLength(1);
  });

  it('writes the state of an idle run when it is the first under a new lease', async () => {
    const { runner, job, stateOf, messages } = engine();
    const first = job('m', { mustFence: true });
    const [result] = await runner.run([first]);
    expect(result).toMatchObject({ kind: 'done', committed: true });
    expect(stateOf('m')).toMatchObject({ window_end: first.run.window.end, alerts: [] });
    expect(messages()).toEqual([]);
  });

  it('loses against a later owner whose first run was idle, although that changed nothing else', async () => {
    const { cluster, runner, job, messages } = engine();
    const stale = job('m');
    await runner.run([job('m', { mustFence: true })]);
    cluster.search = fires;
    const [result] = await runner.run([stale]);
    expect(rowOf(result).outcome).toBe('not_triggered');
    expect(messages()).toEqual([]);
  });

  it('keeps with a commit the runs before that may never have been written down', async () => {
    const { cluster, runner, job, stateOf } = engine();
    const idle = rowOf((await runner.run([job('m')]))[0]);
    cluster.search = fires;
    await runner.run([job('m', { unlogged: [idle] })]);
    expect(stateOf('m')?.unlogged_runs).toEqual([idle]);
    const [late] = await runner.run([job('m')]);
    expect(late).toMatchObject({ kind: 'done', earlier: [idle] });
  });

  it('commits nothing when its lease ran out during the search', async () => {
    const { cluster, runner, job, messages } = engine();
    let ours = true;
    cluster.search = () => {
      ours = false;
      return fires();
    };
    const [result] = await runner.run([job('m', { isOurs: () => ours })]);
    expect(result).toEqual({ kind: 'again', why: 'not_ours' });
    expect(messages()).toEqual([]);
  });

  it('takes an acknowledgement that came in between into account', async () => {
    const { cluster, clock, committer, runner, job, messages } = engine();
    cluster.search = fires;
    const first = job('m');
    const [opened] = await runner.run([first]);
    await committer.change('m', (state) =>
      acknowledge(state, [state.alerts[0].id], 'ann', clock.now())
    );
    const [result] = await runner.run([nextJob(first, opened)]);
    expect(rowOf(result).triggers?.[0].actions?.[0]).toMatchObject({ outcome: 'held_back' });
    expect(messages()).toHaveLength(1);
  });

  it('learns that an acknowledgement was taken back, although a run that is held back writes nothing', async () => {
    const { cluster, clock, committer, runner, job, messages } = engine();
    cluster.search = fires;
    const first = job('m');
    const [opened] = await runner.run([first]);
    const by = (change: typeof acknowledge | typeof unacknowledge) =>
      committer.change('m', (state) => change(state, [state.alerts[0].id], 'ann', clock.now()));
    await by(acknowledge);
    const second = nextJob(first, opened);
    const [held] = await runner.run([second]);
    await by(unacknowledge);
    // Somebody else's hand: nothing here was told of it.
    const [again] = await runner.run([nextJob(second, held)]);
    expect(rowOf(again).triggers?.[0].actions?.[0]).toMatchObject({ outcome: 'queued' });
    expect(messages()).toHaveLength(2);
  });

  it('makes no second message when the answer to its commit was lost', async () => {
    const { cluster, runner, job, messages } = engine();
    cluster.search = fires;
    cluster.intercept = ({ path, lines = '' }) =>
      path === '/_bulk' && lines.includes(STATES) ? 'after' : undefined;
    const first = job('m');
    await expect(runner.run([first])).rejects.toThrow(WatchkeeperError);
    cluster.intercept = () => undefined;
    expect(await runner.reread([first])).toEqual(new Map());
    const [result] = await runner.run([first]);
    expect(rowOf(result)).toMatchObject({ outcome: 'triggered', window: first.run.window });
    expect(messages()).toHaveLength(1);
  });

  it('projects later what it could not project, and makes no second message', async () => {
    const { cluster, runner, job, messages, offered } = engine();
    cluster.search = fires;
    const blocked = { status: 403, type: 'cluster_block_exception', reason: 'disk is full' };
    cluster.refuse = (index) => (index === STATES ? undefined : blocked);
    const first = job('m');
    const [result] = await runner.run([first]);
    expect(result).toMatchObject({ kind: 'again', why: 'unsettled', reason: 'disk is full' });
    cluster.refuse = () => undefined;
    await runner.reread([first]);
    expect(rowOf((await runner.run([first]))[0]).outcome).toBe('triggered');
    expect(messages()).toHaveLength(1);
    expect(offered).toHaveLength(1);
  });

  it('cannot commit on a full disk, says why, and does so once when there is room', async () => {
    const { cluster, runner, job, messages } = engine();
    cluster.search = fires;
    cluster.refuse = () => ({ status: 403, type: 'cluster_block_exception', reason: 'full' });
    const first = job('m');
    const [result] = await runner.run([first]);
    expect(result).toMatchObject({ kind: 'again', reason: 'full' });
    cluster.refuse = () => undefined;
    await runner.reread([first]);
    await runner.run([first]);
    expect(messages()).toHaveLength(1);
  });

  it('goes on when the cluster will never take one document, and tells', async () => {
    const { cluster, runner, job, messages, refused } = engine();
    cluster.search = fires;
    cluster.refuse = (index, id) =>
      index.includes('alerts') && id.startsWith('bad')
        ? { status: 400, type: 'mapper_parsing_exception', reason: 'immense term' }
        : undefined;
    const results = await runner.run([job('bad'), job('good')]);
    expect(results.map(rowOf).map(({ outcome }) => outcome)).toEqual(['triggered', 'triggered']);
    expect(refused).toEqual(['bad']);
    expect(messages()).toHaveLength(2);
  });

  it('keeps a monitor whose stored state is nonsense apart from the others', async () => {
    const { cluster, runner, job } = engine();
    cluster.put(STATES, 'bad', { partition: 3, alerts: 'none' });
    cluster.search = fires;
    const results = await runner.run([job('bad'), job('good')]);
    expect(results[0]).toMatchObject({ kind: 'again', why: 'unsettled', poisoned: true });
    expect(rowOf(results[1]).outcome).toBe('triggered');
  });

  it('plans anew when another owner has evaluated a part of its window', async () => {
    const { cluster, runner, job, clock, messages } = engine();
    await runner.run([job('m', { mustFence: true })]);
    cluster.search = fires;
    clock.pass(4000);
    const [result] = await runner.run([job('m')]);
    expect(result).toMatchObject({ kind: 'again', why: 'overtaken' });
    expect(messages()).toEqual([]);
  });

  it('is not held up by a state from a clock that was set back', async () => {
    const { cluster, clock, runner, job, messages, stateOf } = engine();
    cluster.search = fires;
    clock.wall += 3_600_000;
    const [ahead] = await runner.run([job('m')]);
    clock.wall -= 3_600_000;
    const held = ahead.kind === 'done' ? ahead.held : freshState('m', 0);
    const now = job('m', { held });
    const [result] = await runner.run([now]);
    expect(rowOf(result).window).toEqual(now.run.window);
    expect(stateOf('m')?.window_end).toBe(now.run.window.end);
    expect(new Set(messages().map(({ id }) => id)).size).toBe(2);
  });

  it('does not repeat the ids of a former life when a deleted monitor comes back', async () => {
    const { cluster, clock, runner, job, messages } = engine();
    cluster.search = fires;
    await runner.run([job('m')]);
    cluster.indices.get(STATES)?.delete('m');
    clock.pass(60_000);
    await runner.run([job('m')]);
    expect(messages()).toHaveLength(2);
  });

  it('makes a problem of a condition that throws, and runs the others', async () => {
    const { runner, job } = engine();
    const thrower = job('m', { condition: 'ctx.results[7].hits.total.value > 0' });
    const results = await runner.run([thrower, job('good')]);
    expect(rowOf(results[0])).toMatchObject({ outcome: 'error' });
    expect(rowOf(results[1])).toMatchObject({ outcome: 'not_triggered' });
  });

  it('waits with a condition that the cluster will not compile now, and only with that', async () => {
    const { cluster, runner, job } = engine();
    cluster.script = async () => ({ status: 429, body: '{}' });
    const scripted = job('m', { condition: ONLY_ON_CLUSTER });
    const results = await runner.run([scripted, job('good')]);
    expect(results[0]).toEqual({ kind: 'again', why: 'busy', what: 'scripts' });
    expect(rowOf(results[1]).outcome).toBe('not_triggered');
  });

  it('calls an endless condition a problem of its monitor', async () => {
    const { cluster, runner, job } = engine();
    cluster.script = async () => {
      throw new WatchkeeperError('cluster_unreachable', 'timed out', { timed_out: true });
    };
    const scripted = job('m', { condition: ONLY_ON_CLUSTER });
    const results = await runner.run([scripted, job('good')]);
    expect(rowOf(results[0]).problem).toMatchObject({ code: 'timed_out' });
    expect(rowOf(results[1]).outcome).toBe('not_triggered');
  });

  it('never takes a partial answer for a count', async () => {
    const { cluster, runner, job } = engine();
    const shards = { total: 2, successful: 1, skipped: 0, failed: 0 };
    cluster.search = () => ({ ...answerOf(0), _shards: shards });
    expect(rowOf((await runner.run([job('m')]))[0])).toMatchObject({
      outcome: 'error',
      problem: { code: 'partial' },
    });
  });

  it('blames only the search that the cluster refuses', async () => {
    const { cluster, runner, job } = engine();
    cluster.search = (_header, body) =>
      body.includes('"bad"') ? refusalOf('unknown query [foo]') : answerOf(0);
    const jobs = Array.from({ length: 99 }, (_, i) => job(`good-${i}`));
    const results = await runner.run([...jobs.slice(0, 40), job('bad'), ...jobs.slice(40)]);
    const bad = results.splice(40, 1)[0];
    expect(bad).toMatchObject({ spoils: true });
    expect(rowOf(bad).problem?.message).toContain('unknown query');
    expect(new Set(results.map((each) => rowOf(each).outcome))).toEqual(new Set(['not_triggered']));
  });

  it('cuts a reason that is as long as the query', async () => {
    const { cluster, runner, job } = engine();
    cluster.search = () => refusalOf('x'.repeat(100_000));
    expect(rowOf((await runner.run([job('m')]))[0]).problem?.message.length).toBeLessThan(3000);
  });
});
