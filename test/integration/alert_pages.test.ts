import type { Alert } from '../../common/alerts/alert';
import type { AlertGroupsPage, AlertsPage } from '../../common/alerts/api';
import type { RunAt } from '../../common/monitors/explain_run';
import type { MonitorHistory } from '../../common/monitors/history/history';
import type { Overview } from '../../common/overview/overview';
import { indexFor } from '../../server/cluster/own_indices';
import { testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';
import { startCountingProxy } from '../support/counting_proxy';
import type { CountingProxy } from '../support/counting_proxy';
import { startTestHost } from '../support/host';
import type { TestHost } from '../support/host';
import { createLogIndex, logLine, logMonitor, product } from '../support/product';
import type { Product } from '../support/product';
import { startReceiver } from '../support/receiver';
import type { Receiver } from '../support/receiver';
import { waitFor } from '../support/wait_for';

const BASE = '/api/watchkeeper';
const ALL = 100_000;
const AT_ONCE = 10_000;
const MINUTE = 60_000;

let cluster: TestCluster;
let proxy: CountingProxy;
let receiver: Receiver;
let host: TestHost;
let app: Product;

beforeAll(async () => {
  cluster = await testCluster();
  receiver = await startReceiver();
  proxy = await startCountingProxy(cluster.url);
  host = await startTestHost({
    clusterUrl: proxy.url,
    config: { 'opensearch_watchkeeper.outbound.allow': [`127.0.0.1:${receiver.port}`] },
  });
  app = product(host);
  await app.ready();
});

afterAll(async () => {
  await host?.stop();
  await proxy?.close();
  await receiver?.close();
  await cluster?.clean();
});

const get = async <T>(path: string): Promise<T> => {
  const { status, body } = await host.api<T>('GET', BASE + path);
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  return body;
};

/** What the instance asks the cluster all the time, whatever pages are open. */
const isBackground = (request: string): boolean =>
  /leases|hints|saved-objects|_cluster|secrets|^(GET|HEAD) \/$|_bulk$|ticks|states/.test(request);

/** What a request of a page makes the cluster do: whatever else happens meanwhile only adds to it. */
const costOf = async (call: () => Promise<unknown>): Promise<string[]> => {
  const costs: string[][] = [];
  for (let i = 0; i < 4; i++) {
    const before = proxy.seen.length;
    await call();
    costs.push(proxy.seen.slice(before).filter((request) => !isBackground(request)));
  }
  return costs.reduce((least, cost) => (cost.length < least.length ? cost : least));
};

const smallAlert = (i: number, now: number): Alert => ({
  ...{ id: `s.${i}.0`, monitor_id: `s${i % 50}`, monitor_name: `Monitor ${i % 50}` },
  ...{ trigger_id: 't', trigger_name: i === 0 ? '=cmd()' : 'Any', rev: 1 },
  severity: i % 4 === 0 ? '1' : '3',
  state: i % 2 === 0 ? 'active' : 'completed',
  // Spread over the hour before this one.
  ...{ start_time: now - 2 * 60 * MINUTE + (i % 3600) * 1000, last_seen: now },
  ...(i % 2 === 0 ? {} : { end_time: now - 30 * MINUTE }),
  ...{ tags: i % 10 === 0 ? ['cart'] : [], owner: 'bulk' },
});

const writeMany = async (now: number): Promise<void> => {
  for (let from = 0; from < ALL; from += AT_ONCE) {
    const lines = Array.from({ length: AT_ONCE }, (_, n) => {
      const alert = smallAlert(from + n, now);
      const index = { _index: indexFor('alerts', alert.start_time), _id: alert.id };
      return `${JSON.stringify({ index })}\n${JSON.stringify(alert)}\n`;
    });
    const { body } = await cluster.request<{ errors: boolean }>('POST', '/_bulk', lines.join(''));
    if (body.errors) throw new Error('The alerts could not be written.');
  }
  await cluster.request('POST', '/.watchkeeper-alerts/_refresh');
};

describe('a monitor that fires', () => {
  let id: string;
  let alert: Alert;

  beforeAll(async () => {
    const index = cluster.uniqueName('k8s-logs');
    await createLogIndex(cluster, index);
    const destination = await app.addWebhook(`${receiver.url}/hook`);
    const monitor = logMonitor(index, destination.id, { tags: ['payments'], owner: 'shop' });
    monitor.triggers[0].query_level_trigger.condition.script.source =
      'ctx.results[0].hits.total.value >= 0';
    ({ id } = await app.addMonitor(monitor));
    await cluster.index(index, [logLine('payment refused')]);
    [alert] = await waitFor('the alert', async () => {
      const found = await app.alerts(`state=active&monitor_id=${id}`);
      return found.length > 0 && found;
    });
    await waitFor('some runs', async () => (await app.runs(id)).length >= 3);
  });

  it('has alerts that know tags and owner of the monitor', () => {
    expect(alert).toMatchObject({ tags: ['payments'], owner: 'shop', measure: expect.any(Number) });
  });

  it('is in the overview, in three requests at most', async () => {
    let overview: Overview | undefined;
    const requests = await costOf(async () => {
      overview = await get<Overview>('/overview');
    });
    expect(requests).not.toEqual([]);
    expect(requests.slice(3)).toEqual([]);
    expect(overview).toMatchObject({
      monitors: { total: 1, enabled: 1 },
      firing: { total: 1, by_severity: { 1: 1 }, newest: [{ id: alert.id }] },
      broken: { failing_count: 0, adoption_count: 0 },
      running: { instances: 1 },
    });
  });

  it('has a history: before it was there, and firing since, with what it looked at', async () => {
    const history = await get<MonitorHistory>(`/monitors/${id}/history?from=now-1h&to=now`);
    const kinds = history.intervals.map(({ kind }) => kind);
    expect(kinds[0]).toBe('not_existing');
    expect(kinds[kinds.length - 1]).toBe('active');
    expect(history.intervals[0].from).toBe(history.from);
    history.intervals.slice(1).forEach(({ from }, i) => expect(from).toBe(history.intervals[i].to));
    expect(history.runs).toBeGreaterThan(0);
    expect(history.alerts.map((one) => one.id)).toEqual([alert.id]);
    expect(history.steps[0].last?.measures).toEqual({ errors: expect.any(Number) });
    expect(history.cost.took_average).toBeGreaterThanOrEqual(0);
  });

  it('explains an instant by the run that looked at it', async () => {
    const run = await waitFor('a run whose message is on its way', async () =>
      (await app.runs(id)).find(({ triggers }) => triggers?.[0].actions?.[0])
    );
    const at = (instant: number) => get<RunAt>(`/monitors/${id}/runs/_at?instant=${instant}`);
    const answer = await at(run.window.start);
    expect(answer.run?.window).toEqual(run.window);
    expect(answer.verdict).toBe('fired');
    expect(answer.explanation.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['ran', 'found', 'judged', 'sent'])
    );
    expect((await at(run.window.start - 60 * MINUTE)).explanation).toMatchObject([
      { kind: 'absent', why: 'not_existing' },
    ]);
    expect((await at(Date.now() + 60 * MINUTE)).explanation).toMatchObject([
      { kind: 'absent', why: 'future' },
    ]);
  });

  it('refuses an instant or a span that is none', async () => {
    const bad = ['history?from=yesterday', 'history?from=now&to=now-1h', 'runs/_at?instant=noon'];
    for (const path of bad) {
      expect((await host.api('GET', `${BASE}/monitors/${id}/${path}`)).status).toBe(400);
    }
  });
});

describe('a hundred thousand alerts more', () => {
  const now = Date.now();
  beforeAll(() => writeMany(now));
  it('are a page of rows with a chart, tags and owners, in three requests at most', async () => {
    let page: AlertsPage | undefined;
    const requests = await costOf(async () => {
      page = await get<AlertsPage>(
        '/alerts?state=all&chart=true&from=now-24h&per_page=100&owner=bulk'
      );
    });
    expect(requests).not.toEqual([]);
    expect(requests.slice(3)).toEqual([]);
    expect(page).toMatchObject({ total: ALL, tags: ['cart'], owners: ['bulk'] });
    expect(page?.items).toHaveLength(100);
    const points = page?.chart?.points ?? [];
    const started = points.reduce(
      (sum, { started: of }) => sum + (of['1'] ?? 0) + (of['3'] ?? 0),
      0
    );
    expect(started).toBe(ALL);
    const last = points[points.length - 1].active;
    expect((last['1'] ?? 0) + (last['3'] ?? 0)).toBe(ALL / 2);
  });

  it('are narrowed by time, tag and owner', async () => {
    const total = async (query: string) => (await get<AlertsPage>(`/alerts?${query}`)).total;
    expect(await total('state=all&tag=cart&owner=bulk')).toBe(ALL / 10);
    expect(await total('state=all&owner=nobody')).toBe(0);
    // What ended before the time began is not of it; what is still open is.
    expect(await total('state=all&owner=bulk&from=now-10m')).toBe(ALL / 2);
    expect(await total('state=past&owner=bulk&from=now-24h')).toBe(ALL / 2);
  });

  it('are counted by trigger, in three requests at most', async () => {
    let page: AlertGroupsPage | undefined;
    const requests = await costOf(async () => {
      page = await get<AlertGroupsPage>('/alerts/_groups?state=all&chart=true&owner=bulk');
    });
    expect(requests.slice(3)).toEqual([]);
    expect(page).toMatchObject({ total: ALL, more: false });
    expect(page?.groups).toHaveLength(50);
    expect(page?.groups.reduce((sum, { count }) => sum + count, 0)).toBe(ALL);
    expect(page?.groups.reduce((sum, { open }) => sum + open, 0)).toBe(ALL / 2);
  });

  it('are all in the file, beyond what can be paged, and no cell is a formula', async () => {
    const answer = await fetch(`${host.url}${BASE}/alerts/_export?state=all&owner=bulk`);
    expect(answer.headers.get('content-type')).toContain('text/csv');
    expect(answer.headers.get('content-disposition')).toContain('alerts.csv');
    const lines = (await answer.text()).trimEnd().split('\r\n');
    expect(new Set(lines).size).toBe(ALL + 1);
    expect(lines.filter((line) => line.includes('cmd()'))).toEqual([
      expect.stringContaining(",'=cmd(),"),
    ]);
  });
});
