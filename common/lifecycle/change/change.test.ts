import type { Cursor } from '../decide/cursor';
import type { ManagedIndex } from '../managed_index';
import { readPolicy } from '../policy/read_policy';
import { deletedByChange } from './change_effect';
import { appliedKey, changeOutcome } from './change_outcome';
import { changeCounts, changeGroups, staged } from './change_plan';

const policyOf = (states: Record<string, string[]>) =>
  readPolicy({
    states: Object.entries(states).map(([name, actions]) => ({
      ...{ name, actions: actions.map((type) => ({ [type]: {} })) },
    })),
  });

const OLD = policyOf({ hot: ['rollover', 'replica_count'], warm: [] });

const index = (cursor?: Partial<Cursor>, name = 'logs'): ManagedIndex => ({
  ...{ index: name, uuid: name, policy_id: 'p', enabled: true },
  policy_version: { seq_no: 1, primary_term: 1 },
  ...(cursor ? { cursor: { state: 'hot', state_since: 1, ...cursor } } : {}),
});

const failed = {
  action: { place: 0, type: 'rollover', since: 1, failed: true, consumed_retries: 3 },
};

describe('a changed policy', () => {
  it('holds at once where the state has the same actions in the same order, whatever is in them', () => {
    const next = policyOf({ hot: ['rollover', 'replica_count'], cold: ['delete'] });
    expect(changeOutcome(index({}), OLD, next)).toEqual({ kind: 'at_once' });
  });

  it.each([
    ['other_actions', { hot: ['replica_count', 'rollover'] }],
    ['other_actions', { hot: ['rollover'] }],
    ['other_actions', { hot: ['rollover', 'replica_count', 'read_only'] }],
    ['no_such_state', { warm: [] }],
  ])('holds at the next transition otherwise: %s', (why, states) => {
    expect(changeOutcome(index({}), OLD, policyOf(states))).toEqual({
      ...{ kind: 'next_transition', why },
    });
  });

  it('waits for the transition when a state is named, or the copy is not known', () => {
    expect(changeOutcome(index({}), OLD, OLD, 'warm')).toMatchObject({ why: 'state_given' });
    expect(changeOutcome(index({}), undefined, OLD)).toMatchObject({ why: 'unknown' });
  });

  it('holds at once for what has not begun', () => {
    expect(changeOutcome(index(), undefined, OLD, 'warm')).toEqual({ kind: 'at_once' });
  });

  it.each([
    ['transitioning', { transition_to: 'warm' }],
    ['completed', { completed: true }],
    ['failed', failed],
    ['failed', { failed: true }],
  ])('does not come to hold by itself: %s', (why, cursor) => {
    expect(changeOutcome(index(cursor), OLD, OLD)).toEqual({ kind: 'stuck', why });
  });
});

describe('what a changed policy deletes', () => {
  const DAY = 86_400_000;
  const next = readPolicy({
    default_state: 'hot',
    states: [
      {
        ...{ name: 'hot', actions: [{ rollover: {} }] },
        transitions: [{ state_name: 'gone', conditions: { min_index_age: '30d' } }],
      },
      { name: 'gone', actions: [{ delete: {} }], transitions: [] },
    ],
  });
  const linted = (days: number, cursor: Partial<Cursor>, more: object = {}) => ({
    facts: {
      ...{ name: `logs-${days}`, uuid: 'u', status: 'open' as const, created_at: -days * DAY },
      ...{ primaries: 1, replicas: 1, aliases: [], rollovers: [] },
    },
    ...{ policy_id: 'p', cursor: { state: 'hot', state_since: 1, ...cursor }, ...more },
  });
  const waits = {
    action: { place: -1, type: 'transition', since: 1, failed: false, consumed_retries: 0 },
  };
  const deleted = (index: ReturnType<typeof linted>, state?: string) =>
    deletedByChange(next, [index], state, 0).length > 0;

  it('is what is old enough in the state that it goes on in', () => {
    expect(deleted(linted(40, waits))).toBe(true);
    expect(deleted(linted(20, waits))).toBe(false);
    // It comes to a rollover first, and fails there.
    expect(deleted(linted(40, {}))).toBe(false);
  });

  it('is everything where the change begins with a state that deletes', () => {
    expect(deleted(linted(1, waits), 'gone')).toBe(true);
  });

  it('is nothing that no policy manages, or whose policy has ended', () => {
    expect(deleted(linted(40, { completed: true }))).toBe(false);
    expect(deleted(linted(40, waits, { policy_id: undefined }))).toBe(false);
  });
});

describe('many changed indices', () => {
  it('are counted by when the policy holds, each by the copy that it follows', () => {
    const indices = [
      index({}, 'a'),
      { ...index({}, 'b'), policy_version: { seq_no: 2, primary_term: 1 } },
      index({ completed: true }, 'c'),
    ];
    const applied = new Map([
      [appliedKey(indices[0]), OLD],
      [appliedKey(indices[1]), policyOf({ hot: [] })],
    ]);
    const groups = changeGroups(indices, applied, OLD);
    expect(changeCounts(groups)).toEqual({ at_once: 1, next_transition: 1, stuck: 1 });
    expect(groups.map(({ key }) => key)).toEqual([
      ...['at_once', 'next_transition other_actions', 'stuck completed'],
    ]);
  });

  it.each([
    [{ kind: 'all' } as const, 5],
    [{ kind: 'first', count: 2 } as const, 2],
    [{ kind: 'first', count: 9 } as const, 5],
    [{ kind: 'percent', of: 10 } as const, 1],
    [{ kind: 'percent', of: 50 } as const, 3],
    [{ kind: 'first', count: NaN } as const, 0],
  ])('are changed in stages, by name: %j', (stage, count) => {
    const { now, left } = staged(['e', 'd', 'c', 'b', 'a'], stage);
    expect([now.length, left.length]).toEqual([count, 5 - count]);
    expect([...now, ...left]).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});
