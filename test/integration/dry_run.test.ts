import type { DryRun } from '../../common/monitors/api';
import { monitorSchema } from '../../common/monitors/monitor';
import type { Monitor } from '../../common/monitors/monitor';
import { previewRun } from '../../common/monitors/preview';
import { READY_MADE, firstAnswers } from '../../common/monitors/ready_made/answers';
import type { ReadyMade } from '../../common/monitors/ready_made/answers';
import { readyMadeMonitor } from '../../common/monitors/ready_made/ready_made';
import type { TestCluster } from '../support/cluster';
import type { TestHost } from '../support/host';
import { createLogIndex, logLine, logMonitor } from '../support/product';
import type { Product, Wrong } from '../support/product';
import type { Receiver } from '../support/receiver';
import { startScene } from '../support/scene';
import type { Scene } from '../support/scene';

const DRY_RUN = '/api/watchkeeper/monitors/_dry_run';

let scene: Scene;
let cluster: TestCluster;
let host: TestHost;
let app: Product;
let receiver: Receiver;
let index: string;
let destinationId: string;

beforeAll(async () => {
  scene = await startScene();
  ({ cluster, host, app, receiver } = scene);
  index = cluster.uniqueName('logs');
  await createLogIndex(cluster, index);
  destinationId = (await app.addWebhook(`${receiver.url}/hook`)).id;
});

afterAll(() => scene?.end());

const dryRun = async (monitor: unknown, more: object = {}): Promise<DryRun> => {
  const { status, body } = await host.api<DryRun>('POST', DRY_RUN, { monitor, ...more });
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
};

/** What was written just now lies behind the query delay. */
const justAfter = () => ({ period_end: Date.now() + 10_000 });

const ready = (which: ReadyMade): Monitor => {
  let id = 0;
  const draft = readyMadeMonitor(
    which,
    { name: which, triggerName: which, newId: () => `id${++id}` },
    { ...firstAnswers(which), durationField: 'took' }
  );
  const text = JSON.stringify(draft)
    .replace('"indices":[]', `"indices":["${index}"]`)
    .replaceAll('"destination_id":""', `"destination_id":"${destinationId}"`);
  return monitorSchema.parse(JSON.parse(text));
};

describe('a dry run', () => {
  it('finds what a run finds: the preview is the very message that is sent then', async () => {
    await cluster.index(index, [logLine('one'), logLine('two')]);
    const input = logMonitor(index, destinationId, {
      schedule: { period: { interval: 1, unit: 'HOURS' } },
    });
    const found = await dryRun(input, justAfter());
    expect(found).toMatchObject({ hits: 2, verdicts: [{ kind: 'judged' }] });
    const preview = previewRun(monitorSchema.parse(input), found);
    expect(preview.alerts).toMatchObject([{ state: 'active' }]);
    expect(receiver.requests).toHaveLength(0);

    const saved = await app.addMonitor(logMonitor(index, destinationId));
    await cluster.index(index, [logLine('one'), logLine('two')]);
    const [sent] = await receiver.received(1);
    await app.remove(saved.id);
    const lines = (text: string) =>
      text.split('\n').filter((line) => line.includes('ERROR')).length;
    expect(lines(preview.messages[0].message)).toBe(2);
    expect(lines(sent.body)).toBeGreaterThan(0);
  });

  it('ends where it is asked to, and looks back for one interval', async () => {
    const end = Date.UTC(2020, 0, 1);
    const found = await dryRun(logMonitor(index, destinationId), { period_end: end });
    expect(found.window).toEqual({ start: end - 3000, end });
    expect(found.hits).toBe(0);
  });

  it('saves nothing', async () => {
    // Other files leave things behind on the shared cluster: what counts is that nothing has come.
    const there = async (): Promise<string[]> => {
      await cluster.request('POST', '/_refresh');
      const path = '/api/watchkeeper/monitors?per_page=100';
      const { body } = await host.api<{ items: Array<{ id: string }> }>('GET', path);
      return [...body.items, ...(await app.alerts('state=all&per_page=100'))].map(({ id }) => id);
    };
    const before = new Set(await there());
    const { verdicts } = await dryRun(logMonitor(index, destinationId), justAfter());
    expect(verdicts).toHaveLength(1);
    expect((await there()).filter((id) => !before.has(id))).toEqual([]);
  });

  it('has a problem where a run would have one, with the field', async () => {
    const found = await dryRun(
      logMonitor('no-such', destinationId, {
        inputs: [{ search: { indices: ['no-such-index'], query: '{}' } }],
      })
    );
    expect(found.problem).toMatchObject({
      field: 'inputs.0.search.indices',
      message: expect.stringContaining('no such index'),
    });
    const preview = previewRun(monitorSchema.parse(logMonitor(index, destinationId)), found);
    expect(preview.alerts).toMatchObject([{ state: 'error' }]);
  });

  it('is refused for what can never run, at the field', async () => {
    const monitor = logMonitor(index, destinationId);
    monitor.triggers[0].query_level_trigger.condition.script.source = 'ctx.results[0] >';
    const { status, body } = await host.api<Wrong>('POST', DRY_RUN, { monitor });
    expect(status).toBe(400);
    expect(body.attributes?.problems?.[0].field).toBe(
      'triggers.0.query_level_trigger.condition.script.source'
    );
  });
});

describe('of every type', () => {
  it.each(READY_MADE)('the ready-made monitor %s runs on a real cluster', async (which) => {
    const found = await dryRun(ready(which));
    expect(found.problem).toBeUndefined();
    expect(found.verdicts).toMatchObject([{ kind: 'judged' }]);
    const saved = await app.tryAddMonitor(ready(which));
    expect(saved.status).toBe(200);
    await app.remove(saved.body.id);
  });

  it('buckets, those that triggered first', async () => {
    const quiet = { ...logLine('fine', 'INFO'), kubernetes: { container_name: 'quiet' } };
    const loud = { ...logLine('bad'), kubernetes: { container_name: 'loud' } };
    await cluster.index(index, [
      ...Array.from({ length: 30 }, () => quiet),
      ...Array.from({ length: 30 }, () => loud),
    ]);
    const monitor = ready('error_rate');
    const found = await dryRun(monitor, justAfter());
    const [verdict] = found.verdicts;
    expect(verdict).toMatchObject({ counts: { triggered: 1 } });
    const { alerts, messages } = previewRun(monitor, found);
    expect(alerts).toMatchObject([{ group: [{ value: 'loud' }] }]);
    expect(messages[0].message).toContain('loud');
  });

  it('documents that are there already', async () => {
    const found = await dryRun({
      ...{ name: 'docs', enabled: true, monitor_type: 'doc_level_monitor' },
      schedule: { period: { interval: 1, unit: 'MINUTES' } },
      inputs: [
        {
          doc_level_input: {
            indices: [index],
            queries: [{ id: 'q', name: 'errors', query: 'level:ERROR' }],
          },
        },
      ],
      triggers: [
        {
          document_level_trigger: {
            ...{ id: 't', name: 't', severity: '1', actions: [] },
            condition: { script: { source: 'query[name=errors]' } },
          },
        },
      ],
    });
    expect(found.problem).toBeUndefined();
    expect(found.verdicts[0]).toMatchObject({ kind: 'judged' });
    const [verdict] = found.verdicts;
    expect(verdict.kind === 'judged' && verdict.counts.triggered).toBeGreaterThan(0);
  });
});
