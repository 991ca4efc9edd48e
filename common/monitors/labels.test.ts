import { labelsOf } from './labels';
import type { Monitor } from './monitor';
import { emptyState } from './state';
import { queryMonitor } from './testing/story';
import type { TriggerFields } from './testing/story';
import { triggersOf } from './monitor';

const of = (fields: TriggerFields) => {
  const monitor: Monitor = queryMonitor([{}], fields);
  const input = {
    ...{ monitorId: 'm1', monitor, state: emptyState('m1', 0), now: 0 },
    window: { start: 0, end: 1 },
    finding: { kind: 'answer' as const, results: [], verdicts: [] },
  };
  const group = [{ field: 'host', value: 'web-1' }];
  return labelsOf(input, triggersOf(monitor)[0], { key: 'k', triggered: true, value: '7', group });
};

describe('labels and annotations', () => {
  it('are filled in with monitor, trigger, group and value', () => {
    expect(
      of({
        labels: { team: 'search', host: '{{ctx.group.host}}' },
        annotations: { summary: '{{ctx.monitor.name}} {{ctx.trigger.severity}}: {{ctx.value}}' },
      })
    ).toEqual({
      labels: { team: 'search', host: 'web-1' },
      annotations: { summary: 'Errors 2: 7' },
    });
  });

  it('know the names without ctx as well', () => {
    expect(of({ labels: { host: '{{group.host}} {{value}}' } }).labels).toEqual({
      host: 'web-1 7',
    });
  });

  it('are absent where the monitor has none', () => {
    expect(of({})).toEqual({});
  });

  it('say what is wrong with them instead of keeping an alert from opening', () => {
    expect(of({ labels: { bad: '{{#open}}' } }).labels?.bad).toMatch(/^\(.+\)$/);
  });
});
