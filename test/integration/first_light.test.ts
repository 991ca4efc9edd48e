import type { TestCluster } from '../support/cluster';
import { createLogIndex, logLine, logMonitor } from '../support/product';
import type { Product } from '../support/product';
import type { Receiver } from '../support/receiver';
import { startScene } from '../support/scene';
import type { Scene } from '../support/scene';
import { waitFor } from '../support/wait_for';

let scene: Scene;
let cluster: TestCluster;
let app: Product;
let receiver: Receiver;
let index: string;

beforeAll(async () => {
  scene = await startScene();
  ({ cluster, app, receiver } = scene);
});

afterAll(() => scene?.end());

beforeEach(async () => {
  index = cluster.uniqueName('k8s-logs');
  await createLogIndex(cluster, index);
  receiver.requests.length = 0;
});

const addMonitor = async (change = {}) => {
  const destination = await app.addWebhook(`${receiver.url}/hook`);
  return app.addMonitor(logMonitor(index, destination.id, change));
};

const firedRun = (id: string) =>
  waitFor('a run that fired', async () =>
    (await app.runs(id)).find(({ outcome }) => outcome === 'triggered')
  );

describe('a log line becomes a message', () => {
  it('sends the line, says so on the run, and opens an alert with its story', async () => {
    const { id } = await addMonitor();
    await cluster.index(index, [logLine('payment refused')]);

    const [request] = await receiver.received(1);
    expect(request.body).toContain('checkout Error!!');
    expect(request.body).toContain('ERROR payment refused');
    expect(request.headers['x-watchkeeper-message-id']).toMatch(/^.+\.\d+\.m0$/);

    const run = await firedRun(id);
    expect(run).toMatchObject({
      hits: 1,
      triggers: [{ triggered: true, value: 'true', actions: [{ outcome: 'queued' }] }],
    });
    await waitFor('the delivery on the run', async () =>
      (await app.runs(id)).some(({ messages }) => messages[0]?.status === 'sent')
    );

    const [alert] = await waitFor('the alert', async () => {
      const found = await app.alerts(`state=all&monitor_id=${id}`);
      return found.length > 0 && found;
    });
    expect(alert).toMatchObject({ severity: '1', monitor_name: 'Errors in containers' });
    const record = await app.alert(alert.id);
    expect(record.events[0]).toMatchObject({ from: null, to: 'active' });
    expect(record.messages[0]).toMatchObject({ status: 'sent', action_name: 'Tell' });
  });

  it('completes the alert when the errors stop, and counts each line once', async () => {
    const { id } = await addMonitor();
    await cluster.index(index, [logLine('one'), logLine('two')]);
    await firedRun(id);
    await waitFor(
      'the alert to complete',
      async () => (await app.alerts(`state=completed&monitor_id=${id}`)).length === 1
    );
    const runs = await app.runs(id);
    expect(runs.reduce((sum, { hits = 0 }) => sum + hits, 0)).toBe(2);
    const windows = runs.map(({ window }) => window).reverse();
    windows.slice(1).forEach(({ start }, i) => expect(start).toBe(windows[i].end));
  });

  it('holds back what an acknowledged alert would send, and says why', async () => {
    const always = logMonitor(index, (await app.addWebhook(`${receiver.url}/ack`)).id);
    always.triggers[0].query_level_trigger.condition.script.source = 'true';
    const { id } = await app.addMonitor(always);
    const [alert] = await waitFor('the alert', async () => {
      const found = await app.alerts(`state=active&monitor_id=${id}`);
      return found.length > 0 && found;
    });
    expect(await app.acknowledge(alert)).toEqual({ acknowledged: [alert.id], failed: [] });
    expect(await app.alerts(`state=acknowledged&monitor_id=${id}`)).toHaveLength(1);
    await waitFor('a run that held back', async () =>
      (await app.runs(id)).some(
        ({ triggers }) => triggers?.[0].actions?.[0].outcome === 'held_back'
      )
    );
  });

  it('ends the open alerts of a monitor that is deleted, and marks its state for runs under way', async () => {
    const always = logMonitor(index, undefined);
    always.triggers[0].query_level_trigger.condition.script.source = 'true';
    const { id } = await app.addMonitor(always);
    await waitFor(
      'the alert',
      async () => (await app.alerts(`state=active&monitor_id=${id}`)).length === 1
    );
    await app.remove(id);
    expect(await app.alerts(`state=deleted&monitor_id=${id}`)).toMatchObject([
      { state: 'deleted' },
    ]);
    const state = `/.watchkeeper-states-v1/_doc/${id}`;
    expect((await cluster.request('GET', state)).body).toMatchObject({
      _source: { alerts: [], pending: expect.anything(), ended: expect.any(Number) },
    });
    await new Promise((resolve) => setTimeout(resolve, 3000));
    // No run that was under way has opened another.
    expect(await app.alerts(`state=all&monitor_id=${id}`)).toHaveLength(1);
  });

  it('does not run while disabled, and does not catch that time up', async () => {
    const { id } = await addMonitor();
    await waitFor('a first run', async () => (await app.runs(id)).length > 0);
    const disabled = await app.verb(id, 'disable');
    expect(disabled.next_run).toBeNull();
    await cluster.index(index, [logLine('while nobody looks')]);
    // Longer than the window that a fresh start looks back over.
    await new Promise((resolve) => setTimeout(resolve, 6000));
    await app.verb(id, 'enable');
    await waitFor('a run after enabling', async () => {
      const { monitor } = await app.monitor(id);
      const [latest] = await app.runs(id);
      return latest.scheduled_at >= (monitor.enabled_time ?? Infinity);
    });
    expect(receiver.requests).toEqual([]);
  });

  it('evaluates on the cluster what the interpreter does not know', async () => {
    const monitor = logMonitor(index, undefined);
    monitor.triggers[0].query_level_trigger.condition.script.source =
      'def n = 0; for (hit in ctx.results[0].hits.hits) { n += 1 } return n == 0;';
    const { id } = await app.addMonitor(monitor);
    const run = await firedRun(id);
    expect(run.triggers?.[0]).toMatchObject({ value: 'true', triggered: true });
  });

  it('does not run what was written past everything until somebody who may adopts it', async () => {
    const { monitor } = await addMonitor();
    const id = 'written-past';
    const written = await cluster.request(
      'PUT',
      `/.watchkeeper-saved-objects/_doc/watchkeeper-monitor:${id}?refresh=true`,
      {
        type: 'watchkeeper-monitor',
        'watchkeeper-monitor': { ...monitor, name: undefined, title: 'Past', triggers: [] },
        references: [],
        updated_at: new Date().toISOString(),
      }
    );
    expect(written.status).toBe(201);
    expect(await app.monitor(id)).toMatchObject({
      authorisation: 'needs_adoption',
      next_run: null,
    });
    await new Promise((resolve) => setTimeout(resolve, 5000));
    expect(await app.runs(id)).toEqual([]);
    await app.verb(id, 'adopt');
    await waitFor('a run', async () => (await app.runs(id)).length > 0);
  });
});
