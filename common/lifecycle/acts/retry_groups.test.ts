import type { ManagedIndex } from '../managed_index';
import { readPolicy } from '../policy/read_policy';
import { commonStates, retryGroups } from './retry_groups';

const stopped = (index: string, message: string, failed = true, policy = 'p'): ManagedIndex => ({
  ...{ index, uuid: index, policy_id: policy, enabled: true, message },
  cursor: {
    ...{ state: 'hot', state_since: 1 },
    action: {
      ...{ place: 0, type: 'rollover', since: 1, failed, consumed_retries: 1 },
      step: { name: 'attempt_rollover', status: 'failed' },
    },
  },
});

const ALIAS = 'Missing rollover_alias index setting';
const policyOf = (...states: string[]) => readPolicy({ states: states.map((name) => ({ name })) });

describe('what is retried', () => {
  it('is grouped by what has failed, the largest group first', () => {
    const groups = retryGroups([
      stopped('a', 'no permissions for [indices:admin/rollover]'),
      stopped('b', ALIAS),
      stopped('c', ALIAS),
    ]);
    expect(groups.map(({ failure, indices }) => [failure, indices.length])).toEqual([
      ['no_rollover_alias', 2],
      ['permission', 1],
    ]);
  });

  it('leaves out what has retries left, since that goes on by itself', () => {
    expect(retryGroups([stopped('a', ALIAS, false)])).toEqual([]);
  });

  it('holds what has stopped outside of an action, and says nothing of itself', () => {
    const broken: ManagedIndex = {
      ...{ index: 'a', uuid: 'a', policy_id: 'p', enabled: false },
      cursor: { state: 'hot', state_since: 1, failed: true },
    };
    expect(retryGroups([broken])).toMatchObject([{ failure: 'other' }]);
  });
});

describe('where it may begin again', () => {
  const [a, b] = [stopped('a', ALIAS), stopped('b', ALIAS, true, 'q')];

  it('are the states that the policies share, in the order of the first', () => {
    const policies = new Map([
      ['p', policyOf('hot', 'warm', 'gone')],
      ['q', policyOf('gone', 'hot')],
    ]);
    expect(commonStates([a, b], policies)).toEqual(['hot', 'gone']);
    expect(commonStates([a], policies)).toEqual(['hot', 'warm', 'gone']);
  });

  it('are none where a policy is not known any more', () => {
    expect(commonStates([a, b], new Map([['p', policyOf('hot')]]))).toEqual([]);
  });
});
