import type { Job, JobResult } from '../monitors/job';
import { countedRunner } from './counted_runner';
import type { EndedRun, Metrics } from './types';

const job = (scheduledAt: number): Job => ({ run: { scheduledAt } }) as unknown as Job;

const done = (row: object): JobResult =>
  ({ kind: 'done', row: { started_at: 1500, outcome: 'not_triggered', ...row } }) as JobResult;

async function counted(results: JobResult[]) {
  const ran: EndedRun[] = [];
  const postponed: string[] = [];
  const metrics: Metrics = {
    ran: (run) => ran.push(run),
    postponed: (why) => postponed.push(why),
    delivered: () => undefined,
  };
  let now = 0;
  const runner = { run: async () => results, reread: async () => new Map() };
  const clock = { now: () => 0, monotonic: () => (now += 40) };
  const answered = await countedRunner(runner, metrics, clock).run(results.map(() => job(1000)));
  return { answered, ran, postponed };
}

describe('a counted runner', () => {
  it('counts what has ended, and hands it on', async () => {
    const results = [done({}), done({ outcome: 'triggered' })];
    const { answered, ran } = await counted(results);
    expect(answered).toBe(results);
    expect(ran).toEqual([
      { outcome: 'not_triggered', lag: 500, took: 40 },
      { outcome: 'triggered', lag: 500, took: 40 },
    ]);
  });

  it('tells what was wrong, with the search or with a trigger', async () => {
    const trigger = { id: 't', name: 't', triggered: false };
    const { ran } = await counted([
      done({ outcome: 'error', problem: { code: 'partial', message: '' } }),
      done({
        outcome: 'error',
        triggers: [trigger, { ...trigger, problem: { code: 'timed_out', message: '' } }],
      }),
    ]);
    expect(ran.map(({ code }) => code)).toEqual(['partial', 'timed_out']);
  });

  it('counts apart what runs again', async () => {
    const { ran, postponed } = await counted([
      { kind: 'again', why: 'busy', what: 'searches' },
      { kind: 'again', why: 'hung' },
    ]);
    expect([ran, postponed]).toEqual([[], ['busy', 'hung']]);
  });
});
