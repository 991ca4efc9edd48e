import exported from '../../../test/fixtures/alerting/composite/095-workflow-create.json';
import { compositeMonitorSchema } from '../monitor';
import type { CompositeMonitor, Monitor } from '../monitor';
import { compositeProblems, delegateIds } from './check';

const delegate = (monitor_id: string, order: number, rest: Record<string, unknown> = {}) => ({
  ...{ monitor_id, order },
  ...rest,
});

const composite = (
  delegates: unknown[] = [delegate('a', 1), delegate('b', 2)],
  source = 'monitor[id=a] && monitor[id=b]'
): CompositeMonitor => {
  const { name, enabled, schedule, triggers } = exported.response.body.workflow;
  const [{ chained_alert_trigger: trigger }] = triggers;
  return compositeMonitorSchema.parse({
    ...{ name, enabled, schedule, monitor_type: 'composite_monitor' },
    inputs: [{ composite_input: { sequence: { delegates } } }],
    triggers: [{ chained_alert_trigger: { ...trigger, condition: { script: { source } } } }],
  });
};

const DELEGATES = 'inputs.0.composite_input.sequence.delegates';

const types: Record<string, Monitor['monitor_type']> = {
  a: 'query_level_monitor',
  b: 'bucket_level_monitor',
  c: 'composite_monitor',
};
const known = (ownId?: string) => ({
  ...(ownId ? { ownId } : {}),
  get: (id: string) =>
    Object.hasOwn(types, id) ? { name: `Monitor ${id}`, monitor_type: types[id] } : undefined,
});

describe('what can never run about a composite monitor', () => {
  it('is nothing in what the alerting plugin exports', () => {
    const { workflow } = exported.response.body;
    const { name, enabled, schedule, inputs, triggers } = workflow;
    const monitor = compositeMonitorSchema.parse({
      ...{ name, enabled, schedule, inputs, triggers },
      monitor_type: 'composite_monitor',
    });
    expect(compositeProblems(monitor)).toEqual([]);
  });

  it.each([
    ['a monitor that is not there', 'gone', 'There is no monitor'],
    ['another composite one', 'c', 'Monitor c is a composite monitor itself'],
    ['itself', 'me', 'cannot rest on itself'],
  ])('is %s', (_what, id, message) => {
    const monitor = composite([delegate('a', 1), delegate(id, 2)], 'monitor[id=a]');
    expect(compositeProblems(monitor, known('me'))).toEqual([
      { field: `${DELEGATES}.1.monitor_id`, message: expect.stringContaining(message) },
    ]);
    expect(compositeProblems(monitor)).toEqual([]);
  });

  it('is a monitor that is chosen twice', () => {
    const monitor = composite([delegate('a', 1), delegate('a', 2)], 'monitor[id=a]');
    expect(compositeProblems(monitor, known())).toEqual([
      { field: `${DELEGATES}.1.monitor_id`, message: expect.stringContaining('twice') },
    ]);
  });

  it('is a monitor that looks only at what another one has found', () => {
    const chained = { chained_monitor_findings: { monitor_id: 'a' } };
    expect(compositeProblems(composite([delegate('a', 1), delegate('b', 2, chained)]))).toEqual([
      {
        field: `${DELEGATES}.1.chained_monitor_findings`,
        message: expect.stringContaining('remove chained_monitor_findings'),
      },
    ]);
    const empty = { chained_monitor_findings: { monitor_ids: [] } };
    expect(compositeProblems(composite([delegate('a', 1), delegate('b', 2, empty)]))).toEqual([]);
  });

  it.each([
    ['monitor[id=a] &&', 'A term is missing', 1, 17],
    ['monitor[id=a] &&\n  monitor[id=z]', 'The monitor z is not among', 2, 3],
    ['query[name=a]', 'says nothing about a monitor', 1, 1],
    ['monitor[name=a]', 'says nothing about a monitor', 1, 1],
  ])('is the condition %j', (source, message, line, column) => {
    expect(compositeProblems(composite(undefined, source))[0]).toEqual({
      field: 'triggers.0.chained_alert_trigger.condition.script.source',
      message: expect.stringContaining(message),
      ...{ line, column },
    });
  });
});

it('asks the monitors in the order that their author gave them', () => {
  expect(delegateIds(composite([delegate('b', 2), delegate('a', 1)]))).toEqual(['a', 'b']);
});
