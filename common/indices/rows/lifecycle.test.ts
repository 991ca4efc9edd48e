import type { ManagedIndex } from '../../lifecycle/managed_index';
import { rowNamed } from '../table/generated_rows';
import { lifecycleOf, withLifecycle } from './lifecycle';

const managed = (change: Partial<ManagedIndex> = {}): ManagedIndex => ({
  ...{ index: 'a', uuid: 'u-a', policy_id: 'keep', enabled: true },
  ...change,
});

const failing = (failed: boolean): ManagedIndex =>
  managed({
    cursor: {
      state: 'hot',
      state_since: 0,
      action: {
        ...{ place: 0, type: 'rollover', since: 0, failed, consumed_retries: 1 },
        step: { name: 'attempt_rollover', status: 'failed' },
      },
    },
    message: 'Missing rollover_alias index setting [index=a]',
  });

describe('what a row tells of a policy', () => {
  it('is only its name before it has begun', () => {
    expect(lifecycleOf(managed())).toEqual({ policy_id: 'keep', failed: false, completed: false });
  });

  it('is a failure as soon as a step fails, and says whether the engine tries again', () => {
    expect(lifecycleOf(failing(false))).toMatchObject({
      ...{ failed: true, retrying: true, failure: 'no_rollover_alias', state: 'hot' },
      action: 'rollover',
    });
    expect(lifecycleOf(failing(true))).not.toHaveProperty('retrying');
  });

  it('names the state that is entered next', () => {
    const cursor = { state: '', state_since: 0, transition_to: 'warm' };
    expect(lifecycleOf(managed({ cursor })).state).toBe('warm');
  });

  it('is not that of a former index of the same name', () => {
    const rows = [rowNamed('a', { uuid: 'another' }), rowNamed('b')];
    expect(withLifecycle(rows, [managed(), managed({ index: 'b', uuid: '' })])).toMatchObject([
      { name: 'a' },
      { name: 'b', lifecycle: { policy_id: 'keep' } },
    ]);
    expect(withLifecycle(rows, [managed()])[0]).not.toHaveProperty('lifecycle');
  });
});
