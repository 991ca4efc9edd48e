import { acknowledge } from '../alerts/acknowledge';
import { closeAll } from '../alerts/close_all';
import { monitorSchema, triggersOf } from './monitor';
import type { Monitor } from './monitor';
import { emptyState } from './state';
import type { MonitorState } from './state';
import { stepMonitor } from './step';
import type { Finding, Step, Verdict } from './step';

const trigger = (id: string, actions = 1) => ({
  query_level_trigger: {
    id,
    name: `trigger ${id}`,
    severity: '2' as const,
    condition: { script: { source: 'true' } },
    actions: Array.from({ length: actions }, (_, i) => ({
      id: `${id}-a${i}`,
      name: `action ${i}`,
      destination_id: 'd1',
      subject_template: { source: '{{ctx.trigger.name}}' },
      message_template: { source: '{{ctx.results.0.hits.total.value}} errors' },
    })),
  },
});

const monitor = (...triggers: Array<ReturnType<typeof trigger>>): Monitor =>
  monitorSchema.parse({
    name: 'Errors',
    enabled: true,
    schedule: { period: { interval: 1, unit: 'MINUTES' } },
    inputs: [{ search: { indices: ['logs-*'], query: '{}' } }],
    triggers,
  });

const verdict = (triggerId: string, triggered: boolean): Verdict => ({
  triggerId,
  kind: 'judged',
  groups: [{ key: '', triggered, value: String(triggered) }],
});

const response = { hits: { total: { value: 3 } } };
const answer = (...verdicts: Verdict[]): Finding => ({
  kind: 'answer',
  results: [response],
  verdicts,
});
const queryFailed: Finding = {
  kind: 'problem',
  problem: { code: 'boom', message: 'No such index' },
};

/** Steps one monitor through findings, a minute each, as the runner does. */
const story = (of: Monitor) => {
  let state: MonitorState = emptyState('m1', 7);
  let end = 0;
  return {
    get state() {
      return state;
    },
    step(finding: Finding, as = of): Step {
      end += 60_000;
      const window = { start: end - 60_000, end };
      const step = stepMonitor({
        monitorId: 'm1',
        monitor: as,
        state,
        window,
        finding,
        now: end + 5,
      });
      state = step.next ?? state;
      return step;
    },
    apply(next: MonitorState | undefined) {
      state = next ?? state;
    },
  };
};

describe('stepMonitor', () => {
  it('changes nothing while no condition is true', () => {
    const { step } = story(monitor(trigger('t')));
    expect(step(answer(verdict('t', false)))).toEqual({
      triggers: [{ id: 't', name: 'trigger t', triggered: false, value: 'false' }],
    });
  });

  it('opens one alert and sends one message for each action', () => {
    const told = story(monitor(trigger('t', 2)));
    const { delta, triggers } = told.step(answer(verdict('t', true)));
    expect(delta?.alerts).toMatchObject([
      { id: 'm1.1.0', state: 'active', trigger_id: 't', severity: '2', start_time: 60_005 },
    ]);
    expect(delta?.messages).toMatchObject([
      { id: 'm1.1.m0', subject: 'trigger t', message: '3 errors', alert_ids: ['m1.1.0'] },
      { id: 'm1.1.m1' },
    ]);
    expect(triggers[0].actions).toMatchObject([{ outcome: 'queued' }, { outcome: 'queued' }]);
  });

  it('runs the actions on every true run, under the same alert', () => {
    const told = story(monitor(trigger('t')));
    told.step(answer(verdict('t', true)));
    const { delta } = told.step(answer(verdict('t', true)));
    expect(delta?.messages).toMatchObject([{ id: 'm1.2.m0', alert_ids: ['m1.1.0'] }]);
    expect(delta?.events).toEqual([]);
    expect(told.state.alerts).toHaveLength(1);
  });

  it('writes nothing for an alert that goes on without actions', () => {
    const told = story(monitor(trigger('t', 0)));
    told.step(answer(verdict('t', true)));
    expect(told.step(answer(verdict('t', true))).next).toBeUndefined();
  });

  it('completes the alert when the condition is false, and opens another one later', () => {
    const told = story(monitor(trigger('t')));
    told.step(answer(verdict('t', true)));
    const { delta } = told.step(answer(verdict('t', false)));
    expect(delta?.alerts).toMatchObject([{ id: 'm1.1.0', state: 'completed', end_time: 120_005 }]);
    expect(told.state.alerts).toEqual([]);
    told.step(answer(verdict('t', true)));
    expect(told.state.alerts).toMatchObject([{ id: 'm1.3.0', state: 'active' }]);
  });

  it('takes an error of the query for neither true nor false, and says it once', () => {
    const told = story(monitor(trigger('t')));
    told.step(answer(verdict('t', true)));
    told.step(queryFailed);
    expect(told.state.alerts.map(({ state }) => state).sort()).toEqual(['active', 'error']);
    expect(told.step(queryFailed).delta).toBeUndefined();
    const { delta } = told.step(answer(verdict('t', true)));
    expect(delta?.alerts).toContainEqual(
      expect.objectContaining({ state: 'completed', error_message: 'No such index' })
    );
    expect(told.state.alerts.map(({ id }) => id)).toEqual(['m1.1.0']);
  });

  it('keeps the error of one trigger from the others', () => {
    const told = story(monitor(trigger('bad'), trigger('good')));
    const problem = { code: 'null_pointer_exception', message: 'cannot access [x]' };
    const { triggers } = told.step(
      answer({ triggerId: 'bad', kind: 'problem', problem }, verdict('good', true))
    );
    expect(triggers).toMatchObject([{ triggered: false, problem }, { triggered: true }]);
    expect(told.state.alerts).toMatchObject([
      { trigger_id: 'bad', state: 'error' },
      { trigger_id: 'good', state: 'active' },
    ]);
  });

  it('holds back the messages of an acknowledged alert, with the reason, and writes nothing', () => {
    const told = story(monitor(trigger('t')));
    told.step(answer(verdict('t', true)));
    told.apply(acknowledge(told.state, ['m1.1.0'], 'kim', 61_000).next);
    const { next, triggers } = told.step(answer(verdict('t', true)));
    expect(next).toBeUndefined();
    expect(triggers[0].actions).toMatchObject([
      { outcome: 'held_back', reason: 'The alert is acknowledged by kim.' },
    ]);
    expect(told.step(answer(verdict('t', false))).delta?.alerts).toMatchObject([
      { state: 'completed' },
    ]);
  });

  it('sends a throttled action once in its time, and says until when it is held back', () => {
    const of = monitor(trigger('t'));
    const [action] = triggersOf(of)[0].actions;
    action.throttle_enabled = true;
    action.throttle = { value: 2, unit: 'MINUTES' };
    const told = story(of);
    expect(told.step(answer(verdict('t', true))).delta?.messages).toHaveLength(1);
    const held = told.step(answer(verdict('t', true)));
    expect(held.delta).toBeUndefined();
    expect(held.triggers[0].actions).toMatchObject([
      { outcome: 'held_back', reason: 'Throttled until 1970-01-01T00:03:00.000Z.' },
    ]);
    expect(told.step(answer(verdict('t', true))).delta?.messages).toHaveLength(1);
  });

  it('forgets the throttle when the alert has ended', () => {
    const of = monitor(trigger('t'));
    const [action] = triggersOf(of)[0].actions;
    action.throttle_enabled = true;
    action.throttle = { value: 1, unit: 'DAYS' };
    const told = story(of);
    told.step(answer(verdict('t', true)));
    told.step(answer(verdict('t', false)));
    expect(told.step(answer(verdict('t', true))).delta?.messages).toHaveLength(1);
  });

  it('ends the alert of a trigger that was taken out of the monitor', () => {
    const told = story(monitor(trigger('t'), trigger('u')));
    told.step(answer(verdict('t', true), verdict('u', true)));
    const { delta } = told.step(answer(verdict('u', true)), monitor(trigger('u')));
    expect(delta?.alerts).toContainEqual(
      expect.objectContaining({ trigger_id: 't', state: 'deleted' })
    );
  });

  it('says what failed when a message renders to nothing, and still opens the alert', () => {
    const of = monitor(trigger('t'));
    triggersOf(of)[0].actions[0].message_template = { source: '{{ctx.nothing}}', lang: 'mustache' };
    const { delta, triggers } = story(of).step(answer(verdict('t', true)));
    expect(triggers[0].actions).toMatchObject([{ outcome: 'error' }]);
    expect(delta?.messages).toEqual([]);
    expect(delta?.alerts).toMatchObject([{ state: 'active' }]);
  });

  it('gives the same commit when it is repeated', () => {
    const of = monitor(trigger('t', 2));
    const input = {
      monitorId: 'm1',
      monitor: of,
      state: emptyState('m1', 7),
      window: { start: 0, end: 1 },
      finding: answer(verdict('t', true)),
      now: 9,
    };
    expect(stepMonitor(input)).toEqual(stepMonitor(input));
  });
});

describe('acknowledge', () => {
  it('says of each alert that cannot be acknowledged why', () => {
    const told = story(monitor(trigger('t')));
    told.step(queryFailed);
    told.step(answer(verdict('t', true)));
    told.step(queryFailed);
    const [active, error] = told.state.alerts;
    told.apply(acknowledge(told.state, [active.id], undefined, 1).next);
    const { acknowledged, failed, next } = acknowledge(
      told.state,
      [active.id, error.id, 'gone'],
      'x',
      2
    );
    expect(acknowledged).toEqual([]);
    expect(failed.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('already'),
      expect.stringContaining('error'),
      expect.stringContaining('not open'),
    ]);
    expect(next).toBeUndefined();
  });
});

describe('closeAll', () => {
  it('ends every open alert as deleted', () => {
    const told = story(monitor(trigger('t'), trigger('u')));
    told.step(answer(verdict('t', true), verdict('u', true)));
    const { next, delta } = closeAll(told.state, 'kim', 9);
    expect(next?.alerts).toEqual([]);
    expect(delta?.alerts.map(({ state }) => state)).toEqual(['deleted', 'deleted']);
    expect(delta?.events).toMatchObject([{ by: 'kim' }, { by: 'kim' }]);
  });
});
