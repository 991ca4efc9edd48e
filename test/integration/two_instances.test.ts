import { setTimeout as sleep } from 'node:timers/promises';
import type { RunRow } from '../../common/monitors/run';
import type { MonitorInput } from '../../common/monitors/monitor';
import type { SchedulerOverview } from '../../common/overview/scheduler';
import { testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';
import { startTestHost } from '../support/host';
import type { TestHost } from '../support/host';
import { lineTeller, tellings } from '../support/line_tellers';
import { createLogIndex, logLine, product } from '../support/product';
import { startReceiver } from '../support/receiver';
import type { Receiver } from '../support/receiver';
import { waitFor } from '../support/wait_for';

const TTL = 3000;
const MONITORS = 40;
const ROUNDS = Number(process.env.TEST_TAKEOVER_ROUNDS ?? 50);
const SEED = Number(process.env.TEST_TAKEOVER_SEED ?? Date.now() % 1_000_000);
/** A line a monitor now and then; each must be told of exactly once. */
const LINE_EVERY = 400;
const MINUTES = 60_000;
/** For all rounds: five are enough on two cores that are free. */
const MOST_MINUTES = 9;
/** Of the monitors, milliseconds. */
const QUERY_DELAY = 2000;

/** Mulberry32: the same seed gives the same instants. */
const randomOf = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

const random = randomOf(SEED);
const between = (least: number, most: number) => least + random() * (most - least);

/** Tells every line of its container. */
const teller = (index: string, destinationId: string, i: number): MonitorInput =>
  lineTeller(
    [index],
    destinationId,
    {
      name: `Teller ${i}`,
      schedule: { period: { interval: 2 + (i % 2), unit: 'SECONDS' } },
      // However slow the machine is: nothing is left out.
      catch_up: { policy: 'replay', most: 1000 },
    },
    [{ term: { 'kubernetes.container_name': `c${i}` } }]
  );

let cluster: TestCluster;
let receiver: Receiver;
let index: string;
const hosts: TestHost[] = [];

const start = async (): Promise<TestHost> => {
  const host = await startTestHost({
    clusterUrl: cluster.url,
    config: {
      'opensearch_watchkeeper.outbound.allow': [`127.0.0.1:${receiver.port}`],
      'opensearch_watchkeeper.outbound.timeout_seconds': 1,
      'opensearch_watchkeeper.scheduler.lease_ttl_seconds': TTL / 1000,
      // The same for both: each must read the secrets that the other wrote.
      'opensearch_watchkeeper.encryption_key': 'k'.repeat(43) + '=',
    },
  });
  hosts.push(host);
  return host;
};

const overviewOf = async (host: TestHost) => {
  const answer = await host.api<SchedulerOverview>('GET', '/api/watchkeeper/scheduler');
  if (answer.status !== 200) throw new Error(`${answer.status}`);
  return answer.body;
};

/** Which live instances share the partitions, when all are shared out. */
const sharedBy = async (host: TestHost, count: number) => {
  const { instances, unowned } = await overviewOf(host);
  const live = instances.filter((each) => each.live && each.partitions.length > 0);
  return live.length === count && unowned.length === 0 && live;
};

const rowsOf = async (monitorId: string): Promise<RunRow[]> => {
  const rows: RunRow[] = [];
  let after: number | undefined;
  for (;;) {
    const { body } = await cluster.request<{
      hits: { hits: Array<{ _source: { rows: RunRow[] }; sort: number[] }> };
    }>('POST', '/.watchkeeper-ticks/_search', {
      size: 1000,
      query: { term: { monitors: monitorId } },
      sort: [{ tick: 'asc' }],
      ...(after === undefined ? {} : { search_after: [after] }),
    });
    const { hits } = body.hits;
    rows.push(...hits.flatMap(({ _source }) => _source.rows));
    if (hits.length < 1000) return rows.filter((row) => row.monitor_id === monitorId);
    [after] = hits[hits.length - 1].sort;
  }
};

/** A line, and when it said it was written and when a search could find it, epoch milliseconds. */
interface Line {
  text: string;
  monitor: number;
  at: number;
  searchable: number;
}

/** Lines written all the time, until it is stopped. */
const writeLines = () => {
  const written: Line[] = [];
  let stopped = false;
  const write = async () => {
    while (!stopped) {
      const text = `line ${written.length}`;
      const monitor = Math.floor(random() * MONITORS);
      const line = logLine(text);
      line.kubernetes.container_name = `c${monitor}`;
      await cluster.index(index, [line]);
      written.push({ text, monitor, at: Date.parse(line['@timestamp']), searchable: Date.now() });
      await sleep(LINE_EVERY);
    }
  };
  const underWay = write();
  return {
    stop: async () => {
      stopped = true;
      await underWay;
      return written;
    },
  };
};

/** What is stored about a line that was not told, for whoever has to find out. */
const story = async ({ text, monitor, at, searchable }: Line, id: string): Promise<string> => {
  const rows = (await rowsOf(id)).filter(({ window }) => window.start <= at && window.end > at);
  const { body } = await cluster.request<{
    hits: { hits: Array<{ _source: { message: string } }> };
  }>('POST', '/.watchkeeper-outbox/_search', { size: 1000, query: { term: { monitor_id: id } } });
  const messages = body.hits.hits.filter(({ _source }) =>
    _source.message.includes(`ERROR ${text}>`)
  );
  return `${text} of monitor ${monitor}, at ${at}, searchable after ${searchable - at} ms: ${JSON.stringify({ rows, messages })}`;
};

beforeAll(async () => {
  cluster = await testCluster();
  receiver = await startReceiver();
  index = cluster.uniqueName('k8s-logs');
  await createLogIndex(cluster, index);
});

afterAll(async () => {
  await Promise.all(hosts.map((host) => host.kill('SIGKILL')));
  await receiver?.close();
  await cluster?.clean();
});

describe('two instances on one cluster', () => {
  const ids: string[] = [];
  let takeOvers: number[];

  const addMonitors = async (host: TestHost) => {
    const app = product(host);
    await app.ready();
    const { id: destination } = await app.addWebhook(`${receiver.url}/hook`);
    for (let i = 0; i < MONITORS; i++) {
      ids.push((await app.addMonitor(teller(index, destination, i))).id);
    }
  };

  const idOf = async (host: TestHost) =>
    (await overviewOf(host)).instances.find((each) => each.this_one)?.id;

  /** Until others have everything that the dead one had, milliseconds. */
  const takenOver = async (by: TestHost, dead: string | undefined): Promise<number> => {
    const since = Date.now();
    await waitFor('the take-over', async () => {
      const { instances, unowned } = await overviewOf(by);
      const left = instances.find(({ id }) => id === dead)?.partitions ?? [];
      return unowned.length === 0 && left.length === 0;
    });
    return Date.now() - since;
  };

  /** The one that is not hit takes part in the next round; the other is replaced or goes on. */
  const round = async (pair: TestHost[]): Promise<TestHost[]> => {
    await sleep(between(0, 2500));
    const [victim, survivor] = random() < 0.5 ? pair : [...pair].reverse();
    if (random() < 0.5) {
      const dead = await idOf(victim);
      await victim.kill('SIGKILL');
      hosts.splice(hosts.indexOf(victim), 1);
      const replacement = start();
      takeOvers.push(await takenOver(survivor, dead));
      return [survivor, await replacement];
    }
    process.kill(victim.pid, 'SIGSTOP');
    // Shorter than the lease, a little longer, and so long that everything was taken over.
    const pause = between(0.3 * TTL, 2.5 * TTL);
    try {
      await sleep(pause);
    } finally {
      process.kill(victim.pid, 'SIGCONT');
    }
    return [survivor, victim];
  };

  it(
    `misses no window, loses no message and sends none under two ids (seed ${SEED}, ${ROUNDS} rounds)`,
    async () => {
      takeOvers = [];
      let pair = [await start()];
      await addMonitors(pair[0]);
      pair.push(await start());
      const live = await waitFor('both to share', () => sharedBy(pair[0], 2));
      expect(Math.min(...live.map(({ partitions }) => partitions.length))).toBeGreaterThan(5);

      const lines = writeLines();
      let rounds = 0;
      const deadline = Date.now() + MOST_MINUTES * MINUTES;
      let written: Line[] = [];
      try {
        while (rounds < ROUNDS && Date.now() < deadline) {
          pair = await round(pair);
          rounds++;
        }
      } finally {
        written = await lines.stop();
      }
      await waitFor('both to share again', () => sharedBy(pair[0], 2));
      process.stderr.write(
        `${rounds} rounds, ${written.length} lines, take-overs within ${Math.max(...takeOvers)} ms\n`
      );

      // What a search could not find before the delay was over is nobody's to tell.
      const inTime = written.filter(({ at, searchable }) => searchable - at < QUERY_DELAY);
      expect(inTime.length).toBeGreaterThan(written.length / 2);
      const missing = () => {
        const told = tellings(receiver.requests);
        return inTime.filter(({ text }) => !told.has(text));
      };
      await waitFor('every line to be told', () => missing().length === 0, {
        timeout: MINUTES,
      }).catch(() => undefined);
      const stories = missing().map((line) => story(line, ids[line.monitor]));
      expect(await Promise.all(stories)).toEqual([]);
      const twice = [...tellings(receiver.requests)].filter(([, count]) => count > 1);
      expect(twice).toEqual([]);

      await cluster.request('POST', '/.watchkeeper-ticks/_refresh');
      for (const id of ids) {
        const rows = (await rowsOf(id)).sort((a, b) => a.window.end - b.window.end);
        expect(rows.filter(({ outcome }) => outcome === 'gap' || outcome === 'error')).toEqual([]);
        const holes = rows.slice(1).filter(({ window }, i) => window.start > rows[i].window.end);
        expect(holes).toEqual([]);
      }
      expect(rounds).toBe(ROUNDS);
    },
    (MOST_MINUTES + 4) * MINUTES
  );

  it('takes over within two lease periods', () => {
    // And the time to load, generously: the machine that runs this may be busy with other tests.
    expect(takeOvers.filter((took) => took > 2 * TTL + 20_000)).toEqual([]);
  });
});
