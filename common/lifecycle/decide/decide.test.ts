import type { Policy } from '../policy/policy';
import { readPolicy } from '../policy/read_policy';
import type { ActionCursor, Cursor } from './cursor';
import { decide, retryWait } from './decide';
import type { Decision } from './decide';
import type { ClusterFacts, IndexFacts } from './facts';

const DAY = 86_400_000;
const NOW = 100 * DAY;

const FACTS: IndexFacts = {
  ...{ name: 'logs-000001', uuid: 'u', created_at: NOW - 4 * DAY, status: 'open' },
  ...{ docs: 10, primary_bytes: 1000, largest_shard_bytes: 1000, primaries: 1, replicas: 1 },
  ...{ aliases: [], rollovers: [] },
};

const policyOf = (states: object[]): Policy =>
  readPolicy({ description: '', default_state: 'a', states });

const POLICY = policyOf([
  {
    name: 'a',
    actions: [
      { read_only: {}, timeout: '1h', retry: { count: 2, backoff: 'linear', delay: '5m' } },
      { force_merge: { max_num_segments: 1 } },
    ],
    transitions: [{ state_name: 'b', conditions: { min_index_age: '5d' } }, { state_name: 'c' }],
  },
  { name: 'b', actions: [{ delete: {} }] },
  { name: 'c', actions: [], transitions: [] },
]);

const AT_A: Cursor = { state: 'a', state_since: NOW - DAY };

const begun = (changes: Partial<ActionCursor> = {}): Cursor => ({
  ...AT_A,
  action: {
    ...{ place: 0, type: 'read_only', since: NOW - 1000, failed: false, consumed_retries: 0 },
    ...changes,
  },
});

const told = (
  cursor: Cursor | undefined,
  {
    policy = POLICY,
    facts = FACTS,
    cluster = { red: false },
  }: { policy?: Policy; facts?: IndexFacts; cluster?: ClusterFacts } = {}
): Decision => decide({ policy, facts, cluster, now: NOW, ...(cursor ? { cursor } : {}) });

describe('what a tick does, in the order of the checks', () => {
  it('is nothing on a red cluster, not even to begin', () => {
    expect(told(undefined, { cluster: { red: true } })).toEqual({
      ...{ kind: 'skip', reason: 'red_cluster' },
    });
  });

  it('is some things on a red cluster that lets them', () => {
    const cluster = { red: true, runs_when_red: true };
    expect(told(AT_A, { cluster })).toMatchObject({ kind: 'run', action: { type: 'read_only' } });
    const merging = begun({ place: 1, type: 'force_merge' });
    expect(told(merging, { cluster })).toMatchObject({ kind: 'skip' });
  });

  it('is to begin, which takes a whole tick', () => {
    expect(told(undefined)).toEqual({ kind: 'initialize', state: 'a' });
  });

  it.each([
    ['completed', { ...AT_A, completed: true }],
    ['failed', { ...AT_A, failed: true }],
    ['failed', begun({ failed: true })],
  ])('is nothing any more once it has %s', (reason, cursor) => {
    expect(told(cursor)).toEqual({ kind: 'rest', reason });
  });

  it('is to say so where the policy does not have the state', () => {
    expect(told({ ...AT_A, transition_to: 'gone' })).toMatchObject({
      kind: 'broken',
      state: 'gone',
    });
  });

  it('is to give up what takes too long, before it waits for a retry', () => {
    const cursor = begun({ since: NOW - 3_600_001, consumed_retries: 1, last_retry_at: NOW });
    expect(told(cursor)).toMatchObject({ kind: 'timed_out', action: { type: 'read_only' } });
    expect(told(begun({ since: NOW - 3_600_000 }))).toMatchObject({ kind: 'run' });
  });

  it('is to wait after a failure for as long as the action says', () => {
    const cursor = begun({ consumed_retries: 2, last_retry_at: NOW - 60_000 });
    expect(told(cursor)).toMatchObject({ kind: 'back_off', until: NOW - 60_000 + 600_000 });
    const later = begun({ consumed_retries: 2, last_retry_at: NOW - 600_000 });
    expect(told(later)).toMatchObject({ kind: 'run' });
  });

  it('is to stop where a step may have been done already, and must not be done twice', () => {
    const merging = (name: string) =>
      told(begun({ place: 1, type: 'force_merge', step: { name, status: 'starting' } }));
    expect(merging('attempt_call_force_merge')).toMatchObject({
      ...{ kind: 'interrupted', step: 'attempt_call_force_merge' },
    });
    expect(merging('wait_for_force_merge')).toMatchObject({ kind: 'run' });
  });

  it('is to refuse an action that the cluster does not allow, when it begins', () => {
    const cluster = { red: false, allowed_actions: ['delete'] };
    expect(told(AT_A, { cluster })).toMatchObject({ kind: 'not_allowed' });
    expect(told(begun(), { cluster })).toMatchObject({ kind: 'run' });
  });
});

describe('transitions that are being evaluated', () => {
  it('stand after the last action, though Index State Management says -1', () => {
    const waiting = { name: 'attempt_transition_step', status: 'condition_not_met' as const };
    const decision = told(begun({ place: -1, type: 'transition', step: waiting }));
    expect(decision.kind).not.toBe('run');
  });
});

describe('which step comes next', () => {
  const stepOf = (cursor: Cursor) => {
    const decision = told(cursor);
    return decision.kind === 'run' ? [decision.action.place, decision.step.name] : decision.kind;
  };
  const merging = (name: string, status: 'completed' | 'condition_not_met' | 'failed') =>
    begun({ place: 1, type: 'force_merge', step: { name, status } });

  it('is the first of the first action in a new state', () => {
    expect(stepOf(AT_A)).toEqual([0, 'attempt_set_read_only']);
    expect(stepOf({ ...begun(), transition_to: 'b' })).toEqual([0, 'attempt_delete']);
  });

  it('is the next one after a step that completed, and the same otherwise', () => {
    const done = merging('attempt_set_read_only', 'completed');
    expect(stepOf(done)).toEqual([1, 'attempt_call_force_merge']);
    const waiting = merging('wait_for_force_merge', 'condition_not_met');
    expect(stepOf(waiting)).toEqual([1, 'wait_for_force_merge']);
    expect(stepOf(merging('attempt_set_read_only', 'failed'))).toEqual([
      ...[1, 'attempt_set_read_only'],
    ]);
  });

  it('belongs to the next action after the last step of one', () => {
    const done = begun({ step: { name: 'attempt_set_read_only', status: 'completed' } });
    expect(stepOf(done)).toEqual([1, 'attempt_set_read_only']);
  });
});

describe('the transitions of a state', () => {
  const after = begun({
    ...{ place: 1, type: 'force_merge' },
    step: { name: 'wait_for_force_merge', status: 'completed' },
  });
  const outcome = (facts: Partial<IndexFacts>, policy = POLICY) => {
    const decision = told(after, { facts: { ...FACTS, ...facts }, policy });
    return decision.kind === 'transition' ? decision.outcome : decision;
  };
  const leading = (transitions: object[], facts: Partial<IndexFacts> = {}) => {
    const policy = policyOf([{ name: 'a', actions: [], transitions }]);
    const decision = told(AT_A, { policy, facts: { ...FACTS, ...facts } });
    return decision.kind === 'transition' ? decision.outcome : decision;
  };

  it('lead where the first that is met leads', () => {
    expect(outcome({ created_at: NOW - 5 * DAY })).toEqual({ kind: 'move', to: 'b' });
    expect(outcome({ created_at: NOW - 5 * DAY + 1 })).toEqual({ kind: 'move', to: 'c' });
  });

  it('end the policy where there are none', () => {
    expect(leading([])).toEqual({ kind: 'complete' });
  });

  it('are never met with an empty object of conditions', () => {
    expect(leading([{ state_name: 'b', conditions: {} }])).toEqual({ kind: 'wait' });
  });

  it('fail as a whole where one asks for the age since a rollover that never was', () => {
    const byRollover = { state_name: 'b', conditions: { min_rollover_age: '1d' } };
    const met = { state_name: 'c', conditions: { min_index_age: '1d' } };
    expect(leading([met, byRollover])).toMatchObject({ kind: 'failed' });
    const rollovers = [
      { target: 'x', at: NOW - DAY },
      { target: 'y', at: NOW - 1 },
    ];
    expect(leading([byRollover], { rollovers })).toEqual({ kind: 'move', to: 'b' });
  });

  it.each([
    ['min_doc_count', 10, { docs: 10 }, { docs: 9 }],
    ['min_size', '1kb', { primary_bytes: 1024 }, { primary_bytes: 1023 }],
    ['no_alias', true, {}, { aliases: [{ name: 'x', members: 1 }] }],
    ['no_alias', false, { aliases: [{ name: 'x', members: 1 }] }, {}],
  ])('wait for %s', (name, value, met, unmet) => {
    const transitions = [{ state_name: 'b', conditions: { [name]: value } }];
    expect(leading(transitions, met)).toEqual({ kind: 'move', to: 'b' });
    expect(leading(transitions, unmet)).toEqual({ kind: 'wait' });
  });

  it('wait for the next fire of a cron expression after they were first asked', () => {
    const cron = { cron: { expression: '0 0 * * *', timezone: 'UTC' } };
    const policy = policyOf([
      { name: 'a', actions: [], transitions: [{ state_name: 'b', conditions: { cron } }] },
    ]);
    const asked = (since: number) => {
      const decision = told(begun({ type: 'transition', since }), { policy });
      return decision.kind === 'transition' && decision.outcome.kind;
    };
    expect(asked(NOW - 1000)).toBe('move');
    expect(asked(NOW)).toBe('wait');
  });

  it.each([
    ['an offset, as the engine writes it', '0 0 * * *', 'UTC+09:00'],
    ['an expression that only the engine reads', '1/5 * * * *', 'UTC'],
    ['a zone that nobody knows', '0 0 * * *', 'Nowhere/X'],
  ])('go on to be told with %s', (_what, expression, timezone) => {
    const cron = { cron: { expression, timezone } };
    const policy = policyOf([
      { name: 'a', actions: [], transitions: [{ state_name: 'b', conditions: { cron } }] },
    ]);
    const decision = told(begun({ type: 'transition', since: NOW }), { policy });
    expect(decision.kind === 'transition' && decision.outcome.kind).toBe('wait');
  });
});

describe('the wait before a retry', () => {
  it.each([
    ['exponential', [60_000, 120_000, 240_000]],
    ['constant', [60_000, 60_000, 60_000]],
    ['linear', [60_000, 120_000, 180_000]],
  ] as const)('is %s', (backoff, expected) => {
    const retry = { count: 3, backoff, delay: '1m' };
    expect([1, 2, 3].map((consumed) => retryWait(retry, consumed))).toEqual(expected);
  });
});
