import { waitFor } from '../support/wait_for';
import { product } from '../support/product';
import { startRig } from './bench_rig';
import type { BenchRig } from './bench_rig';
import { measure } from './cpu';
import { benchMonitor, saveMonitors } from './monitors';

const ALERTS = Number(process.env.BENCH_ALERTS ?? 1000);

/** A fresh JVM compiles for minutes: the first bursts show a cluster that has just started, the last one that runs. */
const BURSTS = Number(process.env.BENCH_BURSTS ?? 8);

const firing = (i: number, destinationId: string) => {
  const monitor = benchMonitor(i, { schedule: { period: { interval: 7, unit: 'DAYS' } } });
  const [{ query_level_trigger: trigger }] = monitor.triggers;
  trigger.condition.script.source = 'true';
  trigger.actions = [
    {
      id: 'a',
      name: 'Tell',
      destination_id: destinationId,
      throttle_enabled: false,
      message_template: {
        source: '{{ctx.monitor.name}}: {{ctx.results.0.hits.total.value}}',
        lang: 'mustache',
      },
    },
  ];
  return monitor;
};

describe(`${ALERTS} alerts that fire at once, each with a message to a local webhook`, () => {
  let rig: BenchRig;

  beforeAll(async () => {
    rig = await startRig();
  }, 300_000);

  afterAll(() => rig?.stop());

  const burst = async (name: string, destinationId: string): Promise<string> => {
    const { requests } = rig.receiver;
    const before = requests.length;
    const received = () => requests.length - before;
    await saveMonitors(
      rig,
      Array.from({ length: ALERTS }, (_, i) => firing(i, destinationId)),
      name
    );
    await waitFor('the first message', () => received() > 0, { every: 5 });
    const pids = { host: rig.host.pid, cluster: rig.cluster.pid };
    const usage = await measure(pids, async () => {
      await waitFor('all messages', () => received() >= ALERTS, { every: 5, timeout: 300_000 });
    });
    const each = (milliseconds: number) => (milliseconds / ALERTS).toFixed(2);
    return (
      `${ALERTS} alerts | ${Math.round(ALERTS / usage.seconds)} a second from the first message to the last | ` +
      `host ${each(usage.host)} ms CPU each, cluster ${each(usage.cluster)} ms`
    );
  };

  it('are so many a second', async () => {
    const { id } = await product(rig.host).addWebhook(`${rig.receiver.url}/hook`);
    for (let i = 0; i < BURSTS; i++) {
      process.stdout.write(`Burst ${i + 1}: ${await burst(`burst-${i}`, id)}\n`);
    }
    const ids = rig.receiver.requests.map(({ headers }) => headers['x-watchkeeper-message-id']);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(ALERTS * BURSTS);
  }, 900_000);
});
