import { setTimeout as sleep } from 'node:timers/promises';
import { WatchkeeperError } from '../../common/errors';
import { docLevelMonitorSchema } from '../../common/monitors/monitor';
import { refusal } from '../../server/cluster/errors';
import type { Cluster, ClusterOptions, ClusterRequest } from '../../server/cluster/types';
import { prepareDocLevel } from '../../server/monitors/kinds/doc_level';
import type { Inquiry } from '../../server/monitors/kinds/prepared';
import { testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';
import { Writers, expectedFindings, namesOf } from './doc_level_data';
import type { NewFinding } from './doc_level_data';

const QUERIES = [
  { id: 'q-err', name: 'is_error', query: 'level:"ERROR"', tags: ['bad'] },
  { id: 'q-slow', name: 'is_slow', query: 'latency:>70', tags: ['perf', 'bad'] },
  { id: 'q-pay', name: 'of_payment', query: 'payment', fields: ['service'] },
];

/** The real cluster behind the plugin's own port. */
const portTo = ({ url }: TestCluster): Cluster => {
  const send = async (
    { method, path, query = {}, body }: ClusterRequest,
    { ignore = [] }: ClusterOptions = {}
  ) => {
    const params = new URLSearchParams(
      Object.entries(query).map(([name, value]) => [name, String(value)])
    );
    const answer = await fetch(`${url}${path}?${params}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (answer.status >= 400 && !ignore.includes(answer.status)) {
      throw refusal(answer.status, JSON.parse(text));
    }
    return { status: answer.status, body: text };
  };
  return {
    request: async <T>(request: ClusterRequest, options?: ClusterOptions) => {
      const { status, body } = await send(request, options);
      return { status, body: JSON.parse(body) as T };
    },
    text: send,
  };
};

let cluster: TestCluster;
let pattern: string;

beforeAll(async () => {
  cluster = await testCluster();
});

afterAll(() => cluster?.clean());

beforeEach(() => {
  pattern = cluster.uniqueName('docs');
});

const must = async (method: string, path: string, body?: unknown) => {
  const answer = await cluster.request(method, path, body);
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
};

const createIndex = (name: string, settings = {}) =>
  must('PUT', `/${name}`, {
    settings: { number_of_shards: 2, number_of_replicas: 0, ...settings },
    mappings: {
      properties: {
        level: { type: 'keyword' },
        service: { type: 'keyword' },
        latency: { type: 'long' },
      },
    },
  });

/** A monitor that runs as often as it can, and keeps what it has found. */
class Running {
  readonly found: NewFinding[] = [];
  runs = 0;
  memory: unknown;
  private readonly prepared;
  private readonly port = portTo(cluster);

  constructor(indices: string[], queries: object[] = QUERIES, most?: number) {
    const monitor = docLevelMonitorSchema.parse({
      ...{ name: 'New', monitor_type: 'doc_level_monitor', enabled: true, triggers: [] },
      schedule: { period: { interval: 1, unit: 'MINUTES' } },
      inputs: [{ doc_level_input: { indices, queries } }],
    });
    this.prepared = prepareDocLevel(monitor, { id: 'm', timeoutSeconds: 30 }, most);
  }

  async run(rehearsal?: true): Promise<NewFinding[]> {
    // As the state keeps it.
    const memory: unknown = this.memory && JSON.parse(JSON.stringify(this.memory));
    const inquiry = { cluster: this.port, memory, timeoutMs: 30_000, rehearsal };
    const { finding } = await this.prepared.judge(inquiry as unknown as Inquiry);
    if (finding.kind === 'problem') throw new Error(finding.problem.message);
    if (!rehearsal) this.memory = finding.memory;
    this.runs++;
    this.found.push(...(finding.findings ?? []));
    return finding.findings ?? [];
  }

  async runWhile(work: Promise<void>): Promise<void> {
    let done = false;
    const worked = work.finally(() => (done = true));
    while (!done) {
      await this.run();
      await sleep(20);
    }
    await worked;
  }
}

describe('documents that several writers write at once', () => {
  it.each([
    ['all at a time', undefined],
    ['few at a time', 15],
  ])(
    'are found once each version, by the queries that match: %s',
    async (_how, most) => {
      const [first, second, third] = ['a', 'b', 'c'].map((name) => `${pattern}-${name}`);
      await createIndex(first, { refresh_interval: '50ms' });
      await createIndex(second, { refresh_interval: '400ms' });
      // What is older than the monitor is not found.
      await cluster.index(first, [{ level: 'ERROR', latency: 99, service: 'old' }]);
      const monitor = new Running([`${pattern}-*`], QUERIES, most);
      await monitor.run();

      const writers = new Writers(cluster);
      const amount = { writers: 8, rounds: 40 };
      await monitor.runWhile(writers.write([first, second], amount));
      await createIndex(third, { refresh_interval: '50ms' });
      await monitor.runWhile(writers.write([first, second, third], amount));
      await must('POST', `/${pattern}-*/_refresh`);
      let last = await monitor.run();
      while (last.length > 0) last = await monitor.run();
      for (let i = 0; i < 5; i++) expect(await monitor.run()).toEqual([]);

      const expected = expectedFindings(writers, QUERIES);
      const found = monitor.found.map(namesOf);
      const [names, possible] = [new Set(found), new Set(expected.possibly)];
      expect(expected.surely.filter((name) => !names.has(name))).toEqual([]);
      expect(found.filter((name) => !possible.has(name))).toEqual([]);
      expect(names.size).toBe(found.length);
      expect(expected.surely.length).toBeGreaterThan(500);
      expect(monitor.runs).toBeGreaterThan(15);
    },
    600_000
  );

  it('agree with what a plain search for each query finds', async () => {
    const index = `${pattern}-a`;
    await createIndex(index);
    const monitor = new Running([index]);
    await monitor.run();
    const writers = new Writers(cluster);
    await writers.write([index], { writers: 4, rounds: 15 });
    await must('POST', `/${index}/_refresh`);
    await monitor.run();
    for (const { id, query, ...rest } of QUERIES) {
      const fields = 'fields' in rest ? { fields: rest.fields } : {};
      const { body } = await cluster.request<{ hits: { hits: Array<{ _id: string }> } }>(
        'POST',
        `/${index}/_search`,
        { size: 10_000, query: { query_string: { query, ...fields } } }
      );
      const there = body.hits.hits.map(({ _id }) => _id).sort();
      const found = monitor.found
        .filter(({ queries }) => queries.some((each) => each.id === id))
        .map(({ related_doc_ids: [document] }) => document);
      expect(there.length).toBeGreaterThan(5);
      expect(found.sort()).toEqual(there);
    }
  });
});

describe('what a document-level monitor reads', () => {
  const line = (level: string) => ({ level, service: 's', latency: 1 });

  it('stands behind an alias, too', async () => {
    await createIndex(`${pattern}-a`);
    const add = { index: `${pattern}-a`, alias: `${pattern}-alias` };
    await must('POST', '/_aliases', { actions: [{ add }] });
    const monitor = new Running([`${pattern}-alias`]);
    await monitor.run();
    await cluster.index(`${pattern}-a`, [line('ERROR')]);
    expect(await monitor.run()).toMatchObject([{ index: `${pattern}-a` }]);
  });

  it('is read from its beginning where the index was made again under its name', async () => {
    const index = `${pattern}-a`;
    await createIndex(index);
    const monitor = new Running([`${pattern}-*`]);
    await monitor.run();
    await cluster.index(index, [line('ERROR'), line('ERROR'), line('ERROR')]);
    expect(await monitor.run()).toHaveLength(3);
    await must('DELETE', `/${index}`);
    expect(await monitor.run()).toEqual([]);
    await createIndex(index);
    await cluster.index(index, [line('ERROR')]);
    expect(await monitor.run()).toHaveLength(1);
  });

  it('is not new in an index that was shrunk from another', async () => {
    const index = `${pattern}-a`;
    await createIndex(index);
    const monitor = new Running([`${pattern}-*`]);
    await monitor.run();
    await cluster.index(index, [line('ERROR'), line('ERROR')]);
    expect(await monitor.run()).toHaveLength(2);
    await must('PUT', `/${index}/_settings`, { 'index.blocks.write': true });
    await must('POST', `/${index}/_shrink/${pattern}-small`, {
      settings: { 'index.number_of_replicas': 0 },
    });
    await must('GET', `/_cluster/health/${pattern}-small?wait_for_status=green`);
    expect(await monitor.run()).toEqual([]);
  });

  it('is told from what no query is to blame for: the query that is refused has its name', async () => {
    await createIndex(`${pattern}-a`);
    const bad = [...QUERIES, { id: 'q-bad', name: 'broken', query: 'level:[' }];
    const monitor = new Running([`${pattern}-a`], bad);
    await monitor.run();
    await cluster.index(`${pattern}-a`, [line('ERROR')]);
    await expect(monitor.run()).rejects.toThrow(/^The query broken cannot be asked: .*level:\[/s);
    const missing = new Running([`${pattern}-missing`]);
    await expect(missing.run()).rejects.toThrow(WatchkeeperError);
  });

  it('is what there is already, where the monitor is only tried', async () => {
    await createIndex(`${pattern}-a`);
    await cluster.index(`${pattern}-a`, [line('INFO'), line('ERROR'), line('ERROR')]);
    expect(await new Running([`${pattern}-a`]).run(true)).toHaveLength(2);
    expect(await new Running([`${pattern}-nothing*`]).run(true)).toEqual([]);
  });
});
