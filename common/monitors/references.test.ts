import exported from '../../test/fixtures/alerting/composite/095-workflow-create.json';
import { compositeMonitorSchema } from './monitor';
import type { CompositeMonitor, Monitor } from './monitor';
import { extractReferences, injectReferences } from './references';

const TYPES = { destination: 'a-destination', monitor: 'a-monitor' };

/** What the alerting plugin exported, as a monitor of ours. */
const composite = (): CompositeMonitor => {
  const { inputs, triggers, name, enabled, schedule } = exported.response.body.workflow;
  return compositeMonitorSchema.parse({
    ...{ name, enabled, schedule, inputs, triggers },
    monitor_type: 'composite_monitor',
  });
};

describe('links of a monitor', () => {
  it('to the monitors that it rests on are references, in the delegates and in the conditions', () => {
    const { monitor, references } = extractReferences(composite(), TYPES);
    const [first, second] = composite().inputs[0].composite_input.sequence.delegates;
    expect(references).toEqual([
      { name: 'destination_0', type: 'a-destination', id: 'hookA' },
      { name: 'monitor_0', type: 'a-monitor', id: first.monitor_id },
      { name: 'monitor_1', type: 'a-monitor', id: second.monitor_id },
    ]);
    expect(JSON.stringify(monitor)).not.toContain(first.monitor_id);
    expect(JSON.stringify(monitor)).toContain('(monitor[id=monitor_0] && monitor[id=monitor_1])');
  });

  it('come back as they were', () => {
    const { monitor, references } = extractReferences(composite(), TYPES);
    expect(injectReferences(monitor, references)).toEqual(composite());
  });

  it('lead to the copies when objects were imported as copies', () => {
    const { monitor, references } = extractReferences(composite(), TYPES);
    const copies = references.map((reference) => ({ ...reference, id: `copy of ${reference.id}` }));
    const text = JSON.stringify(injectReferences(monitor, copies));
    const [{ monitor_id: id }] = composite().inputs[0].composite_input.sequence.delegates;
    expect(text).toContain(`monitor[id=copy of ${id}]`);
    expect(text).toContain(`"monitor_id":"copy of ${id}"`);
  });

  it('stay as they are in a document from before, which has the ids themselves', () => {
    const old: Monitor = composite();
    expect(
      injectReferences(old, [{ name: 'destination_0', type: 'a-destination', id: 'x' }])
    ).toEqual(old);
  });

  it('in a recovery condition and in chained findings are references, too', () => {
    const before = composite();
    const [{ composite_input: input }] = before.inputs;
    const [first, second] = input.sequence.delegates;
    const [{ chained_alert_trigger: trigger }] = before.triggers;
    const monitor: CompositeMonitor = {
      ...before,
      inputs: [
        {
          composite_input: {
            sequence: {
              delegates: [
                first,
                { ...second, chained_monitor_findings: { monitor_ids: [first.monitor_id] } },
              ],
            },
          },
        },
      ],
      triggers: [
        {
          chained_alert_trigger: {
            ...trigger,
            recovery_condition: {
              script: { source: `!monitor[id=${first.monitor_id}]`, lang: 'painless' },
            },
          },
        },
      ],
    };
    const { monitor: extracted, references } = extractReferences(monitor, TYPES);
    expect(JSON.stringify(extracted)).not.toContain(first.monitor_id);
    expect(injectReferences(extracted, references)).toEqual(monitor);
  });
});
