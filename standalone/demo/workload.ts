import type { Client } from '@opensearch-project/opensearch';
import { burst, calmLine, indexOf } from './log_lines';
import type { LogLine } from './log_lines';

const TEMPLATE = 'watchkeeper-demo-k8s-logs';
const CREATED_BY = 'watchkeeper-demo';
const INDICES = 'k8s-logs-*';
const KEEP_DAYS = 7;
const DAY_MS = 86_400_000;

const TICK_MS = 1_000;
const LINES_PER_TICK = 3;
const FIRST_BURST_MS = 6_000;
const BURST_MIN_MS = 40_000;
const BURST_SPREAD_MS = 20_000;
const HISTORY_MS = 10 * 60_000;

const keyword = { type: 'keyword' } as const;

const MAPPINGS = {
  _meta: { created_by: CREATED_BY },
  dynamic: 'strict',
  properties: {
    '@timestamp': { type: 'date' },
    level: keyword,
    message: { type: 'text' },
    stream: keyword,
    kubernetes: {
      properties: {
        container_name: keyword,
        namespace_name: keyword,
        pod_name: keyword,
        host: keyword,
      },
    },
  },
} as const;

/** Something that writes until it is told to stop. */
export interface Workload {
  stop(): Promise<void>;
}

async function putTemplate(client: Client): Promise<void> {
  await client.indices.putIndexTemplate({
    name: TEMPLATE,
    body: {
      index_patterns: [INDICES],
      priority: 200,
      template: {
        settings: { number_of_shards: 1, number_of_replicas: 0, refresh_interval: '1s' },
        mappings: MAPPINGS,
      },
    },
  });
}

/** Days of the demo that nobody looks at any more. Only indices that the demo itself made. */
async function dropOld(client: Client, now: number): Promise<void> {
  const { body } = await client.indices.getMapping({ index: INDICES });
  const oldest = `k8s-logs-${new Date(now - KEEP_DAYS * DAY_MS)
    .toISOString()
    .slice(0, 10)
    .replaceAll('-', '.')}`;
  const old = Object.keys(body).filter(
    (index) => index < oldest && body[index].mappings?._meta?.created_by === CREATED_BY
  );
  if (old.length > 0) await client.indices.delete({ index: old.join(',') });
}

async function write(client: Client, lines: LogLine[]): Promise<void> {
  const body = lines.flatMap((log) => [{ index: { _index: indexOf(log) } }, log]);
  const answer = await client.bulk({ body });
  if (answer.body.errors) throw new Error(JSON.stringify(answer.body.items[0]));
}

/** The last minutes before the start, so that nobody finds an empty index. */
function history(now: number): LogLine[] {
  const lines: LogLine[] = [];
  for (let at = now - HISTORY_MS; at < now; at += TICK_MS / LINES_PER_TICK) {
    lines.push(calmLine(Math.floor(at), Math.random));
  }
  for (let at = now - HISTORY_MS + 60_000; at < now - 60_000; at += 50_000) {
    lines.push(...burst(at, Math.random));
  }
  return lines;
}

async function isFresh(client: Client, now: number): Promise<boolean> {
  const { body } = await client.count({
    index: INDICES,
    body: { query: { range: { '@timestamp': { gte: now - HISTORY_MS } } } },
  });
  return body.count === 0;
}

/**
 * Writes a few container logs a second, with a burst of ERROR about every 50 seconds, the first one soon. A cluster that
 * does not answer costs lines, and is said once.
 */
export async function startWorkload(
  client: Client,
  warn: (message: string) => void
): Promise<Workload> {
  await putTemplate(client);
  await dropOld(client, Date.now());
  if (await isFresh(client, Date.now())) await write(client, history(Date.now()));
  let nextBurst = Date.now() + FIRST_BURST_MS;
  let failing = false;
  let current: Promise<void> = Promise.resolve();
  const tick = async (): Promise<void> => {
    const now = Date.now();
    const lines = Array.from({ length: LINES_PER_TICK }, (_, i) =>
      calmLine(now - i * 300, Math.random)
    );
    if (now >= nextBurst) {
      lines.push(...burst(now, Math.random));
      nextBurst = now + BURST_MIN_MS + Math.random() * BURST_SPREAD_MS;
    }
    try {
      await write(client, lines);
      failing = false;
    } catch (error) {
      if (!failing) warn(`The demo's logs cannot be written: ${String(error)}`);
      failing = true;
    }
  };
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const loop = (): void => {
    current = tick().then(() => {
      if (!stopped) timer = setTimeout(loop, TICK_MS);
    });
  };
  loop();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await current;
    },
  };
}
