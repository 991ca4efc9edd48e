import { readFileSync } from 'fs';
import { join } from 'path';
import { pplMonitorSchema } from '../../../common/monitors/monitor';
import type { Alert } from '../../../common/alerts/alert';
import { refusal } from '../../cluster/errors';
import { TestClock } from '../../cluster/testing/test_clock';
import type { Cluster } from '../../cluster/types';
import { ScriptBudget } from '../script_budget';
import { preparePpl } from './ppl';
import type { Judgement } from './prepared';

/** What the documentation of PPL monitors shows. */
const documented = JSON.parse(
  readFileSync(join(__dirname, '../../../test/fixtures/alerting/ppl/documented.json'), 'utf8')
) as {
  monitor: {
    inputs: [{ ppl_input: { query: string } }];
    triggers: Array<{ ppl_trigger: Record<string, unknown> }>;
  };
  answer: unknown;
  remaining: unknown;
  refused: { status: number; body: { error: { details: string } } };
};

interface Answer {
  status?: number;
  body: unknown;
}

const NO_HANDLER: Answer = {
  status: 400,
  body: { error: 'no handler found for uri [/_plugins/_ppl] and method [POST]' },
};

/** A cluster that answers queries in PPL, and remembers what it was asked. */
const clusterThat = (answer: (query: string, path: string) => Answer) => {
  const asked: Array<{ path: string; query: string }> = [];
  const cluster: Cluster = {
    request: () => Promise.reject(new Error('Only text is asked for here.')),
    async text({ path, body }, { ignore = [] } = {}) {
      const { query } = body as { query: string };
      asked.push({ path, query });
      const { status = 200, body: given } = answer(query, path);
      if (status >= 400 && !ignore.includes(status)) throw refusal(status, given);
      return { status, body: JSON.stringify(given) };
    },
  };
  return { cluster, asked };
};

const table = (rows: unknown[][], total = rows.length) => ({
  schema: [{ name: 'n', type: 'bigint' }],
  ...{ datarows: rows, total, size: total },
});

const many = (count: number) => Array.from({ length: count }, (_, i) => [i]);

const run = (
  cluster: Cluster,
  change: Record<string, unknown> = {},
  alerts: Alert[] = []
): Promise<Judgement> =>
  preparePpl(pplMonitorSchema.parse({ ...documented.monitor, ...change })).judge({
    ...{ cluster, alerts, memory: undefined, timeoutMs: 1000 },
    window: { start: 1000, end: 2000 },
    scripts: new ScriptBudget(new TestClock()),
    monitors: async () => new Map(),
  });

const verdicts = ({ finding }: Judgement) => (finding.kind === 'answer' ? finding.verdicts : []);

const trigger = (change: Record<string, unknown>) => ({
  triggers: [{ ppl_trigger: { ...documented.monitor.triggers[0].ppl_trigger, ...change } }],
});

describe('a monitor in PPL', () => {
  it('fires as the documentation says, on the number of rows and on rows that a condition leaves over', async () => {
    const { cluster, asked } = clusterThat((query) => ({
      body: query.includes('where error_count > 1') ? documented.remaining : documented.answer,
    }));
    const judgement = await run(cluster);
    const { query } = documented.monitor.inputs[0].ppl_input;
    expect(asked).toEqual([
      { path: '/_plugins/_ppl', query },
      { path: '/_plugins/_ppl', query: `${query} | where error_count > 1` },
    ]);
    expect(verdicts(judgement)).toMatchObject([
      { triggerId: 'too_many_errors', groups: [{ triggered: true, value: '2' }] },
      { triggerId: 'critical_service_errors', groups: [{ triggered: true, value: '1' }] },
    ]);
    expect(judgement).toMatchObject({
      hits: 2,
      finding: { results: [documented.answer, { critical_service_errors: documented.remaining }] },
    });
  });

  it('counts the rows where the cluster may not have sent them all', async () => {
    const { cluster, asked } = clusterThat((query) => ({
      body: query.includes('watchkeeper_count') ? table([[5000]]) : table(many(200)),
    }));
    const judgement = await run(cluster, {
      triggers: ['a', 'b'].map((id) => trigger({ id, num_results_value: 4000 }).triggers[0]),
    });
    expect(verdicts(judgement)).toMatchObject([
      { groups: [{ triggered: true, value: '5000' }] },
      { groups: [{ triggered: true, value: '5000' }] },
    ]);
    expect(asked).toHaveLength(2);
  });

  it('asks at the address of Open Distro where that of OpenSearch is not known', async () => {
    const { cluster, asked } = clusterThat((_query, path) =>
      path === '/_plugins/_ppl' ? NO_HANDLER : { body: documented.answer }
    );
    await run(cluster, { triggers: [] });
    expect(asked.map(({ path }) => path)).toEqual(['/_plugins/_ppl', '/_opendistro/_ppl']);
  });

  it('says so where the cluster has no PPL', async () => {
    const { cluster } = clusterThat(() => NO_HANDLER);
    await expect(run(cluster)).rejects.toMatchObject({
      code: 'cluster_refused',
      message: expect.stringContaining('This cluster has no PPL'),
    });
  });

  it('gives the details of a refusal; that of one condition concerns its trigger alone', async () => {
    const { details } = documented.refused.body.error;
    const refusing = clusterThat(() => documented.refused);
    await expect(run(refusing.cluster)).rejects.toMatchObject({
      message: `Invalid Query: ${details}`,
    });
    const { cluster } = clusterThat((query) =>
      query.includes('error_count > 1') ? documented.refused : { body: documented.answer }
    );
    expect(verdicts(await run(cluster))).toMatchObject([
      { kind: 'judged' },
      {
        kind: 'problem',
        problem: { code: 'SyntaxCheckException', message: expect.stringContaining(details) },
      },
    ]);
  });

  it.each([
    [403, 'forbidden'],
    [429, 'too_busy'],
    [503, 'cluster_unreachable'],
  ])('is a failed run, whichever trigger met it, at status %i', async (status, code) => {
    const { cluster } = clusterThat((query) =>
      query.includes('error_count > 1')
        ? { status, body: { error: { type: 'x', reason: 'No.' } } }
        : { body: documented.answer }
    );
    await expect(run(cluster)).rejects.toMatchObject({ code });
  });

  it('has nothing to judge where there are no rows', async () => {
    const { cluster } = clusterThat(() => ({ body: table([]) }));
    expect(verdicts(await run(cluster, trigger({ no_data: 'alert' })))).toEqual([
      { triggerId: 'too_many_errors', kind: 'judged', groups: [], noData: true },
    ]);
    const zero = trigger({ num_results_condition: '==', num_results_value: 0 });
    expect(verdicts(await run(cluster, zero))).toMatchObject([
      { noData: true, groups: [{ triggered: true }] },
    ]);
  });

  it('asks for the recovery of an open alert once its condition is false', async () => {
    const alert: Alert = {
      ...{ id: '1', monitor_id: 'm', monitor_name: 'M', trigger_name: 'T', severity: '1' },
      ...{ trigger_id: 'too_many_errors', state: 'active', start_time: 0, last_seen: 0, rev: 1 },
    };
    const { cluster, asked } = clusterThat((query) => ({
      body: query.endsWith('where calm > 1000') ? table([]) : table([[1]]),
    }));
    const calm = trigger({
      recovery_condition: { script: { source: 'where calm > {{period_start}}' } },
    });
    expect(verdicts(await run(cluster, calm, [alert]))).toMatchObject([
      { groups: [{ triggered: false, recovered: false }] },
    ]);
    await run(cluster, calm);
    expect(asked).toHaveLength(3);
  });
});
