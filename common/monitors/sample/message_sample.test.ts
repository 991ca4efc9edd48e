import { checkTemplate } from '../../notifications/templates/checking/check_template';
import { completeTemplate } from '../../notifications/templates/checking/complete_template';
import type { DryRun } from '../api';
import { foundByDryRun } from '../found_run';
import type { Monitor } from '../monitor';
import { action, bucketMonitor, queryMonitor } from '../testing/story';
import { messageSample } from './message_sample';

const WINDOW = { start: 0, end: 60_000 };
const QUERY = '{"aggs":{"lag":{"avg":{"field":"lag"}},"hosts":{"terms":{"field":"host"}}}}';

const dryRun = (results: string, group: object = { key: '', triggered: true, value: 'true' }) =>
  foundByDryRun({
    window: WINDOW,
    results,
    verdicts: [
      { triggerId: 't', kind: 'judged', groups: [group], counts: { judged: 1, triggered: 1 } },
    ],
  } as DryRun);

const FULL = '[{"hits":{"total":{"value":1},"hits":[{"_id":"1","_source":{"message":"boom"}}]}}]';
const EMPTY = '[{"hits":{"total":{"value":0},"hits":[]}}]';

const searching = (fields: object = {}): Monitor =>
  queryMonitor([{ actions: [action()], ...fields }], {
    inputs: [{ search: { indices: ['logs-*'], query: QUERY } }],
    labels: { team: 'pay' },
  });

const said = (
  source: string,
  monitor: Monitor,
  found?: ReturnType<typeof dryRun>,
  fields?: Array<{ name: string; type: string }>
) =>
  checkTemplate(
    source,
    messageSample({ monitor, triggerId: 't', actionId: 'a', found, fields }).shape
  ).map(({ severity }) => severity);

const LOOP = (inner: string) => `{{#ctx.results.0.hits.hits}}${inner}{{/ctx.results.0.hits.hits}}`;

describe('what a message is checked against', () => {
  it.each([
    '{{ctx.alert.state}} {{ctx.alert.end_time_iso}} {{ctx.alert.peak}} {{ctx.alert.labels.team}}',
    '{{#ctx.newAlerts}}{{id}} {{acknowledged_by}}{{/ctx.newAlerts}}',
    '{{#ctx.dedupedAlerts}}{{bucket_keys}}{{/ctx.dedupedAlerts}}{{ctx.throttled_count}}',
    '{{ctx.monitor.name}} {{ctx.trigger.severity}} {{ctx.periodStart}} {{ctx.error}}',
    '{{ctx.results.0.hits.total.value}} {{ctx.results.0.aggregations.lag.value}}',
    '{{#ctx.results.0.aggregations.hosts.buckets}}{{key}} {{doc_count}}{{/ctx.results.0.aggregations.hosts.buckets}}',
    LOOP('{{_id}} {{_source.message}} {{_source.message}}'),
  ])('knows %s after a run', (source) => {
    expect(said(source, searching(), dryRun(FULL))).toEqual([]);
  });

  it('warns of names that no document of the run has, and not where there was none', () => {
    const source = LOOP('{{_source.massage}}');
    expect(said(source, searching(), dryRun(FULL))).toEqual(['warning']);
    expect(said(source, searching(), dryRun(EMPTY))).toEqual(['info']);
    expect(said(source, searching())).toEqual(['info']);
    expect(said(LOOP('{{_sauce}}'), searching(), dryRun(EMPTY))).toEqual(['warning']);
    expect(said('{{ctx.alert.labels.tame}}', searching(), dryRun(FULL))).toEqual(['warning']);
  });

  it('takes fields from the mapping where no document shows them', () => {
    const fields = [{ name: 'host.name', type: 'keyword' }];
    expect(said(LOOP('{{_source.host.name}}'), searching(), dryRun(EMPTY), fields)).toEqual([]);
    expect(said(LOOP('{{_source.host.name}}'), searching(), dryRun(FULL), fields)).toEqual([]);
    expect(said(LOOP('{{_source.host}}'), searching(), dryRun(EMPTY), fields)).toEqual(['warning']);
  });

  it('is there although the condition is not true, has to hold for long, or is throttled', () => {
    const waiting = searching({
      for: { value: 1, unit: 'HOURS' },
      no_data: 'alert',
      actions: [
        action({
          throttle_enabled: true,
          throttle: { value: 1, unit: 'HOURS' },
          action_execution_policy: {
            action_execution_scope: { per_alert: { actionable_alerts: ['COMPLETED'] } },
          },
        }),
      ],
    });
    const found = dryRun(EMPTY, { key: '', triggered: false, value: 'false' });
    expect(said('{{ctx.alert.id}}{{ctx.trigger.nam}}', waiting, found)).toEqual(['warning']);
    const { shape, known } = messageSample({
      monitor: waiting,
      triggerId: 't',
      actionId: 'a',
      found,
    });
    expect(known).toBe(true);
    expect(completeTemplate('{{ctx.trigger.', 14, shape, false)?.items).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ label: 'name', detail: 'too many' })])
    );
  });

  it('knows the bucket that an alert is about', () => {
    const monitor = bucketMonitor([{ actions: [action()] }]);
    const group = {
      key: 'a',
      triggered: true,
      group: [{ field: 'host', value: 'a' }],
      content: '{"kind":"bucket","bucket":{"doc_count":7},"parent_bucket_path":"hosts"}',
    };
    expect(
      said('{{ctx.alert.bucket.doc_count}} {{ctx.alert.group.host}}', monitor, dryRun(FULL, group))
    ).toEqual([]);
    expect(said('{{ctx.alert.group.hots}}', monitor, dryRun(FULL, group))).toEqual(['warning']);
    expect(said('{{ctx.alert.group.hots}}', monitor)).toEqual(['info']);
  });

  it('warns of the one alert in a message that can be about several', () => {
    const once = action({
      action_execution_policy: { action_execution_scope: { per_execution: {} } },
    });
    const warned = (monitor: Monitor, source: string) => {
      const { shape, caveats } = messageSample({ monitor, triggerId: 't', actionId: 'a' });
      return checkTemplate(source, shape, caveats).map(({ severity }) => severity);
    };
    const source = '{{ctx.alert.state}}';
    expect(warned(bucketMonitor([{ actions: [once] }]), source)).toEqual(['warning']);
    expect(
      warned(bucketMonitor([{ actions: [once] }]), '{{#ctx.alert}}{{state}}{{/ctx.alert}}')
    ).toEqual([]);
    expect(warned(bucketMonitor([{ actions: [action()] }]), source)).toEqual([]);
    expect(warned(queryMonitor([{ actions: [once] }]), source)).toEqual([]);
  });
});
