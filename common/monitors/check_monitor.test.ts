import { monitorSchema } from './monitor';
import type { Monitor } from './monitor';
import { problemsOfMonitor } from './check_monitor';

const ACTION = {
  id: 'tell',
  name: 'Tell',
  destination_id: 'd1',
  message_template: { source: 'hello' },
};

const TRIGGER = {
  id: 't1',
  name: 'Any',
  severity: '1',
  condition: { script: { source: 'true' } },
  actions: [ACTION],
};

const monitorWith = (trigger: object, change: object = {}): Monitor =>
  monitorSchema.parse({
    name: 'Errors',
    enabled: true,
    schedule: { period: { interval: 1, unit: 'MINUTES' } },
    inputs: [{ search: { indices: ['logs'], query: '{}' } }],
    triggers: [{ query_level_trigger: { ...TRIGGER, ...trigger } }],
    ...change,
  });

const fieldsOf = (monitor: Monitor): string[] =>
  problemsOfMonitor(monitor).map(({ field }) => field);

const AT = 'triggers.0.query_level_trigger';
const BROKEN = { source: '{{#open}}' };

describe('a monitor is checked before it is saved', () => {
  it('and a good one has no problem', () => {
    expect(problemsOfMonitor(monitorWith({}))).toEqual([]);
  });

  it.each([
    'subject_template',
    'message_template',
    'recovery_subject_template',
    'recovery_message_template',
  ])('%s that does not parse is named with its place', (name) => {
    const problems = problemsOfMonitor(monitorWith({ actions: [{ ...ACTION, [name]: BROKEN }] }));
    expect(problems).toMatchObject([{ field: `${AT}.actions.0.${name}.source`, line: 1 }]);
  });

  it.each(['labels', 'annotations'])('a template of %s that does not parse is named', (name) => {
    expect(fieldsOf(monitorWith({}, { [name]: { team: '{{#open}}' } }))).toEqual([`${name}.team`]);
  });

  it('a recovery condition that can never be Painless is named with its place', () => {
    const recovery = { recovery_condition: { script: { source: 'ctx.results[0] >' } } };
    expect(problemsOfMonitor(monitorWith(recovery))).toMatchObject([
      { field: `${AT}.recovery_condition.script.source`, line: 1 },
    ]);
  });

  it('a throttle that is on needs a time', () => {
    expect(fieldsOf(monitorWith({ actions: [{ ...ACTION, throttle_enabled: true }] }))).toEqual([
      `${AT}.actions.0.throttle.value`,
    ]);
  });

  it('the second of two triggers with one id is named, and the second of two actions', () => {
    const wrapped = { query_level_trigger: { ...TRIGGER, actions: [ACTION, ACTION] } };
    const monitor = monitorWith({}, { triggers: [wrapped, wrapped] });
    expect(fieldsOf(monitor)).toEqual([
      'triggers.1.query_level_trigger.id',
      `${AT}.actions.1.id`,
      'triggers.1.query_level_trigger.actions.1.id',
    ]);
  });

  it('actions of different triggers may share an id', () => {
    const other = { query_level_trigger: { ...TRIGGER, id: 't2' } };
    const monitor = monitorWith({}, { triggers: [{ query_level_trigger: TRIGGER }, other] });
    expect(problemsOfMonitor(monitor)).toEqual([]);
  });
});
