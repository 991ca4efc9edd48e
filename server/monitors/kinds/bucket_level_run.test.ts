import { bucketLevelMonitorSchema } from '../../../common/monitors/monitor';
import { parseLossless } from '../../../common/json/lossless';
import { compileMonitor } from '../compiled_monitor';
import { engine, nextJob, rowOf } from '../testing/runner_room';

const list = (name: string) =>
  `{{#ctx.${name}}}${name} {{bucket_keys}} in {{parent_bucket_path}};{{/ctx.${name}}}`;

const monitor = bucketLevelMonitorSchema.parse({
  ...{ name: 'M', enabled: true, monitor_type: 'bucket_level_monitor' },
  schedule: { period: { interval: 10, unit: 'SECONDS' } },
  inputs: [
    {
      search: {
        indices: ['logs'],
        query: {
          aggs: { by: { composite: { sources: [{ host: { terms: { field: 'host' } } }] } } },
        },
      },
    },
  ],
  triggers: [
    {
      bucket_level_trigger: {
        ...{ id: 't', name: 'T', severity: '1' },
        condition: {
          ...{ parent_bucket_path: 'by', buckets_path: { n: '_count' } },
          script: { source: 'params.n > 0' },
        },
        actions: [
          {
            ...{ id: 'a', name: 'Tell', destination_id: 'd' },
            message_template: {
              source: ['newAlerts', 'dedupedAlerts', 'completedAlerts'].map(list).join(''),
            },
            action_execution_policy: {
              action_execution_scope: {
                per_alert: { actionable_alerts: ['NEW', 'DEDUPED', 'COMPLETED'] },
              },
            },
          },
        ],
      },
    },
  ],
});

/** The engine over a cluster that has these hosts, in pages. */
const room = (hosts: { now: string[] }) => {
  const run = engine();
  run.cluster.search = (_header, text) => {
    const body = parseLossless(text) as {
      aggs: { by: { composite: { size: number; after?: { host: string } } } };
    };
    const { size, after } = body.aggs.by.composite;
    const from = after ? hosts.now.indexOf(after.host) + 1 : 0;
    const page = hosts.now.slice(from, from + size);
    const last = page.at(-1);
    return {
      ...{ took: 1, timed_out: false, _shards: { total: 1, successful: 1 } },
      hits: { total: { value: hosts.now.length } },
      aggregations: {
        by: {
          buckets: page.map((host) => ({ key: { host }, doc_count: 1 })),
          ...(last === undefined ? {} : { after_key: { host: last } }),
        },
      },
    };
  };
  const compiled = compileMonitor({ id: 'm', version: 'v', updatedAt: 0, monitor }, 30);
  return { ...run, first: run.job('m', { compiled }) };
};

it('tells of each group when it comes, while it goes on, and when it is gone', async () => {
  const hosts = { now: ['a#b', 'c'] };
  const { runner, first, messages } = room(hosts);
  const [one] = await runner.run([first]);
  hosts.now = ['c'];
  const second = nextJob(first, one);
  const [two] = await runner.run([second]);
  hosts.now = [];
  const [three] = await runner.run([nextJob(second, two)]);
  expect(
    messages()
      .map(({ message }) => message)
      .sort()
  ).toEqual([
    'completedAlerts a#b in by;',
    'completedAlerts c in by;',
    'dedupedAlerts c in by;',
    'newAlerts a#b in by;',
    'newAlerts c in by;',
  ]);
  expect(rowOf(one).triggers?.[0].groups).toMatchObject({ judged: 2, triggered: 2, opened: 2 });
  expect(rowOf(three).triggers?.[0].groups).toMatchObject({ triggered: 0, ended: 1 });
});

it('opens 2,500 alerts for 2,500 groups, each once, however often it runs', async () => {
  const hosts = {
    now: Array.from({ length: 2500 }, (_, i) => `host-${String(i).padStart(4, '0')}`),
  };
  const { runner, first, alerts, messages } = room(hosts);
  const [one] = await runner.run([first]);
  await runner.run([nextJob(first, one)]);
  const open = alerts();
  expect(open).toHaveLength(2500);
  expect(new Set(open.map(({ group_key: key }) => key)).size).toBe(2500);
  const told = messages().filter(({ message }) => message.startsWith('newAlerts'));
  expect(told).toHaveLength(2500);
  expect(new Set(told.map(({ message }) => message)).size).toBe(2500);
});
