import { createServer, request as forward } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ImitatedIsm } from './imitated_ism';
import type { IsmAnswer } from './imitated_ism';

export interface IsmServerOptions {
  /** Where the plugin answers; without it, nowhere. */
  prefix?: '/_plugins/_ism' | '/_opendistro/_ism';
  /** A real cluster that answers everything else. */
  upstream?: string;
}

/** A cluster with an Index State Management that answers as a real one was recorded to. */
export interface IsmServer {
  url: string;
  ism: ImitatedIsm;
  /** What is wrong with our requests: by the documentation of the plugin, and by the longest line that it reads. */
  faults: string[];
  /** What was set of it for indices: only a cluster with the plugin knows these settings. */
  settings: Array<{ index: string; name: string; value: unknown }>;
  /** `METHOD /path?query` of every request so far. */
  seen: string[];
  close(): Promise<void>;
}

/** What a node reads as the first line of a request, by default: `http.max_initial_line_length`. */
const LONGEST_LINE = 4096;

const textOf = async (incoming: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
};

const noHandler = (method: string, path: string): IsmAnswer => ({
  status: 400,
  body: { error: `no handler found for uri [${path}] and method [${method}]` },
});

const pass = (upstream: string, incoming: IncomingMessage, text: string, out: ServerResponse) => {
  const { hostname, port } = new URL(upstream);
  const { method, url, headers } = incoming;
  const onward = forward({ hostname, port, method, path: url, headers }, (answer) => {
    out.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(out);
  });
  onward.on('error', () => out.destroy());
  onward.end(text);
};

const OWN_SETTING = /^index\.(?:plugins|opendistro)\.index_state_management\./;

/** The settings of an index that a request sets, where all of them are the plugin's. */
const ownSettings = (method: string, { pathname }: URL, text: string): IsmServer['settings'] => {
  const [, index] = /^\/([^/]+)\/_settings$/.exec(pathname) ?? [];
  if (method !== 'PUT' || index === undefined || text === '') return [];
  const entries = Object.entries(JSON.parse(text) as object);
  if (!entries.every(([name]) => OWN_SETTING.test(name))) return [];
  return entries.map(([name, value]) => ({ index: decodeURIComponent(index), name, value }));
};

export async function startIsmServer({ prefix, upstream }: IsmServerOptions): Promise<IsmServer> {
  const faults: string[] = [];
  const seen: string[] = [];
  const settings: IsmServer['settings'] = [];
  const ism = new ImitatedIsm((fault) => faults.push(fault));

  const answer = (method: string, url: URL, text: string): IsmAnswer | undefined => {
    const set = ownSettings(method, url, text);
    if (set.length > 0) {
      settings.push(...set);
      return { status: 200, body: { acknowledged: true } };
    }
    if (prefix === undefined || !url.pathname.startsWith(`${prefix}/`)) {
      return noHandler(method, url.pathname);
    }
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    const path = url.pathname.slice(prefix.length + 1);
    return ism.answer({ method, path, query: url.searchParams, body });
  };

  const server = createServer(async (incoming, outgoing) => {
    const { method = 'GET', url: line = '/' } = incoming;
    const text = await textOf(incoming);
    const url = new URL(line, 'http://cluster');
    seen.push(`${method} ${line}`);
    if (`${method} ${line} HTTP/1.1`.length > LONGEST_LINE) faults.push(`Too long: ${line}`);
    const isIsm =
      /^\/_(?:plugins|opendistro)\/_ism\//.test(url.pathname) ||
      ownSettings(method, url, text).length > 0;
    if (upstream !== undefined && !isIsm) return pass(upstream, incoming, text, outgoing);
    const answered = answer(method, url, text);
    // The recorded silence: the connection stays open, and nothing comes.
    if (answered === undefined || answered.status === 0) return;
    outgoing.writeHead(answered.status, { 'content-type': 'application/json; charset=UTF-8' });
    outgoing.end(method === 'HEAD' ? undefined : JSON.stringify(answered.body));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ ism, faults, seen, settings },
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
