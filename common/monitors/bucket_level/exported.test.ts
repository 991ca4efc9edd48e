import created from '../../../test/fixtures/alerting/bucket_level/monitor-create-bucket-level.json';
import plain from '../../../test/fixtures/alerting/bucket_level/create-bucket.json';
import executed from '../../../test/fixtures/alerting/bucket_level/execute-bucket.json';
import { alertContext } from '../../alerts/alert_context';
import type { Alert } from '../../alerts/alert';
import { renderTemplate } from '../../notifications/templates/template';
import { bucketLevelMonitorSchema } from '../monitor';
import type { BucketLevelTrigger } from '../trigger';
import { readAggregations } from './aggregations';
import { compileBucketTrigger } from './condition';
import type { BucketProgram } from './condition';
import { judgeBuckets } from './judge';
import { locateBuckets } from './locate';

/** What only the real plugin has. */
const THEIRS = [
  ...['schema_version', 'data_sources', 'delete_query_index_in_every_run', 'owner'],
  'should_create_single_alert_for_findings',
];

const ready = (asked: BucketLevelTrigger, aggs: object): BucketProgram => {
  const program = compileBucketTrigger(asked, readAggregations({ aggs }));
  if (program.kind !== 'ready') throw new Error(program.message);
  return program;
};

describe('what the real plugin exported and answered', () => {
  /** Without what only it has. */
  const ours = ({ response }: { response: { body: { monitor: object } } }) => {
    const fields = Object.entries(response.body.monitor).filter(([name]) => !THEIRS.includes(name));
    return bucketLevelMonitorSchema.parse(Object.fromEntries(fields));
  };

  it('parses', () => {
    expect(ours(plain).triggers[0].bucket_level_trigger.condition.gap_policy).toBe('skip');
    expect(ours(created).inputs[0].search.query).toContain('"composite"');
  });

  it('gives the groups that it gave, with their keys', () => {
    const monitor = ours(created);
    const asked = monitor.triggers[0].bucket_level_trigger;
    const { aggregations } = JSON.parse(monitor.inputs[0].search.query) as { aggregations: object };
    const program = ready(asked, aggregations);
    const { input_results: input, trigger_results: results } = executed.response.body;
    const [response] = input.results;
    const { buckets } = locateBuckets(response, program.steps);
    const judged = judgeBuckets(program, buckets, new Set());
    const groups = judged.kind === 'judged' ? judged.groups : [];
    const theirs = Object.values(results[asked.id as keyof typeof results].agg_result_buckets);
    expect(groups).toHaveLength(3);
    expect(groups.map(({ content, group }) => [content, group?.map(({ value }) => value)])).toEqual(
      theirs.map(
        ({ agg_alert_content: { bucket, bucket_keys: keys, parent_bucket_path: path } }) => [
          { kind: 'bucket', bucket, parent_bucket_path: path },
          keys,
        ]
      )
    );
  });

  it('renders in its messages as there', () => {
    const alert: Alert = {
      ...{ id: 'a1', monitor_id: 'm', monitor_name: 'M', trigger_id: 't', trigger_name: 'T' },
      ...{ severity: '2', state: 'active', start_time: 0, last_seen: 0, rev: 1 },
      group: [
        { field: 'service', value: 'auth' },
        { field: 'zone', value: 'eu' },
      ],
    };
    const content = { kind: 'bucket' as const, bucket: { doc_count: 20 }, parent_bucket_path: 'c' };
    const ctx = {
      newAlerts: [alertContext(alert, { content })],
      dedupedAlerts: [],
      completedAlerts: [],
    };
    const render = (source: string) => renderTemplate(source, { ctx });
    const { source } =
      created.request.body.triggers[0].bucket_level_trigger.actions[0].message_template;
    expect(render(source)).toBe('new= dedup= done=');
    expect(
      render(
        '{{#ctx.newAlerts}}{{id}}: {{bucket_keys}} in {{parent_bucket_path}}{{/ctx.newAlerts}}'
      )
    ).toBe('a1: auth,eu in c');
    expect(render('{{ctx.newAlerts.0.bucket.doc_count}}/{{ctx.newAlerts.size}}')).toBe('20/1');
  });
});
