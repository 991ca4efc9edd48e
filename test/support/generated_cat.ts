import { createServer, request as forward } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands before a cluster, and can tell of more indices than anybody wants to make. */
export interface GeneratedCat {
  url: string;
  /** How many indices `_cat/indices` tells of; undefined: those of the cluster. */
  count: number | undefined;
  /** `METHOD /path` of every request since it was emptied. */
  seen: string[];
  close(): Promise<void>;
}

const DAY = 86_400_000;

const catRow = (place: number) => {
  const created = Date.UTC(2024, 0, 1) + Math.floor(place / 10) * DAY;
  const day = new Date(created).toISOString().slice(0, 10).replace(/-/g, '.');
  return {
    ...{ index: `many-team${place % 10}-${day}`, uuid: `u${place}`, status: 'open', pri: '1' },
    ...{ health: place % 100 === 0 ? 'yellow' : 'green', rep: '1', 'docs.count': `${place}` },
    ...{ 'docs.deleted': '0', 'store.size': `${(place * 7919) % 100_003}` },
    ...{ 'pri.store.size': `${((place * 7919) % 100_003) >> 1}`, 'creation.date': `${created}` },
  };
};

/** Passes everything on to a cluster, but what it generates. */
export async function startGeneratedCat(target: string): Promise<GeneratedCat> {
  const { hostname, port } = new URL(target);
  const pass = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const { method, url = '/', headers } = incoming;
    const path = url.split('?')[0];
    state.seen.push(`${method} ${path}`);
    if (state.count !== undefined && path === '/_cat/indices') {
      outgoing.writeHead(200, { 'content-type': 'application/json' });
      outgoing.end(
        JSON.stringify(Array.from({ length: state.count }, (_, place) => catRow(place)))
      );
      return;
    }
    const onward = forward({ hostname, port, method, path: url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  };
  const server = createServer(pass);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const state: GeneratedCat = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ count: undefined, seen: [] },
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
  return state;
}
