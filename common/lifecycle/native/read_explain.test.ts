import { recordedText } from '../../../test/fixtures/ism/recordings';
import { failureClassOf, hasStopped, isFailing } from './failure_class';
import { readExplainAnswer, totalOf } from './read_explain';
import type { ManagedIndex } from '../managed_index';

interface Recording {
  response: { body: unknown };
}

const bodyOf = (file: string): unknown => {
  const { response } = JSON.parse(recordedText(`answers/${file}.json`)) as Recording;
  return response.body;
};

const told = (name: string): ManagedIndex[] => readExplainAnswer(bodyOf(name));

describe('what the engine tells of an index', () => {
  it.each([
    '045-explain-right-after-create',
    '074-explain-just-added',
    '109-explain-removed-later',
  ])('is nothing where no policy manages it: %s', (name) => {
    expect(told(name)).toEqual([]);
  });

  it('is nothing where there is nothing yet, or no such index', () => {
    expect(told('003-explain-no-index')).toEqual([]);
    expect(told('004-explain-missing-index')).toEqual([]);
    expect(totalOf(bodyOf('003-explain-no-index'))).toBe(0);
  });

  it('is only its policy before it has begun', () => {
    const [index] = told('046-explain-attached-by-template');
    expect(index).toEqual({
      ...{ index: 'app-log-000001', uuid: 'QVgiSW7mShW8JXYSwvJQBg' },
      ...{ policy_id: 'hot_warm_delete', enabled: true },
    });
    expect(isFailing(index)).toBe(false);
  });

  it('is the state alone when it has just begun', () => {
    const [{ cursor, policy_version: version }] = told('048-explain-initialized');
    expect(cursor).toEqual({ state: 'hot', state_since: 1795244115559 });
    expect(version).toEqual({ seq_no: 1, primary_term: 1 });
  });

  it('is the step that waits', () => {
    const [{ cursor }] = told('049-explain-rollover-condition-not-met');
    expect(cursor?.action).toMatchObject({
      ...{ type: 'rollover', place: 0, failed: false, consumed_retries: 0 },
      step: { name: 'attempt_rollover', status: 'condition_not_met' },
    });
  });

  it('is where it goes while it goes over to another state', () => {
    const [{ cursor }] = told('053-explain-step-None-None-None');
    expect(cursor).toMatchObject({ transition_to: 'warm', rolled_over: true });
    expect(cursor).not.toHaveProperty('action');
  });

  it('is the reason of a failure, which stops it', () => {
    const [failed] = told('092-explain-failed');
    expect(failed.message).toBe('Missing rollover_alias index setting [index=broken-1]');
    expect(failureClassOf(failed)).toBe('no_rollover_alias');
    expect(hasStopped(failed)).toBe(true);
  });

  it('says that it is switched off once the engine has looked at it again', () => {
    expect(told('101-explain-failed-again')[0]).toMatchObject({ enabled: false });
  });

  it.each(['096-explain-after-retry', '104-explain-retry-bad-state'])(
    'is no failure any more when it is retried: %s',
    (name) => {
      const [index] = told(name);
      expect(failureClassOf(index)).toBeUndefined();
      expect(index.cursor).toBeDefined();
    }
  );
});

describe('the class of a failure', () => {
  const failing = (message: string, type = 'rollover', changes = {}): ManagedIndex => ({
    ...{ index: 'logs', uuid: 'u', policy_id: 'p', enabled: true, message },
    cursor: {
      ...{ state: 'hot', state_since: 1 },
      action: {
        ...{ place: 0, type, since: 1, failed: false, consumed_retries: 1 },
        step: { name: 'x', status: 'failed' },
        ...changes,
      },
    },
  });

  it.each([
    ['Missing rollover_alias index setting [index=a]', 'no_rollover_alias'],
    ['Missing alias or not the write index when rollover [index=a]', 'not_write_index'],
    ['Failed to create snapshot: [backup] missing repository', 'repository'],
    ['Failed to create snapshot [index=a] [backup] missing', 'repository'],
    ['no permissions for [indices:admin/delete] and User [name=bob]', 'permission'],
    [
      'There is a version conflict between your previous execution and your index',
      'version_conflict',
    ],
    ['Previous action was not able to update IndexMetaData.', 'interrupted'],
    ['Action timed out', 'timed_out'],
    ["Snapshot doesn't exist", 'snapshot'],
    ['Shrink failed because there were no suitable nodes', 'shrink'],
    ['Failed to find state=nostate in policy=rollage', 'no_state'],
    ['Failed to send notification [index=a]', 'notification'],
    [
      'Failed to transition index as min_rollover_age condition was used, but the index has never been rolled over [index=a]',
      'never_rolled_over',
    ],
    ['Failed to rollover index [index=a-000001] index [a-000002/x] already exists', 'index_exists'],
    ['Something nobody has seen yet', 'other'],
  ])('is read from what the engine says: %s', (message, expected) => {
    expect(failureClassOf(failing(message))).toBe(expected);
  });

  it('is that of the action where the message tells nothing', () => {
    expect(failureClassOf(failing('It failed', 'shrink'))).toBe('shrink');
  });

  it('is there while retries are left, though nothing has stopped', () => {
    const index = failing('Failed', 'delete');
    expect(failureClassOf(index)).toBe('other');
    expect(hasStopped(index)).toBe(false);
  });

  it('is none for a step that only waits', () => {
    const step = { name: 'x', status: 'condition_not_met' };
    expect(failureClassOf(failing('snapshot in progress', 'delete', { step }))).toBeUndefined();
  });

  it('is the time for a step that took too long, whatever it says', () => {
    const step = { name: 'x', status: 'timed_out' };
    expect(failureClassOf(failing('Snapshot', 'snapshot', { step }))).toBe('timed_out');
  });
});
