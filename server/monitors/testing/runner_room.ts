import type { Alert } from '../../../common/alerts/alert';
import type { RunRow } from '../../../common/monitors/run';
import type { MonitorState } from '../../../common/monitors/state';
import type { Message } from '../../../common/notifications/message';
import { FakeCluster, answerOf } from '../../cluster/testing/fake_cluster';
import { TestClock, silentLogger } from '../../cluster/testing/test_clock';
import { Committer } from '../committer';
import type { Job, JobResult } from '../job';
import { createRemover } from '../remover';
import { Runner } from '../runner';
import { Settler } from '../settler';
import { createStateStore, freshState } from '../state_store';
import { compiledMonitor } from './monitors';

export const STATES = '.watchkeeper-states-v1';
const DAY = 86_400_000;

/** The engine over a cluster in memory, and the hands to run single jobs. */
export const engine = () => {
  const cluster = new FakeCluster();
  const clock = new TestClock();
  const states = createStateStore(cluster);
  const offered: Message[] = [];
  const refused: string[] = [];
  const committer = new Committer(cluster, states, clock, DAY, {
    claim: (messages) => messages,
    offer: (entered) => void offered.push(...entered.map(({ message }) => message)),
    refused: (id) => void refused.push(id),
  });
  const saved = { isSaved: true };
  const settler = new Settler(states, committer, clock, silentLogger, async () => saved.isSaved);
  const remove = createRemover(committer, states, [{ remove: async () => {} }], clock);
  /** What a deletion does, from the saved object on. */
  const deleteMonitor = async (id: string) => {
    saved.isSaved = false;
    await remove(id);
  };
  const runner = new Runner({
    ...{ cluster, settler, clock },
    timeoutMs: 30_000,
    logger: silentLogger,
  });
  const job = (id: string, change: Partial<Job> & { condition?: string } = {}): Job => ({
    compiled: compiledMonitor(id, {}, change.condition),
    run: {
      scheduledAt: clock.now(),
      window: { start: clock.now() - 10_000, end: clock.now() },
    },
    held: freshState(id, clock.now()),
    mustFence: false,
    unlogged: [],
    isOurs: () => true,
    ...change,
  });
  const stateOf = (id: string) => cluster.doc<MonitorState>(STATES, id);
  const messages = () => cluster.docs<Message>('.watchkeeper-outbox');
  const alerts = () => cluster.docs<Alert>('.watchkeeper-alerts');
  return {
    ...{ cluster, clock, committer, runner, job, stateOf, messages, alerts, offered, refused },
    ...{ saved, deleteMonitor },
  };
};

export const rowOf = (result: JobResult): RunRow => {
  if (result.kind !== 'done') throw new Error(`Not done: ${JSON.stringify(result)}`);
  return result.row;
};

export const fires = () => answerOf(3);
/** The next job with what the last run left. */
export const nextJob = (job: Job, result: JobResult): Job => ({
  ...job,
  held: result.kind === 'done' ? result.held : job.held,
  run: {
    scheduledAt: job.run.scheduledAt + 10_000,
    window: { start: job.run.window.end, end: job.run.window.end + 10_000 },
  },
});
