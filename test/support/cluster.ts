import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startCluster } from '../../standalone/cluster';
import type { EditionName, EmbeddedCluster } from '../../standalone/cluster';
import { send } from './http';
import type { HttpAnswer } from './http';

const PROJECT = resolve(__dirname, '..', '..');

/** A real cluster, as tests see it. */
export interface TestCluster {
  url: string;
  request<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown
  ): Promise<HttpAnswer<T>>;
  /** An index name (or prefix) that no other test has. */
  uniqueName(base: string): string;
  /** Writes documents and makes them searchable. */
  index(index: string, documents: Array<Record<string, unknown>>): Promise<void>;
  /** Deletes the plugin's own indices, the host's saved objects, and everything that `uniqueName` gave out. */
  clean(): Promise<void>;
}

export interface OwnCluster extends TestCluster {
  /** Of the JVM that runs now. */
  pid(): number;
  stop(): Promise<void>;
  kill(): Promise<void>;
  /** Starts it again on the same data; on the same port unless somebody took that in between. */
  restart(): Promise<TestCluster>;
}

let serial = 0;

function clusterAt(url: string): TestCluster {
  const names: string[] = [];
  const request: TestCluster['request'] = (method, path, body) => send(url + path, method, body);
  const expect2xx = async (method: string, path: string, body?: unknown): Promise<void> => {
    const answer = await request(method, path, body);
    if (answer.status >= 300) {
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
  };
  return {
    url,
    request,
    uniqueName: (base) => {
      const name = `${base}-${process.pid}-${Date.now().toString(36)}-${++serial}`;
      names.push(name);
      return name;
    },
    index: async (index, documents) => {
      const lines = documents.flatMap((document) => ['{"index":{}}', JSON.stringify(document)]);
      const answer = await request<{ errors: boolean }>(
        'POST',
        `/${index}/_bulk?refresh=true`,
        lines.join('\n') + '\n'
      );
      if (answer.status !== 200 || answer.body.errors) {
        throw new Error(`Could not write the test data: ${JSON.stringify(answer.body)}`);
      }
    },
    clean: async () => {
      const patterns = ['.watchkeeper-*', ...names.map((name) => `${name}*`)];
      await expect2xx('DELETE', `/${patterns.join(',')}?expand_wildcards=all`);
    },
  };
}

/** The cluster that all test files of a run share (jest's global set-up starts it). Empty of what other files left. */
export async function testCluster(): Promise<TestCluster> {
  const url = process.env.TEST_OPENSEARCH_URL;
  if (!url)
    throw new Error('TEST_OPENSEARCH_URL is not set; the jest project has no global set-up.');
  const cluster = clusterAt(url);
  await cluster.clean();
  return cluster;
}

const EDITIONS: EditionName[] = ['opensearch-3.5.0', 'opensearch-2.19.1', 'elasticsearch-7.10.2'];

/** `TEST_CLUSTER_EDITION` runs the tests against another cluster than the default one. */
function askedEdition(): EditionName | undefined {
  const asked = process.env.TEST_CLUSTER_EDITION;
  const edition = EDITIONS.find((name) => name === asked);
  if (asked && !edition) throw new Error(`TEST_CLUSTER_EDITION: one of ${EDITIONS.join(', ')}`);
  return edition;
}

export function startTestCluster(dataDir: string, port?: number): Promise<EmbeddedCluster> {
  return startCluster({
    dataDir,
    port,
    cacheDir: join(PROJECT, '.cache'),
    edition: askedEdition(),
    onProgress: (message) => process.stderr.write(`${message}\n`),
    clusterName: `watchkeeper-test-${process.pid}`,
    // A cluster of minutes never earns back what its best compiler and its parallel collector cost.
    jvmOptions: ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'],
    settings: {
      // The tests compile far more scripts than the 75 in five minutes that a cluster allows.
      'script.context.painless_test.max_compilations_rate': '10000/1m',
    },
  });
}

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'watchkeeper-test-'));

/** A cluster for one test alone, which may stop it: slow (about five seconds) and hungry (half a gigabyte). */
export async function ownCluster(): Promise<OwnCluster> {
  const dataDir = temporaryFolder();
  let running = await startTestCluster(dataDir);
  const port = Number(new URL(running.url).port);
  return {
    ...clusterAt(running.url),
    pid: () => running.pid,
    kill: () => running.kill(),
    restart: async () => {
      running = await startTestCluster(dataDir, port);
      return clusterAt(running.url);
    },
    stop: async () => {
      await running.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
