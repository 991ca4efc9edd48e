import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from './wait_for';

export interface ReceivedRequest {
  method: string;
  /** With its query string. */
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** How the receiver treats a request. */
export type Behaviour =
  | {
      kind: 'answer';
      status: number;
      body?: string;
      headers?: Record<string, string>;
      /** Milliseconds before the answer. */
      delay?: number;
    }
  /** Takes the request and never answers. */
  | { kind: 'hang' }
  /** Takes the request and cuts the connection. */
  | { kind: 'cut' };

/** A real HTTP server that records what it is sent. */
export interface Receiver {
  port: number;
  /** Such as `http://127.0.0.1:34567`, without a slash at the end. */
  url: string;
  requests: ReceivedRequest[];
  /** What to do with every request from now on. The start: 200 with `ok`. */
  behave(behaviour: Behaviour): void;
  /** What to do with the next requests, one each, before `behave` holds again. */
  next(...behaviours: Behaviour[]): void;
  /** Waits until so many requests came (that match), and returns them. */
  received(
    count: number,
    matches?: (request: ReceivedRequest) => boolean
  ): Promise<ReceivedRequest[]>;
  /** Stops listening and cuts what is open: connections are refused until `reopen`. */
  close(): Promise<void>;
  /** Listens on the same port again. */
  reopen(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

const headersOf = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));

async function act(behaviour: Behaviour, response: ServerResponse): Promise<void> {
  if (behaviour.kind === 'hang') return;
  if (behaviour.kind === 'cut') {
    response.socket?.destroy();
    return;
  }
  if (behaviour.delay) await sleep(behaviour.delay);
  response.writeHead(behaviour.status, behaviour.headers).end(behaviour.body ?? '');
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

const shut = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

export async function startReceiver(): Promise<Receiver> {
  const requests: ReceivedRequest[] = [];
  const queue: Behaviour[] = [];
  let usual: Behaviour = { kind: 'answer', status: 200, body: 'ok' };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    requests.push({
      method: request.method ?? '',
      path: request.url ?? '',
      headers: headersOf(request),
      body,
    });
    await act(queue.shift() ?? usual, response);
  };
  const create = (): Server =>
    createServer((request, response) => {
      serve(request, response).catch(() => response.destroy());
    });
  let server = create();
  const port = await listen(server, 0);
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    requests,
    behave: (behaviour) => (usual = behaviour),
    next: (...behaviours) => void queue.push(...behaviours),
    received: (count, matches = () => true) =>
      waitFor(`${count} request(s) at the receiver`, () => {
        const found = requests.filter(matches);
        return found.length >= count && found;
      }),
    close: () => shut(server),
    reopen: async () => {
      server = create();
      await listen(server, port);
    },
  };
}
