import type { DryRun } from './api';
import { monitorSchema } from './monitor';
import type { Monitor } from './monitor';
import { previewRun } from './preview';

const WINDOW = { start: 1_700_000_000_000, end: 1_700_000_060_000 };

const monitorWith = (trigger: object = {}): Monitor =>
  monitorSchema.parse({
    monitor_type: 'bucket_level_monitor',
    name: 'Errors',
    enabled: true,
    schedule: { period: { interval: 1, unit: 'MINUTES' } },
    inputs: [{ search: { indices: ['logs'], query: '{}' } }],
    triggers: [
      {
        bucket_level_trigger: {
          id: 't1',
          name: 'Busy',
          severity: '2',
          condition: {
            parent_bucket_path: 'services',
            buckets_path: { n: '_count' },
            script: { source: 'params.n > 5' },
          },
          actions: [
            {
              id: 'tell',
              name: 'Tell',
              destination_id: 'd1',
              message_template: {
                source:
                  '{{#ctx.newAlerts}}{{bucket_keys}}: {{ctx.results.0.total}}{{/ctx.newAlerts}}',
              },
            },
          ],
          ...trigger,
        },
      },
    ],
  });

const found: DryRun = {
  window: WINDOW,
  results: '[{"total":5.0}]',
  verdicts: [
    {
      triggerId: 't1',
      kind: 'judged',
      groups: [
        {
          key: 'a',
          triggered: true,
          group: [{ field: 'service', value: 'cart' }],
          content: '{"kind":"bucket","bucket":{"doc_count":7},"parent_bucket_path":"services"}',
        },
        { key: 'b', triggered: false },
      ],
      counts: { judged: 2, triggered: 1 },
    },
  ],
};

describe('the preview of a run', () => {
  it('shows the alerts and the very messages of a first run, numbers with their types', () => {
    const { alerts, messages, triggers } = previewRun(monitorWith(), found, { monitorId: 'm1' });
    expect(alerts).toMatchObject([{ state: 'active', group_key: 'a', monitor_id: 'm1' }]);
    expect(messages).toMatchObject([{ destination_id: 'd1', message: 'cart: 5.0' }]);
    expect(triggers).toMatchObject([{ groups: { judged: 2, triggered: 1, opened: 1 } }]);
  });

  it('sends nothing while a condition has to hold for longer', () => {
    const waiting = monitorWith({ for: { value: 5, unit: 'MINUTES' } });
    const { alerts, messages } = previewRun(waiting, found);
    expect(alerts).toMatchObject([{ state: 'pending' }]);
    expect(messages).toEqual([]);
  });

  it('makes of a query that fails the error that a run would make of it', () => {
    const problem = { code: 'index_not_found_exception', message: 'no such index [logs]' };
    const { alerts, triggers } = previewRun(monitorWith(), {
      ...{ window: WINDOW, results: '[]', verdicts: [] },
      problem,
    });
    expect(alerts).toMatchObject([{ state: 'error', error_message: 'no such index [logs]' }]);
    expect(triggers).toEqual([]);
  });
});
