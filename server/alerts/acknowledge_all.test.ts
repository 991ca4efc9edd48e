import { Draft } from '../../common/alerts/draft';
import type { Commit } from '../../common/alerts/draft';
import type { AlertState } from '../../common/alerts/alert';
import { emptyState } from '../../common/monitors/state';
import type { MonitorState } from '../../common/monitors/state';
import { TestClock } from '../cluster/testing/test_clock';
import { acknowledgeAll } from './acknowledge_all';
import type { AlertActionsDeps } from './alert_actions';

const withAlerts = (id: string, states: AlertState[]): MonitorState => {
  const draft = new Draft(emptyState(id, 0), 1);
  states.forEach((state, index) =>
    draft.open({
      ...{ monitor_id: id, monitor_name: id, trigger_id: `t${index}`, trigger_name: 'Any' },
      ...{ severity: '1', state, last_seen: 1 },
    })
  );
  const { next } = draft.commit(1);
  if (!next) throw new Error('Nothing was opened.');
  return next;
};

describe('acknowledging all alerts of monitors', () => {
  it('takes those that can be, and says whose could not', async () => {
    const states = new Map([['a', withAlerts('a', ['active', 'error', 'no_data', 'pending'])]]);
    const told: string[] = [];
    const deps = {
      monitors: {
        changeState: async <R extends Commit>(
          id: string,
          decide: (state: MonitorState) => R
        ): Promise<R> => {
          const state = states.get(id);
          if (!state) throw new Error(`The state of ${id} cannot be read.`);
          return decide(state);
        },
      },
      audit: { record: async (acts: Array<{ what: string }>) => void told.push(acts[0].what) },
      clock: new TestClock(),
    } as unknown as AlertActionsDeps;
    const answer = await acknowledgeAll(deps, ['a', 'broken', 'a'], 'ann');
    expect(answer.acknowledged).toHaveLength(2);
    expect(answer.acknowledged.every(({ monitor_id: id }) => id === 'a')).toBe(true);
    expect(answer.failed).toEqual([
      { monitor_id: 'broken', reason: 'The state of broken cannot be read.' },
    ]);
    expect(told).toEqual(['alert.acknowledged']);
  });
});
