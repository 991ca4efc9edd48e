import type { MonitorInput } from '../../common/monitors/monitor';
import type { RunRow } from '../../common/monitors/run';
import { testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';
import { startTestHost } from '../support/host';
import type { TestHost } from '../support/host';
import { tellings } from '../support/line_tellers';
import { createLogIndex, product } from '../support/product';
import type { Product } from '../support/product';
import { startReceiver } from '../support/receiver';
import type { Receiver } from '../support/receiver';
import { waitFor } from '../support/wait_for';

const MOST_BLOCKS = 10_000;

/** A host with a short lease and a short patience, its cluster, and a receiver. */
export class EngineRoom {
  /** An index of log lines, new for each test. */
  index = '';
  app: Product;
  private readonly added: string[] = [];

  private constructor(
    readonly cluster: TestCluster,
    readonly receiver: Receiver,
    public host: TestHost,
    readonly destination: string
  ) {
    this.app = product(host);
  }

  static async open(): Promise<EngineRoom> {
    const cluster = await testCluster();
    const receiver = await startReceiver();
    const host = await startTestHost(setupOf(cluster, receiver));
    try {
      const app = product(host);
      await app.ready();
      const { id } = await app.addWebhook(`${receiver.url}/hook`);
      return new EngineRoom(cluster, receiver, host, id);
    } catch (error) {
      // Nobody closes a room that was never opened.
      await host.stop();
      await receiver.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.host.stop();
    await this.receiver.close();
    await this.cluster.clean();
  }

  async begin(): Promise<void> {
    this.index = this.cluster.uniqueName('k8s-logs');
    await createLogIndex(this.cluster, this.index);
    this.receiver.requests.length = 0;
  }

  /** Removes the monitors of the test. */
  async end(): Promise<void> {
    for (const id of this.added.splice(0)) await this.app.remove(id);
  }

  /** To be removed at the end of the test. */
  note(...ids: string[]): void {
    this.added.push(...ids);
  }

  async add(monitor: MonitorInput): Promise<string> {
    const { id } = await this.app.addMonitor(monitor);
    this.note(id);
    return id;
  }

  /** Ends the process, and starts another on what it left, after so many milliseconds. */
  async crash(away = 0): Promise<void> {
    const { dataDir } = this.host;
    await this.host.kill('SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, away));
    this.host = await startTestHost({ ...setupOf(this.cluster, this.receiver), dataDir });
    this.app = product(this.host);
    await this.app.ready();
  }

  async must(method: string, path: string, body?: unknown): Promise<void> {
    const answer = await this.cluster.request(method, path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  }

  firstRun(id: string) {
    return waitFor('a first run', async () => (await this.app.runs(id)).length > 0);
  }

  runWith(id: string, what: string, matches: (run: RunRow) => boolean) {
    return waitFor(what, async () => (await this.app.runs(id)).find(matches));
  }

  async laterRun(id: string) {
    const [latest] = await this.app.runs(id);
    return this.runWith(id, 'a later run', (run) => run.window.end > latest.window.end);
  }

  /** The runs of many monitors, of each the oldest first; one request for all. */
  async runsOf(ids: string[]): Promise<RunRow[][]> {
    await this.cluster.request('POST', '/.watchkeeper-ticks/_refresh');
    const { body } = await this.cluster.request<{
      hits: { hits: Array<{ _source: { rows: RunRow[] } }> };
    }>('POST', '/.watchkeeper-ticks/_search', {
      size: MOST_BLOCKS,
      query: { terms: { monitors: ids } },
      sort: [{ tick: 'asc' }],
    });
    const rows = new Map<string, RunRow[]>(ids.map((id) => [id, []]));
    for (const { _source } of body.hits.hits) {
      for (const row of _source.rows) rows.get(row.monitor_id)?.push(row);
    }
    return [...rows.values()];
  }

  /** What every page says is wrong. */
  async troubles(): Promise<string> {
    const { problems, scheduler } = await this.app.status();
    return [...problems, scheduler.problem ?? ''].join('\n');
  }

  /** Waits until each of the lines was told, and nothing else, and nothing twice. */
  async toldOnce(...lines: string[]): Promise<void> {
    const told = () => tellings(this.receiver.requests);
    await waitFor('every line to be told', () => lines.every((line) => told().has(line)));
    expect(Object.fromEntries(told())).toEqual(Object.fromEntries(lines.map((line) => [line, 1])));
  }
}

const setupOf = (cluster: TestCluster, receiver: Receiver) => ({
  clusterUrl: cluster.url,
  config: {
    'opensearch_watchkeeper.outbound.allow': [`127.0.0.1:${receiver.port}`],
    'opensearch_watchkeeper.outbound.timeout_seconds': 1,
    'opensearch_watchkeeper.scheduler.lease_ttl_seconds': 4,
    'opensearch_watchkeeper.scheduler.search_timeout_seconds': 2,
  },
});
