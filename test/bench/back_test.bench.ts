import { BACK_TEST_PATH } from '../../common/monitors/back_test/api';
import type { BackTest } from '../../common/monitors/back_test/back_test';
import { waitFor } from '../support/wait_for';
import { startRig } from './bench_rig';
import type { BenchRig } from './bench_rig';
import { measure } from './cpu';

const DOCUMENTS = Number(process.env.BENCH_DOCUMENTS ?? 1_000_000);
const DAYS = 30;
const DAY = 86_400_000;
const PAGE = 10_000;
const INDEX = 'bench-history';
const ROUNDS = 4;

const monitorOf = (threshold: number, action: object[]) => ({
  ...{ name: 'History', enabled: true, monitor_type: 'query_level_monitor' },
  schedule: { period: { interval: 1, unit: 'MINUTES' } },
  inputs: [
    {
      search: {
        indices: [INDEX],
        query: JSON.stringify({
          size: 0,
          query: {
            bool: {
              filter: [
                {
                  range: {
                    '@timestamp': {
                      ...{ gte: '{{period_end}}||-1h', lte: '{{period_end}}' },
                      format: 'epoch_millis',
                    },
                  },
                },
                { term: { level: 'ERROR' } },
              ],
            },
          },
        }),
      },
    },
  ],
  triggers: [
    {
      query_level_trigger: {
        ...{ id: 't', name: 'too many', severity: '2', actions: action },
        condition: { script: { source: `ctx.results[0].hits.total.value > ${threshold}` } },
      },
    },
  ],
});

const tell = {
  ...{ id: 'a', name: 'Tell', destination_id: 'd', throttle_enabled: false },
  subject_template: { source: '{{ctx.monitor.name}}: {{ctx.trigger.name}}' },
  message_template: {
    source:
      '{{ctx.results.0.hits.total.value}} errors from {{ctx.periodStart}} to {{ctx.periodEnd}}',
  },
};

describe(`a back-test of ${DAYS} days at one minute over ${DOCUMENTS} documents`, () => {
  let rig: BenchRig;
  const to = Date.now() - 60_000;
  const from = to - DAYS * DAY;

  beforeAll(async () => {
    rig = await startRig();
    await rig.request('PUT', `/${INDEX}`, {
      settings: { number_of_shards: 1, number_of_replicas: 0, refresh_interval: -1 },
      mappings: { properties: { '@timestamp': { type: 'date' }, level: { type: 'keyword' } } },
    });
    const step = (DAYS * DAY) / DOCUMENTS;
    for (let i = 0; i < DOCUMENTS; i += PAGE) {
      const lines = Array.from({ length: PAGE }, (_, j) => {
        // To the second, as most logs are: some lie at the very end of a window.
        const at = Math.round((from + (i + j) * step) / 1000) * 1000;
        // A tenth are errors, in waves of some hours.
        const level = (i + j) % 10 === 0 && Math.sin((i + j) / 3000) > 0 ? 'ERROR' : 'INFO';
        return `{"index":{"_index":"${INDEX}"}}\n{"@timestamp":${at},"level":"${level}"}`;
      });
      await rig.bulk(lines);
    }
    await rig.request('POST', `/${INDEX}/_refresh`);
  }, 900_000);

  afterAll(() => rig?.stop());

  const run = async (monitor: object): Promise<BackTest> => {
    const question = { monitor, from, to };
    const { status, body } = await rig.host.api<BackTest>('POST', BACK_TEST_PATH, question);
    if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
    if (body.status === 'done') return body;
    const ended = await waitFor(
      'the back-test to end',
      async () => {
        const { body: now } = await rig.host.api<BackTest>('GET', `${BACK_TEST_PATH}/${body.id}`);
        return now.status !== 'running' && now;
      },
      { every: 50, timeout: 300_000 }
    );
    if (ended.status !== 'done') throw new Error(ended.error ?? ended.status);
    return ended;
  };

  it('takes so long', async () => {
    const lines: string[] = [];
    const pids = { host: rig.host.pid, cluster: rig.cluster.pid };
    for (const [what, actions] of [
      ['without messages', []],
      ['a message a true run', [tell]],
    ] as const) {
      for (let round = 0; round < ROUNDS; round++) {
        let done: BackTest | undefined;
        // Another threshold each time; the searches stay the same, so their cache is emptied.
        await rig.request('POST', `/${INDEX}/_cache/clear`);
        const usage = await measure(pids, async () => {
          done = await run(monitorOf(100 + round, [...actions]));
        });
        const { method, windows, took, alert_count: alerts, triggers } = done?.result ?? {};
        expect(method?.kind).toBe('histogram');
        lines.push(
          `${what} | ${usage.seconds.toFixed(2)} s | host ${usage.host} ms CPU, cluster ${usage.cluster} ms CPU, of which the searches took ${took} ms | ` +
            `${method?.searches} searches, ${windows?.judged} windows, ${alerts} alerts, ${triggers?.[0].messages.sent} messages`
        );
      }
    }
    process.stdout.write(`${lines.join('\n')}\n`);
  }, 900_000);
});
