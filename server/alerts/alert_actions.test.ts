import type { Act } from '../../common/audit/entry';
import { Draft } from '../../common/alerts/draft';
import type { Commit } from '../../common/alerts/draft';
import { emptyState } from '../../common/monitors/state';
import type { MonitorState } from '../../common/monitors/state';
import { TestClock } from '../cluster/testing/test_clock';
import { AlertActions } from './alert_actions';
import type { AlertActionsDeps } from './alert_actions';

/** A state with one active alert. */
const firing = (id: string): MonitorState => {
  const draft = new Draft(emptyState(id, 0), 1);
  draft.open({
    ...{ monitor_id: id, monitor_name: `Monitor ${id}`, trigger_id: 't', trigger_name: 'Any' },
    ...{ severity: '1', state: 'active', last_seen: 1 },
  });
  const { next } = draft.commit(1);
  if (!next) throw new Error('Nothing was opened.');
  return next;
};

const setUp = (states: MonitorState[]) => {
  const clock = new TestClock();
  const acts: Act[] = [];
  const stored = new Map(states.map((state) => [state.monitor_id, state]));
  const changeState = async <R extends Commit>(
    id: string,
    decide: (state: MonitorState) => R
  ): Promise<R> => {
    const state = stored.get(id);
    if (!state) throw new Error(`The state of ${id} cannot be read.`);
    const decision = decide(state);
    if (decision.next) stored.set(id, decision.next);
    return decision;
  };
  const deps = {
    monitors: { changeState },
    audit: { record: async (told: readonly Act[]) => void acts.push(...told) },
    clock,
  } as unknown as AlertActionsDeps;
  return { actions: new AlertActions(deps), acts, clock };
};

const named = (...ids: string[]) => ids.map((id) => ({ id: `${id}.1.0`, monitor_id: id }));

describe('acknowledging alerts of several monitors', () => {
  it('does what it can, says of the others why, and writes down what was done', async () => {
    const { actions, acts } = setUp([firing('a'), firing('b')]);
    const chosen = [...named('a', 'broken', 'b'), { id: 'a.9.9', monitor_id: 'a' }];
    const answer = await actions.acknowledge({ alerts: chosen, comment: 'On it' }, 'ann');
    expect(answer.acknowledged.sort()).toEqual(['a.1.0', 'b.1.0']);
    expect(answer.failed).toEqual(
      expect.arrayContaining([
        { id: 'broken.1.0', reason: 'The state of broken cannot be read.' },
        { id: 'a.9.9', reason: 'The alert is not open any more.' },
      ])
    );
    const told = acts.map(({ who, what, name, said }) => [who, what, name, said]);
    expect(told.sort()).toEqual([
      ['ann', 'alert.acknowledged', 'Monitor a › Any', 'On it'],
      ['ann', 'alert.acknowledged', 'Monitor b › Any', 'On it'],
    ]);
  });

  it('fails as a whole where nothing could be done at all', async () => {
    const { actions, acts } = setUp([]);
    await expect(actions.unacknowledge(named('broken'), 'ann')).rejects.toThrow('cannot be read');
    expect(acts).toEqual([]);
  });

  it('takes no end that is over already', async () => {
    const { actions, clock } = setUp([firing('a')]);
    const until = clock.now();
    await expect(
      actions.acknowledge({ alerts: named('a'), until }, undefined)
    ).rejects.toMatchObject({ details: { problems: [{ field: 'until' }] } });
  });
});
