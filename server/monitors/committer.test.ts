import type { Alert } from '../../common/alerts/alert';
import type { Delta, MonitorState } from '../../common/monitors/state';
import type { Message, MessageIntent } from '../../common/notifications/message';
import { FakeCluster } from '../cluster/testing/fake_cluster';
import { TestClock } from '../cluster/testing/test_clock';
import { Committer } from './committer';
import { createRemover } from './remover';
import { createStateStore, freshState } from './state_store';

const STATES = '.watchkeeper-states-v1';
const DAY = 86_400_000;

const room = () => {
  const cluster = new FakeCluster();
  const clock = new TestClock();
  const states = createStateStore(cluster);
  const offered: Message[] = [];
  const committer = new Committer(cluster, states, clock, DAY, {
    claim: (messages) => messages,
    offer: (entered) => void offered.push(...entered.map(({ message }) => message)),
    refused: () => undefined,
  });
  const intent = (id: string, i: number): MessageIntent => ({
    ...{ id: `${id}.m${i}`, monitor_id: id, monitor_name: id, trigger_id: 't', trigger_name: 't' },
    ...{ action_id: 'a', action_name: 'a', destination_id: 'd', alert_ids: [], severity: '1' },
    ...{ subject: '', message: 'x', period_start: 0, period_end: 1 },
    ...{ created_at: clock.now(), rev: 1 },
  });
  /** A change with so many messages. */
  const change = (id: string, messages: number) => {
    const { state } = freshState(id, clock.now());
    const delta: Delta = {
      ...{ rev: state.rev + 1, at: clock.now(), alerts: [], events: [] },
      messages: Array.from({ length: messages }, (_, i) => intent(id, i)),
    };
    const next: MonitorState = { ...state, rev: delta.rev, pending: { kind: 'inline', delta } };
    return { next, delta };
  };
  const stateOf = (id: string) => cluster.doc<MonitorState>(STATES, id);
  const messages = () => cluster.docs<Message>('.watchkeeper-outbox');
  return { cluster, clock, states, committer, offered, change, stateOf, messages };
};

/** Counts up the revision, as any person's change would. */
const touch = (state: MonitorState) => ({
  next: { ...state, rev: state.rev + 1, pending: null },
  delta: { rev: state.rev + 1, at: 0, alerts: [], events: [], messages: [] },
});

describe('Committer', () => {
  it('commits each change by itself: one conflict leaves the others', async () => {
    const { cluster, committer, change } = room();
    cluster.put(STATES, 'taken', {});
    const results = await committer.commit([change('a', 1), change('taken', 1), change('b', 1)]);
    expect(results.map(({ kind }) => kind)).toEqual(['ok', 'conflict', 'ok']);
  });

  it('puts a large change into documents of its own, and projects it from there after a crash', async () => {
    const { committer, change, stateOf, messages, offered } = room();
    await committer.commit([change('large', 1200)]);
    const state = stateOf('large');
    expect(state?.pending).toMatchObject({ kind: 'chunked', chunks: 3 });
    if (!state) throw new Error('Nothing was committed.');
    await committer.projectPending([state]);
    await committer.projectPending([state]);
    expect(messages()).toHaveLength(1200);
    expect(offered).toHaveLength(1200);
  });

  it('fails only the change whose documents cannot be written', async () => {
    const { cluster, committer, change, stateOf } = room();
    cluster.refuse = (index) =>
      index.includes('chunks') ? { status: 403, type: 'block', reason: 'full' } : undefined;
    const results = await committer.commit([change('large', 1200), change('small', 1)]);
    expect(results.map(({ kind }) => kind)).toEqual(['failed', 'ok']);
    expect(stateOf('large')).toBeUndefined();
  });

  it('projects the others when one cannot be', async () => {
    const { cluster, committer, change, messages } = room();
    cluster.refuse = (_index, id) =>
      id.startsWith('bad') ? { status: 429, type: 'busy', reason: 'queue is full' } : undefined;
    const [bad, good] = [change('bad', 1), change('good', 1)];
    const waiting = await committer.project([bad.delta, good.delta]);
    expect([...waiting]).toEqual([[bad.delta, 'queue is full']]);
    expect(messages().map(({ monitor_id: id }) => id)).toEqual(['good']);
  });

  it('does not bring back messages that were dropped with their age', async () => {
    const { clock, committer, change, messages } = room();
    const old = change('a', 1);
    clock.pass(2 * DAY);
    await committer.project([old.delta]);
    expect(messages()).toEqual([]);
  });

  it('decides anew for a person when somebody else was faster', async () => {
    const { cluster, committer, stateOf } = room();
    await committer.change('m', touch);
    const before = stateOf('m')?.rev ?? 0;
    let raced = false;
    await committer.change('m', (state) => {
      if (!raced) {
        raced = true;
        cluster.put(STATES, 'm', { ...state, rev: state.rev + 1 });
      }
      return touch(state);
    });
    expect(stateOf('m')?.rev).toBe(before + 2);
  });

  it('projects what somebody else left before it commits for a person', async () => {
    const { committer, change, messages, stateOf } = room();
    await committer.commit([change('m', 1)]);
    expect(messages()).toEqual([]);
    await committer.change('m', touch);
    expect(messages()).toHaveLength(1);
    expect(stateOf('m')?.pending).toBeNull();
  });
});

describe('the remover', () => {
  const openAlert = (id: string): Alert => ({
    ...{ id: `${id}.1.0`, monitor_id: id, monitor_name: id, trigger_id: 't', trigger_name: 't' },
    ...{ severity: '1', state: 'active', start_time: 0, last_seen: 0, rev: 1 },
  });

  const withRemover = () => {
    const all = room();
    const removed: string[] = [];
    const authorisations = { remove: async (id: string) => void removed.push(id) };
    const remove = createRemover(all.committer, all.states, [authorisations], all.clock);
    return { ...all, remove, removed };
  };

  it('ends open alerts, marks the state and takes the proof away; again does no harm', async () => {
    const { cluster, clock, remove, removed, stateOf } = withRemover();
    const { state } = freshState('m', clock.now());
    cluster.put(STATES, 'm', { ...state, alerts: [openAlert('m')] });
    await remove('m', 'ann');
    clock.pass(1000);
    await remove('m', 'ann');
    expect(stateOf('m')).toMatchObject({ alerts: [], ended: clock.now() - 1000 });
    expect(cluster.docs<Alert>('.watchkeeper-alerts')).toMatchObject([{ state: 'deleted' }]);
    expect(removed).toEqual(['m', 'm']);
  });

  it('marks a monitor that has never committed anything', async () => {
    const { clock, remove, stateOf } = withRemover();
    await remove('m');
    expect(stateOf('m')).toMatchObject({ alerts: [], ended: clock.now() });
  });

  it('sweeps the mark away, but not the state of a monitor that has come back', async () => {
    const { cluster, states, remove, stateOf } = withRemover();
    await remove('m');
    await states.sweep('m');
    expect(stateOf('m')).toBeUndefined();
    await states.sweep('m');
    const { state } = freshState('m', 5);
    cluster.put(STATES, 'm', { ...state });
    await states.sweep('m');
    expect(stateOf('m')).toBeDefined();
  });

  it('puts its mark in the place of a state that cannot be read', async () => {
    const { cluster, clock, remove, removed, stateOf } = withRemover();
    cluster.put(STATES, 'm', { alerts: 'none' });
    await remove('m');
    expect(stateOf('m')).toMatchObject({ alerts: [], ended: clock.now() });
    expect(removed).toEqual(['m']);
  });
});
