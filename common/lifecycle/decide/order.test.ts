import type { JsonObject } from '../../json/record';
import { readPolicy } from '../policy/read_policy';
import { checkRollover } from './check_rollover';
import type { ActionCursor, Cursor } from './cursor';
import { decide } from './decide';
import type { DecideInput, Decision } from './decide';
import type { IndexFacts } from './facts';
import { begin, settle } from './settle';

/** Each table begins with everything that can be; row by row the first of it goes. So it shows what comes before what. */

const DAY = 86_400_000;
const NOW = 100 * DAY;

const FACTS: IndexFacts = {
  ...{ name: 'logs-2023.02', uuid: 'u', created_at: NOW - 2 * DAY, status: 'open' },
  ...{ docs: 0, primary_bytes: 10, largest_shard_bytes: 10, primaries: 1, replicas: 1 },
  ...{ aliases: [], rollovers: [] },
};

const POLICY = readPolicy({
  ...{ description: '', default_state: 'a' },
  states: [
    {
      name: 'a',
      actions: [{ force_merge: { max_num_segments: 1 }, timeout: '1h' }],
      transitions: [{ state_name: 'a', conditions: { min_state_age: '1d' } }],
    },
  ],
});

const LATE: ActionCursor = {
  ...{ place: 0, type: 'force_merge', since: NOW - 2 * 3_600_000, failed: false },
  ...{ consumed_retries: 1, last_retry_at: NOW },
  step: { name: 'attempt_call_force_merge', status: 'starting' },
};
const CURSOR: Cursor = { ...{ state: 'a', state_since: NOW - DAY, index_uuid: 'u' }, action: LATE };

type Check = [number: string, what: string, without: Partial<DecideInput>, Partial<Decision>];

/** By their place in a tick of the engine. */
const CHECKS: Check[] = [
  ['1', 'the cluster is red', {}, { kind: 'skip', reason: 'red_cluster' }],
  [
    ...['2', 'the index is another one of the same name'],
    ...[{ cluster: { red: false, disabled: true } }, { kind: 'skip', reason: 'other_index' }],
  ] as Check,
  ['3', 'nothing has begun', { cursor: undefined }, { kind: 'initialize', state: 'a' }],
  [
    ...['4', 'the policy has done its work'],
    ...[{ cursor: { ...CURSOR, completed: true } }, { kind: 'rest', reason: 'completed' }],
  ] as Check,
  [
    ...['4', 'the policy has failed'],
    ...[{ cursor: { ...CURSOR, failed: true } }, { kind: 'rest', reason: 'failed' }],
  ] as Check,
  [
    '5',
    'the policy is of another version',
    { cursor: CURSOR },
    { kind: 'broken', reason: 'other_version' },
  ],
  [
    ...['6', 'the state is not in the policy'],
    ...[
      { other_version: false, cursor: { ...CURSOR, transition_to: 'gone' } },
      { kind: 'broken', reason: 'no_such_state' },
    ],
  ] as Check,
  ['7', 'the engine is turned off', { cursor: CURSOR }, { kind: 'rest', reason: 'disabled' }],
  ['8', 'the action takes too long', { cluster: { red: false } }, { kind: 'timed_out' }],
  [
    ...['9', 'another policy is to take over'],
    ...[{ cursor: { ...CURSOR, action: { ...LATE, since: NOW } } }, { kind: 'change_policy' }],
  ] as Check,
  [
    '10',
    'it waits before it tries again',
    { pending_change: { is_safe: false } },
    { kind: 'back_off' },
  ],
  [
    ...['11', 'the step may have been done already'],
    ...[
      { cursor: { ...CURSOR, action: { ...LATE, since: NOW, consumed_retries: 0 } } },
      { kind: 'interrupted', step: 'attempt_call_force_merge' },
    ],
  ] as Check,
  [
    ...['12', 'the action is not allowed'],
    ...[
      { cursor: { ...CURSOR, action: undefined }, cluster: { red: false, allowed_actions: [] } },
      { kind: 'not_allowed' },
    ],
  ] as Check,
  ['15', 'one step is done', { cluster: { red: false } }, { kind: 'run' }],
];

const EVERYTHING: DecideInput = {
  ...{ policy: POLICY, facts: FACTS, now: NOW, other_version: true },
  cursor: { ...CURSOR, index_uuid: 'v', completed: true },
  cluster: { red: true, disabled: true },
  pending_change: { is_safe: true },
};

/** What is left of everything, row by row. */
const leftOf = <T extends object>(all: T, changes: ReadonlyArray<Partial<T>>): T[] =>
  changes.map((_change, row) => Object.assign({}, all, ...changes.slice(0, row + 1)) as T);

describe('what comes before what in a tick', () => {
  const inputs = leftOf(
    EVERYTHING,
    CHECKS.map(([, , without]) => without)
  );
  const rows = CHECKS.map(([number, what, , expected], row) => ({
    ...{ number, what, expected, input: inputs[row] },
  }));

  it.each(rows)('$number: $what', ({ input, expected }) => {
    const { cursor, ...rest } = input;
    expect(decide({ ...rest, ...(cursor ? { cursor } : {}) })).toMatchObject(expected);
  });

  it('7: a wait for a merge is not stopped at, though the engine is turned off', () => {
    const step = { name: 'attempt_call_force_merge', status: 'completed' as const };
    const cursor = { ...CURSOR, action: { ...LATE, since: NOW, consumed_retries: 0, step } };
    const told = decide({
      ...{ policy: POLICY, facts: FACTS, now: NOW, cursor },
      cluster: { red: false, disabled: true },
    });
    expect(told).toMatchObject({ kind: 'run', step: { name: 'wait_for_force_merge' } });
  });

  it('9: a change that is not safe waits for the transitions', () => {
    const cursor = { ...CURSOR, action: { ...LATE, place: -1, type: 'transition' } };
    const told = decide({
      ...{ policy: POLICY, facts: FACTS, now: NOW, cluster: { red: false } },
      ...{ cursor, pending_change: { is_safe: false } },
    });
    expect(told).toEqual({ kind: 'change_policy' });
  });
});

describe('what a tick writes', () => {
  const action: ActionCursor = { ...LATE, consumed_retries: 0, step: undefined };

  it('13: that the step begins, before it does', () => {
    expect(begin(action, 'x').step).toEqual({ name: 'x', status: 'starting' });
  });

  it('16: a failure uses a retry up, until there is none, so that it is tried once more than they are', () => {
    let after = begin(action, 'x');
    const failed = [1, 2, 3].map(() => {
      after = settle(after, 'failed', { count: 2 }, NOW);
      return [after.consumed_retries, after.failed];
    });
    expect(failed).toEqual([
      [1, false],
      [2, false],
      [2, true],
    ]);
    expect(after).toMatchObject({ last_retry_at: NOW, step: { status: 'failed' } });
  });

  it('16: a condition that is not met uses none up', () => {
    const after = settle(begin(action, 'x'), 'condition_not_met', { count: 0 }, NOW);
    expect(after).toMatchObject({ consumed_retries: 0, failed: false });
  });

  it('17: what came of the step', () => {
    const after = settle(begin(action, 'x'), 'completed', { count: 0 }, NOW);
    expect(after.step).toEqual({ name: 'x', status: 'completed' });
  });
});

type Rollover = [
  number: string,
  what: string,
  facts: Partial<IndexFacts>,
  params: JsonObject,
  object,
];

const HELD = [{ name: 'logs', is_write_index: true, members: 1 }];
const EMPTY = { prevent_empty_rollover: true, min_doc_count: 1 };

const ROLLOVERS: Rollover[] = [
  ['1', 'it is told to skip it', {}, EMPTY, { outcome: 'done', reason: 'skipped' }],
  [
    '2',
    'nothing says what is rolled over',
    { rollover_skip: false },
    EMPTY,
    { reason: 'no_alias_setting' },
  ],
  [
    '3',
    'it has been done',
    { rollover_alias: 'logs' },
    EMPTY,
    { outcome: 'done', reason: 'rolled_over' },
  ],
  ['4', 'the index does not hold the alias', { rollovers: [] }, EMPTY, { reason: 'alias_missing' }],
  [
    ...['4', 'the index is not the one that is written to'],
    ...[{ aliases: [{ name: 'logs', members: 2 }] }, EMPTY, { reason: 'not_write_index' }],
  ] as Rollover,
  ['5', 'the index is empty', { aliases: HELD }, EMPTY, { outcome: 'wait', empty: true }],
  ['6', 'no condition is met', {}, { min_doc_count: 1 }, { outcome: 'wait' }],
  ['7', 'the name cannot be counted up', { docs: 1 }, { min_doc_count: 1 }, { reason: 'bad_name' }],
  ['7', 'it is rolled over', { name: 'logs-000001' }, {}, { outcome: 'roll', target: 'logs' }],
];

describe('what comes before what in a rollover', () => {
  const all: IndexFacts = {
    ...FACTS,
    ...{ rollover_skip: true, rollovers: [{ target: 'logs', at: NOW - 1 }] },
  };
  const left = leftOf(
    all,
    ROLLOVERS.map(([, , changes]) => changes)
  );
  const rows = ROLLOVERS.map(([number, what, , params, expected], row) => ({
    ...{ number, what, params, expected, facts: left[row] },
  }));

  it.each(rows)('$number: $what', ({ facts, params, expected }) => {
    expect(checkRollover(params, facts, NOW)).toMatchObject(expected);
  });

  it('2: a data stream comes before the setting', () => {
    const streamed = { ...left[1], data_stream: { name: 'stream', is_write_index: true } };
    expect(checkRollover({}, streamed, NOW)).toMatchObject({ target: 'stream' });
  });
});
