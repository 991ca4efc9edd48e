import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { EventEmitter } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import type { Socket } from 'node:net';
import { parseAllowList } from '../address_rules';
import { createGuardedClient } from '../guarded_client';
import type { Resolve } from '../guarded_connect';
import {
  answers,
  closeReceivers,
  httpReceiver,
  listenWith,
  tcpReceiver,
} from '../testing/receivers';
import type { Receiver } from '../testing/receivers';
import type { GuardedClient, OutboundRequest } from '../types';
import { BAD_RECEIVERS } from './bad_receivers';
import {
  BODIES_AND_PATHS,
  HEADERS,
  METHODS,
  PORTS_OF_OTHERS,
  REDIRECTS,
  URL_TRICKS,
} from './corpus';
import { INNER_ADDRESSES, INNER_NAMES, OURSELVES } from './inner_addresses';

const clients: GuardedClient[] = [];
const clientWith = (allow: string[], resolve?: Resolve, deny: string[] = []): GuardedClient => {
  const client = createGuardedClient(parseAllowList(allow, deny), resolve);
  clients.push(client);
  return client;
};
const request = (url: string, more: Partial<OutboundRequest> = {}): OutboundRequest => ({
  ...{ url, method: 'POST', headers: { 'x-secret': 'canary-value' }, body: 'canary-body' },
  timeLimit: 20_000,
  ...more,
});

/** Every attempt of this process to connect somewhere, whether anybody is there or not. */
const attempts: string[] = [];
const watch = (message: unknown): void => {
  const { socket } = message as { socket: Socket };
  // Since Node 20.12; the receivers count besides.
  (socket as EventEmitter).on('connectionAttempt', (ip: string, port: number) =>
    attempts.push(`${ip}:${port}`)
  );
};

/** On every address of this machine. */
let inner: Receiver;
const listenEverywhere = (): Promise<Receiver> => {
  const server = () =>
    createTcpServer((socket) => {
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\n\r\n'));
    });
  return listenWith(server(), '::').catch(() => listenWith(server(), '0.0.0.0'));
};

beforeAll(() => subscribe('net.client.socket', watch));
afterAll(() => unsubscribe('net.client.socket', watch));
beforeEach(async () => {
  inner = await listenEverywhere();
  attempts.length = 0;
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
  closeReceivers();
});

const expectNobodyAsked = (): void => {
  expect(attempts).toEqual([]);
  expect(inner.connections()).toBe(0);
};

const urlHost = (address: string): string => (address.includes(':') ? `[${address}]` : address);

describe('the corpus of attacks', () => {
  it('has at least 200 cases', () => {
    const parts = [OURSELVES, INNER_ADDRESSES, INNER_NAMES, URL_TRICKS, PORTS_OF_OTHERS, HEADERS];
    const more = [METHODS, BODIES_AND_PATHS, REDIRECTS, BAD_RECEIVERS];
    const count = [...parts, ...more].reduce((sum, part) => sum + part.length, 0);
    expect(count).toBeGreaterThanOrEqual(200);
  });

  it('is run where an attack that gets through would be seen', async () => {
    const url = `http://127.0.0.1:${inner.port}/`;
    expect(await clientWith(['127.0.0.1']).send(request(url))).toMatchObject({ kind: 'answer' });
    expect(inner.connections()).toBe(1);
    expect(attempts).toEqual([`127.0.0.1:${inner.port}`]);
  });
});

describe('this machine is not reached', () => {
  it.each(OURSELVES)('as %j', async (host) => {
    for (const scheme of ['http', 'https']) {
      const url = `${scheme}://${host}:${inner.port}/`;
      const result = await clientWith([]).send(request(url));
      expect(result.kind).not.toBe('answer');
      expect(JSON.stringify(result)).not.toContain('canary');
    }
    const bare = host.replace(/^\[|\]$/g, '');
    await expect(
      clientWith([]).connect({ host: bare, port: inner.port, timeLimit: 20_000 })
    ).rejects.toBeDefined();
    expectNobodyAsked();
  });

  it.each(URL_TRICKS)('by the URL %j', async (text) => {
    const url = text.replaceAll('PORT', String(inner.port));
    const toUs = clientWith([], answers('127.0.0.1'));
    expect((await toUs.send(request(url))).kind).toBe('blocked');
    expectNobodyAsked();
  });
});

describe('an address that is not public is not reached', () => {
  it.each(INNER_ADDRESSES)('by itself or by a name that leads to it: %s', async (address) => {
    const byItself = await clientWith([]).send(request(`http://${urlHost(address)}/`));
    expect(byItself).toMatchObject({ kind: 'blocked' });
    for (const url of ['http://hooks.example/', `https://hooks.example:${inner.port}/`]) {
      const byName = await clientWith([], answers(address)).send(request(url));
      expect(byName).toMatchObject({ kind: 'blocked' });
    }
    const mail = { host: 'mail.example', port: 587, timeLimit: 20_000 };
    await expect(clientWith([], answers(address)).connect(mail)).rejects.toMatchObject({
      name: 'BlockedAddress',
    });
    expectNobodyAsked();
  });

  it.each(INNER_NAMES)('by the name %s', async (host, ...addresses) => {
    const client = clientWith([], answers(...addresses));
    const result = await client.send(request(`http://${host}:${inner.port}/`));
    expect(result).toMatchObject({ kind: 'blocked' });
    expectNobodyAsked();
  });

  it('when the name gives another answer every second time', async () => {
    let lookUps = 0;
    const good = await httpReceiver((_request, response) =>
      response.setHeader('connection', 'close').end('good')
    );
    // Both are on this machine; only one of them is allowed.
    const flipping: Resolve = (host) =>
      answers(++lookUps % 2 === 1 ? '127.0.0.1' : '127.0.0.2')(host);
    const client = clientWith(['127.0.0.1'], flipping);
    const kinds: string[] = [];
    for (let i = 0; i < 6; i++) {
      kinds.push((await client.send(request(`http://flip.example:${good.port}/`))).kind);
    }
    expect(kinds).toEqual(['answer', 'blocked', 'answer', 'blocked', 'answer', 'blocked']);
    expect(new Set(attempts)).toEqual(new Set([`127.0.0.1:${good.port}`]));
  });

  it('when it stands among good ones, in whatever order', async () => {
    const good = await httpReceiver((_request, response) =>
      response.setHeader('connection', 'close').end('good')
    );
    const mixes = [
      ['127.0.0.1', '10.0.0.1'],
      ['10.0.0.1', '127.0.0.1'],
      ['::1', '127.0.0.1', '169.254.169.254'],
      ['fd00::1', '::ffff:10.0.0.1', '127.0.0.1'],
    ];
    for (const mix of mixes) {
      const client = clientWith([`127.0.0.1:${good.port}`], answers(...mix));
      const result = await client.send(request(`http://mixed.example:${good.port}/`));
      expect(result).toMatchObject({ kind: 'answer', text: 'good' });
    }
    expect(new Set(attempts)).toEqual(new Set([`127.0.0.1:${good.port}`]));
  });

  it('when it is denied, though it is public or allowed', async () => {
    for (const [allow, deny] of [
      [['127.0.0.0/8'], ['127.0.0.1']],
      [['127.0.0.1'], ['0.0.0.0/0']],
      [['hooks.example'], ['*.example']],
      [['127.0.0.1'], [`hooks.example:${inner.port}`]],
      [['127.0.0.1'], ['::ffff:127.0.0.0/104']],
    ]) {
      const client = clientWith(allow, answers('127.0.0.1'), deny);
      const result = await client.send(request(`http://hooks.example:${inner.port}/`));
      expect(result).toMatchObject({
        kind: 'blocked',
        reason: expect.stringContaining('outbound.deny'),
      });
    }
    expectNobodyAsked();
  });

  it('at ports of services that are not HTTP', async () => {
    for (const port of PORTS_OF_OTHERS) {
      const client = clientWith([], answers('93.184.215.14'));
      const result = await client.send(request(`http://hooks.example:${port}/`));
      expect(result).toMatchObject({
        kind: 'blocked',
        reason: expect.stringContaining(`Port ${port}`),
      });
    }
    expectNobodyAsked();
  });
});

describe('nothing but one plain request leaves', () => {
  it.each(HEADERS)('with the header %j: %j', async (name, value) => {
    const url = `http://127.0.0.1:${inner.port}/`;
    const headers = { 'x-other': 'y', [name]: value };
    const result = await clientWith(['127.0.0.1']).send(request(url, { headers }));
    expect(result.kind).toBe('blocked');
    expect(inner.connections()).toBe(0);
  });

  it.each(METHODS)('by the method %j', async (method) => {
    const url = `http://127.0.0.1:${inner.port}/`;
    const result = await clientWith(['127.0.0.1']).send(request(url, { method }));
    expect(result.kind).toBe('blocked');
    expect(inner.connections()).toBe(0);
  });

  it.each(BODIES_AND_PATHS)('to %j with %j', async (path, body) => {
    const seen: string[] = [];
    const server = createHttpServer((incoming, response) => {
      const parts: Buffer[] = [];
      incoming.on('data', (part: Buffer) => parts.push(part));
      incoming.on('end', () => {
        seen.push(`${incoming.headers.host} ${Buffer.concat(parts).toString('utf8')}`);
        response.end(incoming.headers['x-injected'] === undefined ? 'clean' : 'injected');
      });
    });
    server.on('clientError', () => seen.push('not HTTP'));
    const { port } = await listenWith(server);
    const url = `http://127.0.0.1:${port}${path}`;
    const client = clientWith(['127.0.0.1']);
    const result = await client.send(request(url, { body }));
    // A path that could be read as two lines does not leave at all.
    if (result.kind === 'blocked') expect(seen).toEqual([]);
    else {
      expect(result).toMatchObject({ kind: 'answer', text: 'clean' });
      expect(seen).toEqual([`127.0.0.1:${port} ${body}`]);
    }
  });
});

describe('a receiver', () => {
  it.each(REDIRECTS)('sends us nowhere: %j', async ({ status, headers, body = '' }) => {
    const at = `127.0.0.1:${inner.port}`;
    const told = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace('INNER', at)])
    );
    const { port } = await httpReceiver((_request, response) => {
      response.writeHead(status, told).end(body.replace('INNER', at));
    });
    const result = await clientWith(['127.0.0.1']).send(request(`http://127.0.0.1:${port}/`));
    expect(result).toMatchObject({ kind: 'answer', status });
    expect(inner.connections()).toBe(0);
  });

  it.each(BAD_RECEIVERS)('$what gets a bounded part of us', async ({ answer, expected }) => {
    const { port } = await tcpReceiver((socket) => {
      socket.once('data', () => answer(socket));
    });
    const client = clientWith(['127.0.0.1']);
    const result = await client.send(request(`http://127.0.0.1:${port}/`, { timeLimit: 700 }));
    expect(result.kind).toBe(expected);
    expect(JSON.stringify(result)).not.toContain('canary');
    if (result.kind === 'answer') expect(result.text.length).toBeLessThanOrEqual(64 * 1024);
  });

  it('cannot answer the next request beforehand', async () => {
    const answer = (text: string) =>
      `HTTP/1.1 200 OK\r\ncontent-length: ${text.length}\r\n\r\n${text}`;
    let asked = 0;
    const { port } = await tcpReceiver((socket) => {
      socket.on('data', () =>
        socket.write(++asked === 1 ? answer('1') + answer('forged') : answer('2'))
      );
    });
    const client = clientWith(['127.0.0.1']);
    expect(await client.send(request(`http://127.0.0.1:${port}/`))).toMatchObject({ text: '1' });
    const second = await client.send(request(`http://127.0.0.1:${port}/`));
    expect(second).not.toMatchObject({ text: 'forged' });
  });

  it('of TLS is not spoken to in the clear, and the other way round', async () => {
    const result = await clientWith(['127.0.0.1']).send(
      request(`https://127.0.0.1:${inner.port}/`)
    );
    expect(result.kind).toBe('failed');
  });
});

describe('a DNS', () => {
  it.each<[string, Resolve]>([
    ['that never answers', () => new Promise(() => undefined)],
    ['that fails', () => Promise.reject(Object.assign(new Error('canary'), { code: 'EAI_AGAIN' }))],
    ['that throws what is no error', () => Promise.reject('canary')],
    ['that answers with what is no address', answers('canary', '127.0.0.1/8', '[::1]')],
    ['that answers with too much', answers(...Array.from({ length: 5000 }, () => '10.0.0.1'))],
  ])('%s leads nowhere', async (_what, resolve) => {
    const client = clientWith([], resolve);
    const url = `http://hooks.example:${inner.port}/`;
    const result = await client.send(request(url, { timeLimit: 700 }));
    expect(result.kind).not.toBe('answer');
    expectNobodyAsked();
  });
});
