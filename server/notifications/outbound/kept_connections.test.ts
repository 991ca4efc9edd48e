import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseAllowList } from './address_rules';
import { createGuardedClient } from './guarded_client';
import type { Resolve } from './guarded_connect';
import type { GuardedClient } from './types';

/** A receiver that counts the connections made to it. */
const listen = async (listener: RequestListener) => {
  let connections = 0;
  const server = createServer(listener).on('connection', () => connections++);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  opened.push(server);
  const { port } = server.address() as AddressInfo;
  return { server, port, connections: () => connections };
};

const opened: Server[] = [];
const clients: GuardedClient[] = [];

const clientFor = (port: number, resolve?: Resolve): GuardedClient => {
  const client = createGuardedClient(parseAllowList([`127.0.0.1:${port}`]), resolve);
  clients.push(client);
  return client;
};

const to = (port: number, host = '127.0.0.1') => ({
  ...{ url: `http://${host}:${port}/`, method: 'POST', headers: {}, body: 'x', timeLimit: 20_000 },
});

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
  for (const server of opened.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

describe('connections that have answered', () => {
  it('are used again by the next request, and at once only by one', async () => {
    const { port, connections } = await listen((_request, response) => response.end('ok'));
    const client = clientFor(port);
    for (let i = 0; i < 5; i++) {
      expect(await client.send(to(port))).toMatchObject({ kind: 'answer', text: 'ok' });
    }
    expect(connections()).toBe(1);
    await Promise.all([client.send(to(port)), client.send(to(port)), client.send(to(port))]);
    expect(connections()).toBe(3);
  });

  it('are closed after a moment', async () => {
    const { server, port } = await listen((_request, response) => response.end('ok'));
    await clientFor(port).send(to(port));
    const count = () =>
      new Promise<number>((done) => server.getConnections((_error, number) => done(number)));
    const deadline = Date.now() + 30_000;
    while ((await count()) > 0 && Date.now() < deadline) await sleep(50);
    expect(await count()).toBe(0);
  });

  it('are not used again when the answer was cut off, too long, or none', async () => {
    const answers: RequestListener[] = [
      (_request, response) => void response.writeHead(200, { 'content-length': 9 }).write('short'),
      (_request, response) => response.end('x'.repeat(500_000)),
      (_request, response) => void response.socket?.destroy(),
    ];
    for (const answer of answers) {
      let asked = 0;
      const { port, connections } = await listen((request, response) => {
        if (++asked === 1) answer(request, response);
        else response.end('second');
      });
      const client = clientFor(port);
      await client.send({ ...to(port), timeLimit: 1000 });
      expect(await client.send(to(port))).toMatchObject({ kind: 'answer', text: 'second' });
      expect(connections()).toBe(2);
    }
  });

  it('are made anew when the receiver has closed them, and then the address is checked again', async () => {
    const { port } = await listen((_request, response) =>
      response.setHeader('connection', 'close').end('ok')
    );
    let address = '127.0.0.1';
    const resolve: Resolve = () => Promise.resolve([{ address, family: 4 }]);
    const client = clientFor(port, resolve);
    const there = to(port, 'receiver.example.com');
    expect(await client.send(there)).toMatchObject({ kind: 'answer' });
    address = '127.0.0.2';
    expect(await client.send(there)).toMatchObject({
      kind: 'blocked',
      reason: expect.stringContaining('127.0.0.2'),
    });
  });

  it('serve no other origin', async () => {
    const [one, two] = [
      await listen((_request, response) => response.end('one')),
      await listen((_request, response) => response.end('two')),
    ];
    const client = createGuardedClient(parseAllowList(['127.0.0.1']));
    clients.push(client);
    expect(await client.send(to(one.port))).toMatchObject({ text: 'one' });
    expect(await client.send(to(two.port))).toMatchObject({ text: 'two' });
    expect(two.connections()).toBe(1);
  });
});
