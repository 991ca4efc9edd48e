import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PlainIndex {
  /** Epoch milliseconds. */
  created_at: number;
  bytes?: number;
  aliases?: Record<string, { is_write_index?: boolean }>;
  /** Of Index State Management, without what stands before them. */
  settings?: Record<string, unknown>;
}

/** The rest of a cluster, as far as acts on managed indices ask it. */
export interface PlainCluster {
  url: string;
  indices: Map<string, PlainIndex>;
  templates: Array<{ name: string; index_patterns: string[]; aliases: string[] }>;
  /** What was changed: `POST /_aliases` and so on, with the body. */
  changes: Array<{ call: string; body: unknown }>;
  /** Calls that are refused, by how they begin, with status and body. */
  refused: Map<string, { status: number; body: unknown }>;
  close(): Promise<void>;
}

const settingsOf = ({ settings = {} }: PlainIndex) => ({
  settings: { index: { plugins: { index_state_management: settings } } },
});

const rowOf = ([index, { created_at, bytes = 1000 }]: [string, PlainIndex]) => ({
  ...{ index, uuid: `uuid-of-${index}`, status: 'open', pri: '1', rep: '1' },
  ...{ 'docs.count': '10', 'pri.store.size': String(bytes), 'creation.date': String(created_at) },
});

const composable = ({ name, index_patterns, aliases }: PlainCluster['templates'][number]) => ({
  name,
  index_template: {
    index_patterns,
    template: { aliases: Object.fromEntries(aliases.map((alias) => [alias, {}])) },
  },
});

const answerTo = (cluster: Omit<PlainCluster, 'url' | 'close'>, call: string): unknown => {
  const all = [...cluster.indices];
  if (call.startsWith('GET /_cat/indices')) return all.map(rowOf);
  if (call.startsWith('GET /_cat/shards')) return [];
  if (call.startsWith('GET /_data_stream')) return { data_streams: [] };
  if (call.startsWith('GET /_index_template')) {
    return { index_templates: cluster.templates.map(composable) };
  }
  if (/^GET \/[^_][^/]*\/_settings/.test(call) || call.startsWith('GET /*/_settings')) {
    return Object.fromEntries(all.map(([name, index]) => [name, settingsOf(index)]));
  }
  if (call.startsWith('GET /_alias')) {
    return Object.fromEntries(all.map(([name, { aliases = {} }]) => [name, { aliases }]));
  }
  return call.startsWith('GET') ? {} : { acknowledged: true };
};

export const startPlainCluster = async (): Promise<PlainCluster> => {
  const cluster: Omit<PlainCluster, 'url' | 'close'> = {
    ...{ indices: new Map(), templates: [], changes: [], refused: new Map() },
  };
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk as Uint8Array));
    const text = Buffer.concat(chunks).toString('utf8');
    const call = `${incoming.method} ${incoming.url}`;
    const refused = [...cluster.refused].find(([begin]) => call.startsWith(begin))?.[1];
    if (incoming.method !== 'GET' && !refused) {
      cluster.changes.push({ call, body: text === '' ? undefined : JSON.parse(text) });
    }
    outgoing.writeHead(refused?.status ?? 200, { 'content-type': 'application/json' });
    outgoing.end(JSON.stringify(refused?.body ?? answerTo(cluster, call)));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    ...cluster,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
};
