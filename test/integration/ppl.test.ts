import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DryRun } from '../../common/monitors/api';
import { testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';
import { startTestHost } from '../support/host';
import type { TestHost } from '../support/host';
import { product } from '../support/product';
import type { Product } from '../support/product';
import { startReceiver } from '../support/receiver';
import type { Receiver } from '../support/receiver';
import { waitFor } from '../support/wait_for';
import { startPplCluster } from './ppl_cluster';
import type { PplCluster } from './ppl_cluster';

/** What the documentation of PPL monitors shows. */
const documented = JSON.parse(
  readFileSync(join(__dirname, '../fixtures/alerting/ppl/documented.json'), 'utf8')
) as { monitor: { triggers: Array<{ ppl_trigger: Record<string, unknown> }> } };

let cluster: TestCluster;
let ppl: PplCluster;
let receiver: Receiver;
let host: TestHost;
let app: Product;
let destination: string;

beforeAll(async () => {
  cluster = await testCluster();
  ppl = await startPplCluster(cluster.url);
  receiver = await startReceiver();
  host = await startTestHost({
    clusterUrl: ppl.url,
    config: { 'opensearch_watchkeeper.outbound.allow': [`127.0.0.1:${receiver.port}`] },
  });
  app = product(host);
  await app.ready();
  ({ id: destination } = await app.addWebhook(`${receiver.url}/hook`));
});

afterAll(async () => {
  await host?.stop();
  await receiver?.close();
  await ppl?.close();
  await cluster?.clean();
});

const [counting, custom] = documented.monitor.triggers.map(({ ppl_trigger: trigger }) => trigger);

const monitor = (query: string, ...triggers: Array<Record<string, unknown>>) => ({
  ...documented.monitor,
  query_delay_seconds: 0,
  schedule: { period: { interval: 2, unit: 'SECONDS' } },
  inputs: [{ ppl_input: { query } }],
  triggers: triggers.map((trigger) => ({ ppl_trigger: trigger })),
});

const tell = (source: string) => ({
  actions: [
    { id: 'tell', name: 'Tell', destination_id: destination, message_template: { source } },
  ],
});

const dryRun = async (definition: unknown): Promise<DryRun> => {
  const { status, body } = await host.api<DryRun>('POST', '/api/watchkeeper/monitors/_dry_run', {
    monitor: definition,
  });
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
};

it('a monitor in PPL fires, tells its rows, and recovers', async () => {
  ppl.rows = [
    { error_count: 1, service: 'checkout', since: 0 },
    { error_count: 5, service: 'orders', since: 0 },
  ];
  const text =
    '{{ctx.trigger.name}}:{{#ctx.ppl_query_results}} {{service}}={{error_count}}{{/ctx.ppl_query_results}}';
  const saved = await app.tryAddMonitor(
    monitor(
      'source = logs | where error_count > 0 | where since < {{period_end}}',
      { ...counting, ...tell(text) },
      { ...custom, ...tell(text) }
    )
  );
  expect(saved.body).toMatchObject({ id: expect.any(String) });
  const told = () => new Set(receiver.requests.map(({ body }) => body));
  await waitFor(
    'both messages',
    () =>
      told().has('Too many errors: checkout=1 orders=5') &&
      told().has('Critical service errors: orders=5')
  );
  expect(ppl.queries.at(-1)).toMatch(/since < \d{13}/);
  ppl.rows = [{ error_count: 1, service: 'checkout', since: 0 }];
  await waitFor(
    'both alerts to end',
    async () =>
      (await app.alerts('state=all')).filter(({ state }) => state === 'completed').length === 2
  );
  await app.remove(saved.body.id);
});

it('counts what the cluster does not send', async () => {
  ppl.rows = Array.from({ length: 1234 }, (_, i) => ({ n: i }));
  const { verdicts } = await dryRun(
    monitor('source = logs', { ...counting, num_results_value: 1000 })
  );
  expect(verdicts).toMatchObject([{ groups: [{ triggered: true, value: '1234' }] }]);
});

it('a query that the cluster refuses is refused at its field, with the cluster’s reason', async () => {
  const { status, body } = await app.tryAddMonitor(monitor('source = logs | wher a > 1', counting));
  expect({ status, problems: body.attributes?.problems }).toMatchObject({
    status: 422,
    problems: [
      {
        field: 'inputs.0.ppl_input.query',
        message: 'Invalid Query: [wher a > 1] is not a valid term at this part of the query.',
      },
    ],
  });
});

it('a cluster without PPL says so', async () => {
  ppl.hasPpl = false;
  try {
    const { status, body } = await app.tryAddMonitor(monitor('source = logs', counting));
    expect(status).toBe(422);
    expect(body.message).toContain('This cluster has no PPL');
  } finally {
    ppl.hasPpl = true;
  }
});

it('a condition that the cluster refuses is refused at its field', async () => {
  const { status, body } = await app.tryAddMonitor(
    monitor('source = logs', { ...custom, custom_condition: 'where error_count >' })
  );
  expect({ status, problems: body.attributes?.problems }).toMatchObject({
    status: 422,
    problems: [{ field: 'triggers.0.ppl_trigger.custom_condition' }],
  });
});
