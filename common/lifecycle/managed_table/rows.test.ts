import type { ManagedIndex } from '../managed_index';
import { managedRow, narrow, sortManaged } from './rows';
import type { ManagedFilter } from './rows';

const DAY = 86_400_000;
const NOW = 100 * DAY;

const NONE: ManagedFilter = {
  ...{ text: '', older: 0, health: '', failure: '', policy: '', version: '' },
  ...{ state: '', action: '', stream: '' },
};

const index = (name: string, changes: Partial<ManagedIndex> = {}): ManagedIndex => ({
  ...{ index: name, uuid: name, policy_id: 'logs', enabled: true, created_at: NOW - 5 * DAY },
  cursor: { state: 'hot', state_since: 1 },
  ...changes,
});

const failed = (name: string, message: string, isFinal: boolean): ManagedIndex =>
  index(name, {
    message,
    cursor: {
      ...{ state: 'hot', state_since: 1 },
      action: {
        ...{ place: 0, type: 'rollover', since: 1, failed: isFinal, consumed_retries: 1 },
        step: { name: 'attempt_rollover', status: 'failed' },
      },
    },
  });

const ROWS = [
  index('app-1'),
  index('app-2', { policy_id: 'metrics', outdated: true, created_at: NOW - 40 * DAY }),
  failed('bad-1', 'Missing rollover_alias index setting', true),
  failed('bad-2', 'Missing rollover_alias index setting', false),
  index('new-1', { cursor: undefined, created_at: undefined }),
].map(managedRow);

const names = (filter: Partial<ManagedFilter>) =>
  narrow(ROWS, { ...NONE, ...filter }, NOW).rows.map(({ managed }) => managed.index);

describe('the table of managed indices', () => {
  it('is narrowed to those that fail, for good or not, and to one class of failures', () => {
    expect(names({ health: 'failing' })).toEqual(['bad-1', 'bad-2']);
    expect(names({ health: 'failed' })).toEqual(['bad-1']);
    expect(names({ failure: 'no_rollover_alias' })).toEqual(['bad-1', 'bad-2']);
  });

  it('is narrowed by policy, version, action, age and words', () => {
    expect(names({ policy: 'metrics' })).toEqual(['app-2']);
    expect(names({ version: 'outdated' })).toEqual(['app-2']);
    expect(names({ action: 'rollover' })).toEqual(['bad-1', 'bad-2']);
    expect(names({ older: 30 })).toEqual(['app-2']);
    expect(names({ text: 'rollover_alias' })).toEqual(['bad-1', 'bad-2']);
    expect(names({ text: 'app-*' })).toEqual(['app-1', 'app-2']);
  });

  it('counts of each value what its own choice does not hide', () => {
    const { counts } = narrow(ROWS, { ...NONE, policy: 'metrics' }, NOW);
    expect(counts.policy).toEqual(
      new Map([
        ['logs', 4],
        ['metrics', 1],
      ])
    );
    expect(counts.health).toEqual(new Map([['running', 1]]));
  });

  it('has the worst first, and the young before the old', () => {
    const sorted = (by: 'health' | 'age', order: 'asc' | 'desc') =>
      sortManaged(ROWS, by, order).map(({ managed }) => managed.index);
    expect(sorted('health', 'asc').slice(0, 3)).toEqual(['bad-1', 'bad-2', 'new-1']);
    expect(sorted('age', 'desc')[0]).toBe('app-2');
    expect(sorted('age', 'asc')[0]).toBe('new-1');
  });
});
