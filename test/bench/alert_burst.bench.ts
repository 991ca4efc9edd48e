import { waitFor } from '../support/wait_for';
import { product } from '../support/product';
import { startRig } from './bench_rig';
import type { BenchRig } from './bench_rig';
import { measure } from './cpu';
import { benchMonitor, saveMonitors } from './monitors';

const ALERTS = Number(process.env.BENCH_ALERTS ?? 1000);

describe(`${ALERTS} alerts that fire at once, each with a message to a local webhook`, () => {
  let rig: BenchRig;

  beforeAll(async () => {
    rig = await startRig();
  }, 300_000);

  afterAll(() => rig?.stop());

  it('are so many a second', async () => {
    const app = product(rig.host);
    const { id } = await app.addWebhook(`${rig.receiver.url}/hook`);
    const action = {
      id: 'a',
      name: 'Tell',
      destination_id: id,
      message_template: { source: '{{ctx.monitor.name}}: {{ctx.results.0.hits.total.value}}' },
    };
    const monitors = Array.from({ length: ALERTS }, (_, i) => {
      const monitor = benchMonitor(i, { schedule: { period: { interval: 1, unit: 'HOURS' } } });
      const [{ query_level_trigger: trigger }] = monitor.triggers;
      trigger.condition.script.source = 'true';
      trigger.actions = [
        {
          ...action,
          throttle_enabled: false,
          message_template: { ...action.message_template, lang: 'mustache' },
        },
      ];
      return monitor;
    });
    const keys = () =>
      new Set(rig.receiver.requests.map(({ headers }) => headers['x-watchkeeper-message-id']));
    await saveMonitors(rig, monitors, 'burst');
    await waitFor('the first message', () => rig.receiver.requests.length > 0, { every: 5 });
    const pids = { host: rig.host.pid, cluster: rig.cluster.pid };
    const usage = await measure(pids, async () => {
      await waitFor('all messages', () => keys().size >= ALERTS, { every: 20, timeout: 300_000 });
    });
    const rate = Math.round(ALERTS / usage.seconds);
    process.stdout.write(
      `${ALERTS} alerts | ${rate} a second from the first message to the last | ` +
        `host ${(usage.host / ALERTS).toFixed(2)} ms CPU each, cluster ${(usage.cluster / ALERTS).toFixed(2)} ms\n`
    );
    expect(rig.receiver.requests).toHaveLength(ALERTS);
  }, 900_000);
});
