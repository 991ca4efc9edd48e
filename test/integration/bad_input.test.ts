import type { ImportResults } from '../../common/import/api';
import type { MonitorInput } from '../../common/monitors/monitor';
import type { TestCluster } from '../support/cluster';
import type { TestHost } from '../support/host';
import { createLogIndex, logMonitor } from '../support/product';
import type { Product, Wrong } from '../support/product';
import type { Receiver } from '../support/receiver';
import { startScene } from '../support/scene';
import type { Scene } from '../support/scene';
import { ACCEPTED_HERE, MISTAKEN_AT, REFUSED_AT, asOurs, creations } from './recorded_creations';

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
  index = cluster.uniqueName('k8s-logs');
  await createLogIndex(cluster, index);
  destinationId = (await app.addWebhook(`${receiver.url}/hook`)).id;
});

afterAll(() => scene?.end());

/** A good monitor with one thing wrong. */
const wrong = (spoil: (monitor: MonitorInput) => void): MonitorInput => {
  const monitor = structuredClone(logMonitor(index, destinationId));
  spoil(monitor);
  return monitor;
};

const refused = async (monitor: unknown) => {
  const { status, body } = await app.tryAddMonitor(monitor);
  return { status, code: body.attributes?.code, problem: body.attributes?.problems?.[0] };
};

const TRIGGER = 'triggers.0.query_level_trigger';

describe('a monitor that can never run is refused at the door, at its field', () => {
  it('a query that is not JSON, with line and column', async () => {
    const monitor = wrong(({ inputs: [{ search }] }) => {
      search.query = '{\n  "query": {\n    oops\n  }\n}';
    });
    expect(await refused(monitor)).toMatchObject({
      status: 400,
      code: 'invalid_input',
      problem: { field: 'inputs.0.search.query', line: 3, column: 5 },
    });
  });

  it("a query that the cluster refuses, with the cluster's reason", async () => {
    const monitor = wrong(({ inputs: [{ search }] }) => {
      search.query = '{"query":{"matsch":{"message":"ERROR"}}}';
    });
    expect(await refused(monitor)).toMatchObject({
      status: 422,
      code: 'cluster_refused',
      problem: { field: 'inputs.0.search.query', message: expect.stringContaining('matsch') },
    });
  });

  it('an index that does not exist', async () => {
    const monitor = wrong(({ inputs: [{ search }] }) => {
      search.indices = ['no-such-index'];
    });
    expect(await refused(monitor)).toMatchObject({
      problem: {
        field: 'inputs.0.search.indices',
        message: expect.stringContaining('no such index'),
      },
    });
  });

  it('a condition that does not compile, with its place', async () => {
    const monitor = wrong(({ triggers: [{ query_level_trigger: trigger }] }) => {
      trigger.condition.script.source = 'ctx.results[0].hits.total.value >';
    });
    const { status, problem } = await refused(monitor);
    expect(status).toBe(400);
    expect(problem).toMatchObject({ field: `${TRIGGER}.condition.script.source`, line: 1 });
    expect(problem?.column).toBeGreaterThan(1);
  });

  it('a condition that only the cluster knows and that does not compile there, with its place', async () => {
    const monitor = wrong(({ triggers: [{ query_level_trigger: trigger }] }) => {
      trigger.condition.script.source = 'def seen = new HashMap();\nreturn seen.size() > nope';
    });
    expect(await refused(monitor)).toMatchObject({
      status: 400,
      code: 'invalid_input',
      problem: {
        field: `${TRIGGER}.condition.script.source`,
        message: expect.stringContaining('nope'),
        line: 2,
        column: 22,
      },
    });
  });

  it('but not a condition that only fails with the answer of the moment', async () => {
    const monitor = wrong(({ triggers: [{ query_level_trigger: trigger }] }) => {
      trigger.condition.script.source =
        'def seen = new HashMap(); return seen.size() > ctx.results[0].nothing.value';
    });
    const { status, body } = await app.tryAddMonitor(monitor);
    expect(status).toBe(200);
    await app.remove(body.id);
  });

  it('a message template that does not parse', async () => {
    const monitor = wrong(({ triggers: [{ query_level_trigger: trigger }] }) => {
      trigger.actions[0].message_template = {
        source: 'first\n{{#ctx.results}} never closed',
      };
    });
    expect(await refused(monitor)).toMatchObject({
      status: 400,
      problem: { field: `${TRIGGER}.actions.0.message_template.source`, line: expect.any(Number) },
    });
  });

  it.each([
    ['a name over 256 characters', 'name', (m: MonitorInput) => void (m.name = 'x'.repeat(257))],
    ['an empty name', 'name', (m: MonitorInput) => void (m.name = ' ')],
    [
      'an interval of nothing',
      'schedule.period.interval',
      (m: MonitorInput) => void (m.schedule = { period: { interval: 0, unit: 'MINUTES' } }),
    ],
    [
      'no index',
      'inputs.0.search.indices',
      (m: MonitorInput) => void (m.inputs[0].search.indices = []),
    ],
  ])('%s', async (_what, field, spoil) => {
    expect(await refused(wrong(spoil))).toMatchObject({ status: 400, problem: { field } });
  });

  it('a field that is not known', async () => {
    expect(await refused({ ...logMonitor(index, destinationId), shcedule: {} })).toMatchObject({
      status: 400,
      problem: { message: expect.stringContaining('shcedule') },
    });
  });
});

describe('what was sent to a real Alerting plugin', () => {
  const all = creations();
  const { refusedThere, acceptedThere } = {
    refusedThere: all.filter(({ status }) => status >= 400),
    acceptedThere: all.filter(({ status }) => status < 400),
  };
  const isText = (body: unknown): body is string => typeof body === 'string';

  /** What stands in the recordings, and what is here. */
  const names = (): Record<string, string> => ({
    'app-logs': index,
    doomed: index,
    hookA: destinationId,
  });

  const send = (body: unknown) => host.api<Wrong>('POST', '/api/watchkeeper/monitors', body);

  const refusal = async (body: unknown) => {
    const { status, body: answer } = await send({ monitor: asOurs(body, names()) });
    return { status, fields: answer.attributes?.problems?.map(({ field }) => field) ?? [] };
  };

  it('is all accounted for', () => {
    const known = { ...REFUSED_AT, ...ACCEPTED_HERE };
    expect(refusedThere.map(({ name }) => name).sort()).toEqual(
      [...Object.keys(known), '042-monitor-create-bad-json'].sort()
    );
  });

  it.each(Object.entries(REFUSED_AT))(
    'and refused there is refused here: %s',
    async (name, field) => {
      const { body } = refusedThere.find((each) => each.name === name) ?? {};
      const { status, fields } = await refusal(body);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(fields).toContain(field);
    }
  );

  it('and was no JSON is refused here', async () => {
    const { body } = all.find(({ name }) => name === '042-monitor-create-bad-json') ?? {};
    expect(isText(body)).toBe(true);
    expect((await send(body)).status).toBe(400);
  });

  it.each(Object.entries(MISTAKEN_AT))(
    'and let through by mistake is refused here: %s',
    async (name, field) => {
      const { body } = acceptedThere.find((each) => each.name === name) ?? {};
      expect(body).toBeDefined();
      const { status, fields } = await refusal(body);
      expect(status).toBe(400);
      expect(fields).toContain(field);
    }
  );

  it.each(Object.keys(ACCEPTED_HERE))('and refused there needs not be: %s', async (name) => {
    const { body } = refusedThere.find((each) => each.name === name) ?? {};
    const answer = await app.tryAddMonitor(asOurs(body, names()));
    expect(answer.status).toBe(200);
    await app.remove(answer.body.id);
  });

  it.each(
    acceptedThere
      .filter(({ name }) => !(name in MISTAKEN_AT) && !name.includes('workflow'))
      .map(({ name, body }) => [name, body] as const)
  )('and accepted there can run here after an import: %s', async (_name, body) => {
    const text = Object.entries(names()).reduce(
      (whole, [there, here]) => whole.replaceAll(`"${there}"`, `"${here}"`),
      JSON.stringify(body)
    );
    const { body: answer } = await host.api<ImportResults>('POST', '/api/watchkeeper/import', {
      documents: text,
    });
    const [{ outcome, messages, id = '' }] = answer.items;
    expect(outcome).toBe('created');
    expect(messages.join()).not.toContain('mended');
    expect((await app.monitor(id)).authorisation).toBe('ok');
    await app.remove(id);
  });
});

describe('two editors', () => {
  it('that save at once: the second is told, and nothing is overwritten', async () => {
    const { id, version, monitor } = await app.addMonitor(logMonitor(index, destinationId));
    const first = await app.update(id, version, { ...monitor, name: 'First' });
    expect(first.status).toBe(200);
    const second = await app.update(id, version, { ...monitor, name: 'Second' });
    expect(second.status).toBe(409);
    expect(second.body.attributes).toMatchObject({ code: 'conflict' });
    expect((await app.monitor(id)).monitor.name).toBe('First');
    await app.remove(id);
  });
});

describe('an id that is not there', () => {
  it.each(['monitors', 'destinations', 'alerts'])('among %s is a 404', async (what) => {
    const { status, body } = await host.api<Wrong>('GET', `/api/watchkeeper/${what}/nothing`);
    expect(status).toBe(404);
    expect(body.attributes?.code).toBe('not_found');
  });
});

describe('a destination', () => {
  const test = (url: string) =>
    host.api<Wrong & { ok?: boolean; status?: number }>(
      'POST',
      '/api/watchkeeper/destinations/_test',
      { destination: { type: 'webhook', name: 'x', secrets: { url } }, message: 'hello' }
    );

  it('that answers 404 is an answer', async () => {
    receiver.next({ kind: 'answer', status: 404, body: 'nobody here' });
    expect((await test(`${receiver.url}/gone`)).body).toMatchObject({
      ok: false,
      status: 404,
      answer: expect.stringContaining('nobody here'),
    });
  });

  it('at a private address is refused unless the configuration allows it', async () => {
    const { status, body } = await test('http://127.0.0.1:8123/');
    expect(status).toBe(422);
    expect(body.attributes?.code).toBe('blocked_address');
    expect(body.message).toContain('outbound.allow');
  });

  it('without a URL is refused at the field', async () => {
    const { status, body } = await test('not a url');
    expect(status).toBe(400);
    expect(body.attributes?.problems?.[0].field).toContain('url');
  });
});
