import { monitorSchema, triggersOf } from './monitor';
import { labelsOf } from './labels';
import type { StepInput } from './step_input';

const labels = (texts: Record<string, string>) => {
  const monitor = monitorSchema.parse({
    name: 'Errors',
    enabled: true,
    schedule: { period: { interval: 1, unit: 'MINUTES' } },
    inputs: [{ search: { indices: ['logs'], query: '{}' } }],
    triggers: [
      {
        query_level_trigger: {
          id: 't',
          name: 'Any',
          severity: '2',
          condition: { script: { source: 'true' } },
          actions: [],
        },
      },
    ],
    labels: texts,
  });
  const [trigger] = triggersOf(monitor);
  const verdict = {
    key: 'k',
    triggered: true,
    value: '7',
    group: [{ field: 'host', value: 'a1' }],
  };
  return labelsOf({ monitor } as StepInput, trigger, verdict).labels;
};

describe('the labels of an alert', () => {
  it('see monitor, trigger, group and value, with and without ctx', () => {
    expect(
      labels({ who: '{{group.host}}/{{ctx.group.host}}', what: '{{trigger.name}} {{value}}' })
    ).toEqual({ who: 'a1/a1', what: 'Any 7' });
  });

  it('say what is wrong with a template, and do not keep the alert from opening', () => {
    expect(labels({ bad: '{{#open}}' })?.bad).toMatch(/^\(.+\)$/);
  });
});
