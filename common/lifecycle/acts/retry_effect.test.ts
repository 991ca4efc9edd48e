import { appliedKey } from '../change/change_outcome';
import type { IndexFacts } from '../decide/facts';
import type { ManagedIndex } from '../managed_index';
import { readPolicy } from '../policy/read_policy';
import { deletedByRetry, oneOfEachCopy } from './retry_effect';
import type { RetrySight } from './retry_effect';

const DAY = 86_400_000;
const NOW = 100 * DAY;

const policy = (condition: object) =>
  readPolicy({
    description: '',
    default_state: 'hot',
    states: [
      {
        ...{ name: 'hot', actions: [{ read_only: {} }] },
        transitions: [{ state_name: 'gone', conditions: condition }],
      },
      { name: 'gone', actions: [{ delete: {} }], transitions: [] },
      { name: 'cold', actions: [], transitions: [] },
    ],
  });

const stopped = (type = 'read_only', changes: Partial<ManagedIndex> = {}): ManagedIndex => ({
  ...{ index: 'old', uuid: 'u', policy_id: 'month', enabled: true },
  cursor: {
    ...{ state: type === 'delete' ? 'gone' : 'hot', state_since: NOW - DAY },
    action: { place: 0, type, since: 1, failed: true, consumed_retries: 3 },
  },
  ...changes,
});

const facts = (changes: Partial<IndexFacts> = {}): IndexFacts => ({
  ...{ name: 'old', uuid: 'u', created_at: NOW - 40 * DAY, status: 'open' },
  ...{ primaries: 1, replicas: 1, aliases: [], rollovers: [], ...changes },
});

const sight = (
  managed: ManagedIndex,
  seen: IndexFacts | undefined = facts(),
  condition: object = { min_index_age: '30d' }
): RetrySight => ({
  copies: new Map([[appliedKey(managed), policy(condition)]]),
  facts: seen && new Map([[seen.name, seen]]),
  now: NOW,
});

const deleted = (
  managed: ManagedIndex,
  state: string | undefined,
  seen = sight(managed)
): boolean => deletedByRetry([managed], state, seen).length > 0;

describe('what a retry deletes', () => {
  it('is what begins in a state that deletes, and what only comes through one on the way there', () => {
    expect(deleted(stopped(), 'gone')).toBe(true);
    expect(deleted(stopped(), 'hot')).toBe(true);
    expect(deleted(stopped(), 'cold')).toBe(false);
  });

  it('is not what waits for longer than an hour', () => {
    const young = facts({ created_at: NOW - DAY });
    expect(deleted(stopped(), 'hot', sight(stopped(), young))).toBe(false);
    expect(deleted(stopped(), 'gone', sight(stopped(), young))).toBe(true);
  });

  it('counts the time in a state from the retry, since the engine begins it anew', () => {
    const seen = sight(stopped(), facts(), { min_state_age: '2h' });
    expect(deleted(stopped(), 'hot', seen)).toBe(false);
    expect(deleted(stopped(), undefined, seen)).toBe(true);
  });

  it('is also what goes on to be deleted once the action that failed goes through', () => {
    expect(deleted(stopped(), undefined)).toBe(true);
    expect(deleted(stopped('delete'), undefined)).toBe(true);
  });

  it('is taken for the worst where the index or its copy cannot be read', () => {
    const blind = { ...sight(stopped()), facts: undefined };
    expect(deleted(stopped(), 'cold', blind)).toBe(true);
    expect(deleted(stopped(), undefined, blind)).toBe(false);
    expect(deleted(stopped('delete'), undefined, blind)).toBe(true);
    expect(deleted(stopped(), 'cold', { ...sight(stopped()), copies: new Map() })).toBe(true);
  });

  it('is nothing where the cluster keeps the index, or the copy has no such state', () => {
    const written = facts({ data_stream: { name: 'web', is_write_index: true } });
    expect(deleted(stopped(), 'gone', sight(stopped(), written))).toBe(false);
    expect(deleted(stopped(), 'nowhere')).toBe(false);
  });
});

describe('the copies that are asked for', () => {
  it('are one of each version that is not the one that is stored', () => {
    const old = (index: string, seq_no: number) =>
      stopped('read_only', {
        ...{ index, outdated: true, policy_version: { seq_no, primary_term: 1 } },
      });
    const current = stopped('read_only', { index: 'new', outdated: false });
    const asked = oneOfEachCopy([old('a', 1), old('b', 1), old('c', 2), current]);
    expect(asked.map(([, index]) => index)).toEqual(['a', 'c']);
  });
});
