import type { SchedulerOverview } from '../../common/overview/scheduler';
import type { MonitorInput } from '../../common/monitors/monitor';
import type { RunRow } from '../../common/monitors/run';
import { partitionOf } from '../../common/hash';
import { testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';
import { startTestHost } from '../support/host';
import type { TestHost } from '../support/host';
import { lineTeller, tellings } from '../support/line_tellers';
import { createLogIndex, logLine, product } from '../support/product';
import type { Product } from '../support/product';
import { addRawMonitors } from '../support/raw_monitors';
import { startReceiver } from '../support/receiver';
import type { Receiver } from '../support/receiver';
import { waitFor } from '../support/wait_for';

const STATES = '.watchkeeper-states-v1';

let cluster: TestCluster;
let host: TestHost;
let app: Product;
let receiver: Receiver;
let index: string;
let destination: string;

beforeAll(async () => {
  cluster = await testCluster();
  receiver = await startReceiver();
  host = await startTestHost({
    clusterUrl: cluster.url,
    config: {
      'opensearch_watchkeeper.outbound.allow': [`127.0.0.1:${receiver.port}`],
      'opensearch_watchkeeper.outbound.timeout_seconds': 1,
      'opensearch_watchkeeper.scheduler.lease_ttl_seconds': 4,
      'opensearch_watchkeeper.scheduler.search_timeout_seconds': 2,
    },
  });
  app = product(host);
  await app.ready();
  destination = (await app.addWebhook(`${receiver.url}/hook`)).id;
});

afterAll(async () => {
  await host?.stop();
  await receiver?.close();
  await cluster?.clean();
});

const added: string[] = [];

beforeEach(async () => {
  index = cluster.uniqueName('k8s-logs');
  await createLogIndex(cluster, index);
  receiver.requests.length = 0;
});

afterEach(async () => {
  for (const id of added.splice(0)) await app.remove(id);
});

const add = async (monitor: MonitorInput): Promise<string> => {
  const { id } = await app.addMonitor(monitor);
  added.push(id);
  return id;
};

const must = async (method: string, path: string, body?: unknown): Promise<void> => {
  const answer = await cluster.request(method, path, body);
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
};

const firstRun = (id: string) =>
  waitFor('a first run', async () => (await app.runs(id)).length > 0);

const runWith = (id: string, what: string, matches: (run: RunRow) => boolean) =>
  waitFor(what, async () => (await app.runs(id)).find(matches));

const troubles = async (): Promise<string> => {
  const { problems, scheduler } = await app.status();
  return [...problems, scheduler.problem ?? ''].join('\n');
};

const toldOnce = async (...lines: string[]): Promise<void> => {
  await waitFor('every line to be told', () => {
    const told = tellings(receiver.requests);
    return lines.every((line) => told.has(line));
  });
  expect(Object.fromEntries(tellings(receiver.requests))).toEqual(
    Object.fromEntries(lines.map((line) => [line, 1]))
  );
};

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('a disk that is full', () => {
  const block = async (patterns: string, blocked: boolean) =>
    must('PUT', `/${patterns}/_settings?expand_wildcards=all`, { 'index.blocks.write': blocked });

  it.each([
    [
      'of what is committed and projected',
      '.watchkeeper-states-*,.watchkeeper-ticks-*,.watchkeeper-alerts-*,.watchkeeper-events-*,.watchkeeper-outbox-*',
      /cannot be written down/,
    ],
    [
      'of what is projected',
      '.watchkeeper-alerts-*,.watchkeeper-outbox-*',
      /cannot be written down/,
    ],
    ['of the run log', '.watchkeeper-ticks-*', /Runs cannot be written down/],
    ['of everything', '.watchkeeper-*', /cannot renew its leases|cannot be written down/],
  ])('%s is said loudly; nothing is lost, nothing is told twice', async (_what, patterns, said) => {
    const id = await add(lineTeller([index], destination));
    await firstRun(id);
    await cluster.index(index, [logLine('before')]);
    await toldOnce('before');
    await block(patterns, true);
    try {
      await cluster.index(index, [logLine('meanwhile')]);
      await waitFor('a word of it', async () => said.test(await troubles()));
      await pause(6000);
    } finally {
      await block(patterns, false);
    }
    await cluster.index(index, [logLine('after')]);
    await toldOnce('before', 'meanwhile', 'after');
    await waitFor('the word to be taken back', async () => !said.test(await troubles()));
    const windows = (await app.runs(id)).map(({ window }) => window).reverse();
    windows.slice(1).forEach(({ start }, i) => expect(start).toBe(windows[i].end));
  });
});

describe('shards that are missing', () => {
  const shelve = (name: string, node: string | null) =>
    must('PUT', `/${name}/_settings`, { 'index.routing.allocation.require._name': node });

  it('under a wildcard: an error and never "false", and what was logged meanwhile is told after', async () => {
    const id = await add(lineTeller([`${index}*`], destination));
    await firstRun(id);
    const lost = `${index}-lost`;
    await must('PUT', `/${lost}?wait_for_active_shards=0`, {
      settings: {
        number_of_shards: 1,
        number_of_replicas: 0,
        'index.routing.allocation.require._name': 'nobody',
      },
      mappings: { properties: { '@timestamp': { type: 'date' } } },
    });
    const { window } = await runWith(id, 'an error', ({ outcome }) => outcome === 'error');
    await cluster.index(index, [logLine('in the shard that is there')]);
    await pause(6000);
    const during = (await app.runs(id)).filter((run) => run.window.start >= window.start);
    expect(new Set(during.map(({ outcome }) => outcome))).toEqual(new Set(['error']));
    expect(receiver.requests).toEqual([]);
    await shelve(lost, null);
    await toldOnce('in the shard that is there');
  });

  it('of the only index: the cluster is red, and the monitor says so', async () => {
    const id = await add(lineTeller([index], undefined));
    await firstRun(id);
    await must('POST', `/${index}/_close`);
    const run = await runWith(id, 'an error', ({ outcome }) => outcome === 'error');
    expect(run.problem?.message).toBeTruthy();
    await must('POST', `/${index}/_open`);
    await waitFor('a run that is well', async () => {
      const [latest] = await app.runs(id);
      return latest.outcome === 'not_triggered';
    });
  });
});

describe('a cluster that is too busy', () => {
  const limit = (value: string | null) =>
    must('PUT', '/_cluster/settings', { transient: { 'indices.breaker.request.limit': value } });

  it('is given time; what waits is run later, and nothing is lost', async () => {
    const counting = lineTeller([index], destination);
    counting.inputs[0].search.query = JSON.stringify({
      ...JSON.parse(String(counting.inputs[0].search.query)),
      aggs: { by: { terms: { field: 'kubernetes.container_name' } } },
    });
    const id = await add(counting);
    await firstRun(id);
    await limit('1b');
    try {
      await cluster.index(index, [logLine('while it was busy')]);
      await waitFor('a word of it', async () => /too busy/.test(await troubles()));
      expect((await app.runs(id)).filter(({ outcome }) => outcome === 'error')).toEqual([]);
    } finally {
      await limit(null);
    }
    await toldOnce('while it was busy');
  });
});

describe('one that is bad among a hundred', () => {
  /** A minute of work for each of so many documents; its author lets it take ten. */
  const endless = {
    size: 0,
    timeout: '10m',
    query: {
      script: {
        script: 'long n = 0; for (int i = 0; i < 900000; i++) { n += i % 7 } return n > 0',
      },
    },
  };

  it('refused or endless, spoils nothing for the others', async () => {
    const documents = Array.from({ length: 5000 }, (_, i) => logLine(`old ${i}`));
    await cluster.index(
      index,
      documents.map((line) => ({ ...line, '@timestamp': '2020-01-01T00:00:00Z' }))
    );
    const good = Array.from({ length: 98 }, (_, i) =>
      lineTeller([index], undefined, { name: `Good ${i}` })
    );
    const withQuery = (name: string, query: object): MonitorInput => ({
      ...lineTeller([index], undefined, { name }),
      inputs: [{ search: { indices: [index], query: JSON.stringify(query) } }],
    });
    const ids = await addRawMonitors(cluster, [
      ...good,
      withQuery('Refused', { query: { no_such_query: {} } }),
      withQuery('Endless', endless),
    ]);
    added.push(...ids);
    const [refused, slow] = ids.slice(98);
    const bad = await runWith(refused, 'the refusal', ({ outcome }) => outcome === 'error');
    expect(bad.problem?.message).toContain('no_such_query');
    await waitFor(
      'the endless one to be blamed',
      async () => (await app.runs(slow)).some(({ problem }) => problem?.code === 'timed_out'),
      { timeout: 120_000 }
    );
    const counts = async () =>
      Promise.all(ids.slice(0, 98).map(async (id) => (await app.runs(id)).length));
    const before = await counts();
    const endlessBefore = (await app.runs(slow)).length;
    await waitFor('two more rounds of every other', async () =>
      (await counts()).every((count, i) => count >= before[i] + 2)
    );
    // The others went on while the endless one ran again.
    expect((await app.runs(slow)).length).toBeLessThanOrEqual(endlessBefore + 1);
    for (const id of ids.slice(0, 98)) {
      expect((await app.runs(id)).filter(({ outcome }) => outcome === 'error')).toEqual([]);
    }
  });
});

describe('a thousand monitors that are due at once', () => {
  it('all run, and again in the next round', async () => {
    const monitors = Array.from({ length: 1000 }, (_, i) =>
      lineTeller(
        [index],
        undefined,
        { name: `One of many ${i}`, schedule: { period: { interval: 10, unit: 'SECONDS' } } },
        [{ term: { level: `level ${i}` } }]
      )
    );
    const ids = await addRawMonitors(cluster, monitors);
    const runs = async () => {
      await cluster.request('POST', '/.watchkeeper-ticks/_refresh');
      const { body } = await cluster.request<{
        hits: { hits: Array<{ _source: { rows: RunRow[] } }> };
      }>('POST', '/.watchkeeper-ticks/_search', {
        size: 10_000,
        query: { terms: { monitors: ids } },
        sort: [{ tick: 'asc' }],
      });
      const rows = body.hits.hits.flatMap(({ _source }) => _source.rows);
      return ids.map((id) => rows.filter((row) => row.monitor_id === id));
    };
    const all = await waitFor(
      'two runs of each',
      async () => {
        const found = await runs();
        return found.every(({ length }) => length >= 2) && found;
      },
      { every: 2000, timeout: 90_000 }
    );
    const flawed = all.filter(
      (rows) =>
        rows.some(({ outcome }) => outcome !== 'not_triggered') ||
        rows.slice(1).some(({ window }, i) => window.start !== rows[i].window.end)
    );
    expect(flawed).toEqual([]);
    const { body } = await host.api<SchedulerOverview>('GET', '/api/watchkeeper/scheduler');
    expect(body.instances[0].report?.monitors).toBeGreaterThanOrEqual(1000);
    const lines = ids.map(
      (id) =>
        `{"delete":{"_index":".watchkeeper-saved-objects","_id":"watchkeeper-monitor:${id}"}}\n`
    );
    await must('POST', '/_bulk?refresh=true', lines.join(''));
  });
});

describe('documents of our own that are poisoned', () => {
  const always = (change = {}): MonitorInput => {
    const monitor = lineTeller([index], undefined, change);
    monitor.triggers[0].query_level_trigger.condition.script.source = 'true';
    return monitor;
  };

  const laterRun = async (id: string) => {
    const [latest] = await app.runs(id);
    return runWith(id, 'a later run', (run) => run.window.end > latest.window.end);
  };

  it('a state: its monitor says so and waits, the others run, and it goes on when that is gone', async () => {
    const [bad, good] = [await add(always()), await add(lineTeller([index], undefined))];
    await firstRun(bad);
    await firstRun(good);
    await must('PUT', `/${STATES}/_doc/${bad}?refresh=true`, {
      ...{ monitor_id: bad, partition: partitionOf(bad), rev: 'seven', alerts: 'none' },
    });
    await cluster.index(index, [logLine('to make it commit')]);
    await waitFor('a word of it', async () => (await troubles()).includes(bad));
    await laterRun(good);

    // A new process finds it already there.
    await host.kill('SIGKILL');
    host = await startTestHost({
      clusterUrl: cluster.url,
      dataDir: host.dataDir,
      config: {
        'opensearch_watchkeeper.outbound.allow': [`127.0.0.1:${receiver.port}`],
        'opensearch_watchkeeper.scheduler.lease_ttl_seconds': 4,
        'opensearch_watchkeeper.scheduler.search_timeout_seconds': 2,
      },
    });
    app = product(host);
    await app.ready();
    await waitFor('a word of it again', async () => (await troubles()).includes(bad));
    await laterRun(good);

    await must('DELETE', `/${STATES}/_doc/${bad}`);
    await laterRun(bad);
  });

  it('an alert that the mapping refuses: it is told as lost, and every monitor goes on', async () => {
    const monitor = always();
    monitor.triggers[0].query_level_trigger.id = 'x'.repeat(40_000);
    const [bad] = await addRawMonitors(cluster, [monitor]);
    added.push(bad);
    const good = await add(lineTeller([index], undefined));
    await firstRun(good);
    await waitFor('a word of it', async () => (await troubles()).includes('it is lost'));
    await laterRun(good);
    await laterRun(bad);
  });

  it('a condition that throws: an error of its monitor alone', async () => {
    const monitor = lineTeller([index], undefined);
    monitor.triggers[0].query_level_trigger.condition.script.source =
      'ctx.results[3].hits.total.value > 0';
    const [bad, good] = [await add(monitor), await add(lineTeller([index], undefined))];
    const run = await runWith(bad, 'the error', ({ outcome }) => outcome === 'error');
    expect(run.triggers?.[0].problem?.message).toBeTruthy();
    const [first] = await waitFor('a run', async () => {
      const runs = await app.runs(good);
      return runs.length > 1 && runs;
    });
    expect(first.outcome).toBe('not_triggered');
  });
});
