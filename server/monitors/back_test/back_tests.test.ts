import { WatchkeeperError } from '../../../common/errors';
import type { BackTestResult } from '../../../common/monitors/back_test/back_test';
import { TestClock } from '../../cluster/testing/test_clock';
import { BackTests } from './back_tests';
import type { Running } from './back_tests';
import type { Pace } from './types';

const HOUR = 3_600_000;

const result = (alertCount = 0): BackTestResult => ({
  ...{ from: 0, to: 1, triggers: [], alerts: [], alert_count: alertCount, took: 0 },
  ...{ windows: { judged: 1, failed: 0 }, notes: ['as it is'] },
  method: { kind: 'histogram', searches: 1 },
});

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** One that goes on until it is told to end, or until it is over. */
class Endless implements Running {
  end = () => {
    this.isEnded = true;
  };
  private isEnded = false;

  async run(pace: Pace): Promise<void> {
    pace.progress(0.5);
    while (!this.isEnded && !pace.isOver()) await nextTurn();
  }

  result = () => result(7);
}

const quick = (): Running => ({ run: async () => undefined, result: () => result() });

const failing = (error: Error): Running => ({
  run: async () => {
    throw error;
  },
  result: () => undefined,
});

const tests = () => {
  const clock = new TestClock();
  return { clock, all: new BackTests(clock) };
};

describe('the back-tests of an instance', () => {
  it('answer a quick one at once', async () => {
    const { all } = tests();
    const done = await all.start(quick(), 'kim', 1000);
    expect(done).toMatchObject({ status: 'done', progress: 1, result: { notes: ['as it is'] } });
  });

  it('tell how far a longer one is, and what came of it when it has ended', async () => {
    const { all } = tests();
    const run = new Endless();
    const { id, ...begun } = await all.start(run, 'kim', 1);
    expect(begun).toEqual({ status: 'running', progress: 0.5 });
    run.end();
    await nextTurn();
    await nextTurn();
    expect(all.get(id, 'kim')).toMatchObject({ status: 'done', result: { alert_count: 7 } });
  });

  it('give what was found until it was stopped', async () => {
    const { all } = tests();
    const { id } = await all.start(new Endless(), 'kim', 1);
    expect(await all.stop(id, 'kim')).toMatchObject({
      status: 'stopped',
      result: { alert_count: 7 },
    });
  });

  it('fail at once where there is something wrong with the question', async () => {
    const { all } = tests();
    const wrong = new WatchkeeperError('cluster_refused', 'no such index');
    await expect(all.start(failing(wrong), 'kim', 1000)).rejects.toBe(wrong);
  });

  it('are of their caller alone', async () => {
    const { all } = tests();
    const { id } = await all.start(quick(), 'kim', 1000);
    expect(() => all.get(id, 'lee')).toThrow('Run it again');
    expect(all.get(id, 'kim').status).toBe('done');
  });

  it('are not many at a time', async () => {
    const { all } = tests();
    const started: string[] = [];
    for (let i = 0; i < 4; i++) started.push((await all.start(new Endless(), 'kim', 1)).id);
    await expect(all.start(quick(), 'kim', 1)).rejects.toThrow('Too many');
    await expect(all.start(quick(), 'lee', 1)).resolves.toMatchObject({ status: 'done' });
    for (const id of started) await all.stop(id, 'kim');
    await nextTurn();
    await nextTurn();
    await expect(all.start(quick(), 'kim', 1)).resolves.toMatchObject({ status: 'done' });
  });

  it('end where nobody has asked for them for a while', async () => {
    const { all, clock } = tests();
    const { id } = await all.start(new Endless(), 'kim', 1);
    clock.pass(120_000);
    await nextTurn();
    await nextTurn();
    const { status, result: found } = all.get(id, 'kim');
    expect(status).toBe('stopped');
    expect(found?.notes[0]).toMatch(/Nobody/);
  });

  it('are kept for an hour', async () => {
    const { all, clock } = tests();
    const { id } = await all.start(quick(), undefined, 1000);
    clock.pass(HOUR - 1000);
    expect(all.get(id, undefined).status).toBe('done');
    clock.pass(2000);
    expect(() => all.get(id, undefined)).toThrow('not known here');
  });
});
