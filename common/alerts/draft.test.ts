import { emptyState } from '../monitors/state';
import type { Alert } from './alert';
import { Draft } from './draft';

const NOW = 1_700_000_000_000;

const fields = (change: Partial<Alert> = {}) => ({
  monitor_id: 'm1',
  monitor_name: 'Errors',
  trigger_id: 't',
  trigger_name: 'too many',
  severity: '1' as const,
  state: 'active' as const,
  last_seen: 1,
  ...change,
});

/** A state with an alert of the one group of a trigger, its error, and its missing data. */
const full = () => {
  const draft = new Draft(emptyState('m1', 7), NOW);
  draft.open(fields());
  draft.open(fields({ state: 'error', error_message: 'boom' }));
  draft.open(fields({ state: 'no_data', no_data: true }));
  return draft.commit(10).next ?? emptyState('m1', 7);
};

describe('a draft', () => {
  it('commits nothing where nothing has changed', () => {
    expect(new Draft(full(), NOW).commit(20)).toEqual({});
  });

  it.each(['error', 'noData'] as const)(
    'keeps the alert of a group when the %s beside it ends',
    (which) => {
      const draft = new Draft(full(), NOW);
      const beside = draft[which]('t');
      if (beside) draft.move(beside, 'completed');
      expect(draft[which]('t')).toBeUndefined();
      expect(draft.group('t', '')).toMatchObject({ id: 'm1.1.0', state: 'active' });
      expect(draft.commit(20).next?.alerts).toHaveLength(2);
    }
  );

  it('finds an alert of missing data in its place after it was acknowledged', () => {
    const draft = new Draft(full(), NOW);
    const noData = draft.noData('t');
    if (noData) draft.move(noData, 'acknowledged');
    expect(draft.noData('t')).toMatchObject({ state: 'acknowledged' });
    expect(draft.groupsOf('t').map(({ id }) => id)).toEqual(['m1.1.0']);
  });

  it('keeps groups apart whose keys are names of our own', () => {
    const draft = new Draft(emptyState('m1', 7), NOW);
    for (const key of ['error', '__proto__', 'constructor', 'no_data']) {
      draft.open(fields({ group_key: key }));
    }
    expect(draft.groupsOf('t')).toHaveLength(4);
    expect(draft.error('t')).toBeUndefined();
    expect(draft.group('t', 'toString')).toBeUndefined();
  });

  it('lists groups oldest first, whatever has changed since', () => {
    const draft = new Draft(emptyState('m1', 7), NOW);
    const [first] = ['a', 'b'].map((key) => draft.open(fields({ group_key: key })));
    draft.touch(first, { severity: '3' });
    draft.note(first, { last_seen: 5 });
    expect(draft.groupsOf('t').map(({ group_key }) => group_key)).toEqual(['a', 'b']);
  });

  it('writes what is remembered into the state, but not into the documents', () => {
    const draft = new Draft(full(), NOW);
    const [alert] = draft.groupsOf('t');
    draft.remember(alert, { peak: 9 });
    const { next, delta } = draft.commit(20);
    expect(next?.alerts[0]).toMatchObject({ peak: 9 });
    expect(delta).toBeUndefined();
  });

  it('writes what is only noted when there is something else to write', () => {
    const noted = new Draft(full(), NOW);
    noted.note(noted.groupsOf('t')[0], { value: 'x' });
    expect(noted.commit(20)).toEqual({});

    const both = new Draft(full(), NOW);
    both.note(both.groupsOf('t')[0], { value: 'x' });
    both.keep({ failures: 1 });
    expect(both.commit(20).next?.alerts[0]).toMatchObject({ value: 'x' });
  });

  it('loses no change of an alert to another one, and gives its document the revision that wrote it', () => {
    const draft = new Draft(full(), NOW);
    const [stale] = draft.groupsOf('t');
    draft.touch(stale, { severity: '3' });
    draft.note(stale, { value: 'x' });
    expect(draft.commit(20).delta?.alerts).toMatchObject([{ rev: 2, severity: '3', value: 'x' }]);
  });
});
