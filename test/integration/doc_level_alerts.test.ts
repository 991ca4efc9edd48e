import type { Finding } from '../../common/findings/finding';
import type { FindingRecord } from '../../common/findings/api';
import type { Page } from '../../common/page';
import { waitFor } from '../support/wait_for';
import { EngineRoom } from './engine_room';

const QUERIES = [
  { id: 'q-err', name: 'is_error', query: 'level:"ERROR"', tags: ['bad'] },
  { id: 'q-slow', name: 'is_slow', query: 'latency:>70', tags: ['perf', 'bad'] },
  { id: 'q-pay', name: 'of_payment', query: 'payment', fields: ['service'] },
];

let room: EngineRoom;
let pattern: string;

beforeAll(async () => {
  room = await EngineRoom.open();
});

afterAll(() => room?.close());

beforeEach(async () => {
  await room.begin();
  pattern = room.cluster.uniqueName('docs');
  room.receiver.requests.length = 0;
});

afterEach(() => room.end());

const createIndex = (name: string, settings = {}) =>
  room.must('PUT', `/${name}`, {
    settings: { number_of_shards: 2, number_of_replicas: 0, ...settings },
    mappings: {
      properties: {
        level: { type: 'keyword' },
        service: { type: 'keyword' },
        latency: { type: 'long' },
      },
    },
  });

const monitorOver = (indices: string[], change: object = {}, trigger: object = {}) => ({
  name: 'New documents',
  monitor_type: 'doc_level_monitor',
  enabled: true,
  schedule: { period: { interval: 1, unit: 'SECONDS' } },
  query_delay_seconds: 0,
  inputs: [{ doc_level_input: { description: '', indices, queries: QUERIES } }],
  triggers: [
    {
      document_level_trigger: {
        id: 't',
        name: 'Bad document',
        severity: '2',
        condition: { script: { source: 'query[tag=bad] && !query[name=of_payment]' } },
        actions: [],
        ...trigger,
      },
    },
  ],
  ...change,
});

const add = async (monitor: unknown): Promise<string> => {
  const { status, body } = await room.app.tryAddMonitor(monitor);
  expect([status, body.message]).toEqual([200, undefined]);
  room.note(body.id);
  await room.firstRun(body.id);
  return body.id;
};

/** All findings of a monitor, as they are stored. */
const storedFindings = async (id: string): Promise<Finding[]> => {
  await room.cluster.request('POST', '/.watchkeeper-findings/_refresh');
  const { body } = await room.cluster.request<{ hits: { hits: Array<{ _source: Finding }> } }>(
    'POST',
    '/.watchkeeper-findings/_search',
    { size: 10_000, query: { term: { monitor_id: id } } }
  );
  return body.hits.hits.map(({ _source }) => _source);
};

const findings = async (query: string): Promise<Page<FindingRecord>> => {
  const answer = await room.host.api<Page<FindingRecord>>(
    'GET',
    `/api/watchkeeper/findings?${query}`
  );
  expect(answer.status).toBe(200);
  return answer.body;
};

const action = (source: string) => ({
  actions: [
    {
      ...{ id: 'tell', name: 'Tell', destination_id: room.destination },
      message_template: { source },
    },
  ],
});

describe('a document-level monitor', () => {
  it('opens an alert for each document, sends the document, and ends it when it is acknowledged', async () => {
    const index = `${pattern}-a`;
    await createIndex(index);
    const message =
      '{{#ctx.alerts}}{{related_doc_ids.0}}: {{#associated_queries}}{{name}},{{tags.0}} {{/associated_queries}}' +
      '{{#sample_documents}}{{_source.service}} took {{_source.latency}}{{/sample_documents}}{{/ctx.alerts}}';
    const id = await add(monitorOver([index], {}, action(message)));
    const write = (document: string, source: object) =>
      room.must('PUT', `/${index}/_doc/${document}?refresh=true`, source);
    await write('x1', { level: 'ERROR', service: 'cart', latency: 5 });
    await write('x2', { level: 'ERROR', service: 'payment', latency: 99 });
    await write('x3', { level: 'INFO', service: 'cart', latency: 71.0 });

    const told = await room.receiver.received(2);
    expect(told.map(({ body }) => JSON.stringify(body)).join()).toContain(
      `x1|${index}: is_error,bad cart took 5`
    );
    expect(told.map(({ body }) => JSON.stringify(body)).join()).toContain(
      `x3|${index}: is_slow,perf cart took 71`
    );
    const open = await waitFor('two alerts', async () => {
      const alerts = await room.app.alerts(`monitor_id=${id}&state=open`);
      return alerts.length === 2 && alerts;
    });
    expect(open.map(({ related_doc_ids: ids }) => ids?.[0]).sort()).toEqual([
      `x1|${index}`,
      `x3|${index}`,
    ]);
    const [one] = open;
    await room.app.acknowledge(one);
    await room.laterRun(id);
    const left = await room.app.alerts(`monitor_id=${id}&state=open`);
    expect(left.filter(({ state }) => state === 'active').map((alert) => alert.id)).toEqual([
      open[1].id,
    ]);

    const { total, items } = await findings(`monitor_id=${id}&documents=true&sort=timestamp`);
    expect(total).toBe(3);
    const payment = items.find(({ related_doc_ids: [document] }) => document === 'x2');
    expect(payment?.queries.map(({ name }) => name)).toEqual(['is_error', 'is_slow', 'of_payment']);
    expect(payment?.documents).toEqual([
      { id: 'x2', kind: 'found', source: { level: 'ERROR', service: 'payment', latency: 99 } },
    ]);
    expect((await findings(`monitor_id=${id}&query=perf&per_page=1&page=2`)).items).toHaveLength(1);
    // An update is a new document: found again.
    await write('x1', { level: 'ERROR', service: 'cart', latency: 6 });
    await room.receiver.received(3);
  });

  it('names the query that the cluster refuses, at the door and in a run', async () => {
    const index = `${pattern}-a`;
    await createIndex(index);
    const bad = [...QUERIES, { id: 'q-bad', name: 'broken', query: 'level:[' }];
    const monitor = monitorOver([index]);
    const refused = await room.app.tryAddMonitor({
      ...monitor,
      inputs: [{ doc_level_input: { description: '', indices: [index], queries: bad } }],
    });
    expect([refused.status, refused.body.message]).toEqual([
      422,
      expect.stringContaining('The query broken cannot be asked'),
    ]);
  });

  it('reads an alias, and goes on where it was after a crash', async () => {
    const index = `${pattern}-a`;
    await createIndex(index);
    await room.must('POST', '/_aliases', {
      actions: [{ add: { index, alias: `${pattern}-alias` } }],
    });
    const id = await add(monitorOver([`${pattern}-alias`]));
    const write = (level: string) =>
      room.cluster.index(index, [{ level, service: 's', latency: 1 }]);
    await write('ERROR');
    await waitFor('the first', async () => (await storedFindings(id)).length === 1);
    await room.crash();
    await write('ERROR');
    await waitFor('the second', async () => (await storedFindings(id)).length === 2);
    await room.laterRun(id);
    expect(await storedFindings(id)).toHaveLength(2);
  });

  it('has one alert for everything where that is asked for', async () => {
    const index = `${pattern}-a`;
    await createIndex(index);
    const single = { should_create_single_alert_for_findings: true };
    const id = await add(monitorOver([index], single));
    const documents = Array.from({ length: 30 }, (_, i) => ({
      ...{ level: 'ERROR', service: 's', latency: i },
    }));
    await room.cluster.index(index, documents);
    await waitFor('the findings', async () => (await storedFindings(id)).length === 30);
    await room.cluster.index(index, documents);
    await waitFor('more findings', async () => (await storedFindings(id)).length === 60);
    expect(await room.app.alerts(`monitor_id=${id}&state=all`)).toHaveLength(1);
  });
});
