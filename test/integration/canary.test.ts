import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { readFileSync, rmSync } from 'node:fs';
import type { AddressInfo, Server as TcpServer } from 'node:net';
import { join, resolve } from 'node:path';
import type { Server as HapiServer } from '@hapi/hapi';
import type { DestinationRecord } from '../../common/notifications/api';
import { DESTINATIONS_PATH } from '../../common/notifications/api';
import { DELIVERIES_PATH } from '../../common/notifications/deliveries_api';
import type { DeliveryPage, DeliveryRow } from '../../common/notifications/deliveries_api';
import { DESTINATION_TYPES } from '../../common/notifications/kinds/registry';
import { canaryForms } from '../../server/notifications/destinations/testing/canaries';
import type { CanaryForm } from '../../server/notifications/destinations/testing/canaries';
import { leaksIn } from '../../server/notifications/destinations/testing/leaks';
import { startHost } from '../../standalone/host';
import type { RunningHost } from '../../standalone/host';
import { createLogger } from '../../standalone/logging/logger';
import { temporaryFolder, testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';
import { send } from '../support/http';
import type { HttpAnswer } from '../support/http';
import { createLogIndex, logLine, logMonitor } from '../support/product';
import { waitFor } from '../support/wait_for';

/** The vendors of fixed addresses are not to hear of this: all that is public is denied. */
const PUBLIC = [
  ...['0.0.0.0/2', '64.0.0.0/3', '96.0.0.0/4', '112.0.0.0/5', '120.0.0.0/6', '124.0.0.0/7'],
  ...['126.0.0.0/8', '128.0.0.0/1', '2000::/3'],
];
const BUILD = resolve(__dirname, '../../build/opensearch-dashboards/watchkeeper');
const TLS = join(__dirname, '../fixtures/tls');

let cluster: TestCluster;
let host: RunningHost;
let routes: HapiServer;
let dataDir: string;
let echo: string;
let tls: string;
const logged: string[] = [];
const heard: string[] = [];
const servers: TcpServer[] = [];
/** All that left, by where it was found. */
const seen = new Map<string, string>();
const canaries: string[] = [];

const note = (where: string, { status, headers, body }: HttpAnswer): void => {
  const text = `${status} ${JSON.stringify([...headers])} ${JSON.stringify(body)}`;
  seen.set(where, `${seen.get(where) ?? ''}\n${text}`);
};

const call = async <T = Record<string, unknown>>(method: string, path: string, body?: unknown) => {
  const answer = await send<T>(host.url + path, method, body, { 'osd-xsrf': 'test' });
  note(`${method} ${path}`, answer);
  return answer;
};

/** Refuses everything, and repeats it in its body and in its headers. */
const repeat = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const { url, headers } = request;
  const all = JSON.stringify({ url, headers, body: Buffer.concat(parts).toString('utf8') });
  heard.push(all);
  response
    .writeHead(400, { 'x-echo': encodeURIComponent(all).slice(0, 4000) })
    .end(`${all}\n${Buffer.from(all).toString('base64')}`);
};

const listen = async (server: Server): Promise<number> => {
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
};

beforeAll(async () => {
  cluster = await testCluster();
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    repeat(request, response).catch(() => response.destroy());
  };
  echo = `http://127.0.0.1:${await listen(createServer(answer))}`;
  const pem = (name: string) => readFileSync(join(TLS, `self_signed_${name}.pem`));
  const secure = createTlsServer({ key: pem('key'), cert: pem('cert') }, answer);
  tls = `https://127.0.0.1:${await listen(secure)}`;
  dataDir = temporaryFolder();
  host = await startHost({
    ...{ port: 0, cluster: { url: cluster.url }, dataDir, artefactDir: BUILD },
    config: {
      'opensearch_watchkeeper.outbound.allow': ['127.0.0.1'],
      'opensearch_watchkeeper.outbound.deny': PUBLIC,
      'opensearch_watchkeeper.outbound.timeout_seconds': 5,
    },
    logger: createLogger({ level: 'trace', write: (line) => logged.push(line) }),
    extend: (server) => void (routes = server),
  });
  await waitFor('the engine to be ready', async () => {
    const { body } = await send<{ scheduler: { owned_partitions: number } }>(
      `${host.url}/api/watchkeeper/status`,
      'GET'
    );
    return body.scheduler?.owned_partitions === 64;
  });
});

afterAll(async () => {
  await host?.stop();
  servers.forEach((server) => server.close());
  if (dataDir) rmSync(dataDir, { recursive: true, force: true });
  await cluster?.request('DELETE', '/canary-index');
  await cluster?.clean();
});

const bodyOf = (type: string, { settings, secrets }: CanaryForm, name = `Canary of ${type}`) => ({
  ...{ type, name, ...settings, secrets },
});

/** The first form of a kind, and those that ask for other secrets than it. */
const formsOf = (type: (typeof DESTINATION_TYPES)[number], origin: string): CanaryForm[] => {
  const told = new Set<string>();
  return canaryForms(type, origin).filter((form, place) => {
    const fresh = Object.keys(form.secrets).filter((name) => !told.has(name));
    fresh.forEach((name) => told.add(name));
    if (place > 0 && fresh.length === 0) return false;
    canaries.push(...form.canaries);
    return true;
  });
};

const made: DestinationRecord[] = [];
let monitorId: string;
let messages: DeliveryRow[];

it('plants a canary in every secret of every kind, and tries each where it goes wrong', async () => {
  for (const type of DESTINATION_TYPES) {
    for (const origin of [tls, 'http://nowhere.invalid:8080', 'http://127.0.0.1:1']) {
      const [form] = formsOf(type, origin);
      await call('POST', `${DESTINATIONS_PATH}/_test`, { destination: bodyOf(type, form) });
    }
    for (const form of formsOf(type, echo)) {
      const { status, body } = await call<DestinationRecord>(
        'POST',
        DESTINATIONS_PATH,
        bodyOf(type, form)
      );
      expect([type, form.name, status, status === 200 ? '' : body]).toEqual([
        ...[type, form.name, 200, ''],
      ]);
      made.push(body);
      await call('POST', `${DESTINATIONS_PATH}/${body.id}/_test`, {});
      await call('POST', DESTINATIONS_PATH, { ...bodyOf(type, form), name: 7, nonsense: true });
      const renamed = { ...bodyOf(type, form, `${body.destination.name} (new)`) };
      await call('PUT', `${DESTINATIONS_PATH}/${body.id}`, { ...renamed, version: body.version });
    }
  }
});

it('sends by a monitor, fails, and sends again', async () => {
  const index = cluster.uniqueName('canary-logs');
  await createLogIndex(cluster, index);
  const [input] = [logMonitor(index, made[0].id)];
  const [first] = input.triggers;
  const trigger = 'query_level_trigger' in first ? first.query_level_trigger : undefined;
  if (!trigger) throw new Error('This is no query-level trigger.');
  trigger.actions = made.map(({ id }, place) => ({
    ...trigger.actions[0],
    ...{ id: `tell-${place}`, name: `Tell ${place}`, destination_id: id },
  }));
  const { body } = await call<{ id: string }>('POST', '/api/watchkeeper/monitors', {
    monitor: input,
  });
  monitorId = body.id;
  await cluster.index(index, [logLine('canaries fly')]);
  const settled = async (): Promise<DeliveryRow[] | undefined> => {
    const path = `${host.url}${DELIVERIES_PATH}?per_page=100`;
    const { items = [] } = (await send<DeliveryPage>(path, 'GET')).body;
    // A heartbeat is told of no alert, and is passed over.
    const tried = items.filter(({ attempts, status }) => attempts > 0 || status === 'suppressed');
    const to = new Set(tried.map(({ destination_id: id }) => id));
    return made.every(({ id }) => to.has(id)) ? tried : undefined;
  };
  messages = await waitFor('every message to have been tried', settled, { timeout: 150_000 });
  const ids = messages.map(({ id }) => id).slice(0, 50);
  await call('POST', `${DELIVERIES_PATH}/_resend`, { ids });
});

it('asks for whatever can be asked for', async () => {
  const { body: alerts } = await call<{ items: Array<{ id: string }> }>(
    'GET',
    '/api/watchkeeper/alerts?state=all'
  );
  const some = [monitorId, alerts.items[0]?.id ?? 'none', made[0].id, messages[0].id];
  /** What may stand in the place of an id: all where secrets might be near, some elsewhere. */
  const idsFor = (path: string): string[] => {
    if (path.startsWith(DESTINATIONS_PATH)) return made.map(({ id }) => id);
    return path.startsWith(DELIVERIES_PATH) ? messages.map(({ id }) => id) : some;
  };
  const gets = routes.table().filter(({ method }) => method === 'get');
  expect(gets.length).toBeGreaterThan(20);
  for (const { path } of gets) {
    if (path.includes('*')) continue;
    const paths = path.includes('{')
      ? idsFor(path).map((id) => path.replace(/\{[^}]*\}/g, encodeURIComponent(id)))
      : [path];
    for (const each of paths) await call('GET', each);
  }
  for (const app of ['alerts', 'monitors', 'destinations', 'deliveries']) {
    await call('GET', `/app/watchkeeper_${app}`);
  }
  await call('POST', '/api/saved_objects/_export', {
    type: ['watchkeeper-destination', 'watchkeeper-monitor'],
    includeReferencesDeep: true,
  });
  await cluster.request('POST', '/_refresh');
  for (const pattern of ['.watchkeeper*', '.opensearch_dashboards*', '.kibana*']) {
    const answer = await cluster.request(
      'POST',
      `/${pattern}/_search?ignore_unavailable=true&expand_wildcards=all`,
      { size: 10_000 }
    );
    note(`raw ${pattern}`, answer);
  }
  seen.set('the log', logged.join('\n'));
});

it('finds none of them in what left', () => {
  expect(logged.length).toBeGreaterThan(0);
  expect(seen.get('raw .watchkeeper*')).toContain('aes-256-gcm');
  expect(leaksIn(heard.join('\n'), canaries)).not.toEqual([]);
  const leaks = [...seen].flatMap(([where, text]) =>
    leaksIn(text, canaries).map((leak) => `${where}: ${leak}`)
  );
  expect(leaks).toEqual([]);
});
