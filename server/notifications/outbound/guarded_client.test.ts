import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import { createServer as createTcpServer } from 'node:net';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { parseAllowList } from './address_rules';
import { createGuardedClient } from './guarded_client';
import type { Resolve } from './guarded_connect';

const PATH = '/services/T0/B0/path-secret?token=query-secret';
const request = (url: string, timeLimit = 20_000) => ({
  url,
  method: 'POST',
  headers: { authorization: 'Bearer header-secret' },
  body: 'hello',
  timeLimit,
});

const opened: Server[] = [];
const listen = async (listener: RequestListener): Promise<number> => {
  const server = createServer(listener);
  opened.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
};
const answering = (status: number, body = '', headers = {}) =>
  listen((_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(status, headers).end(body);
  });

afterEach(() => {
  for (const server of opened.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const local = createGuardedClient(parseAllowList(['127.0.0.1']));

describe('the guarded client', () => {
  it('sends method, headers and body, and brings the answer', async () => {
    const seen: string[] = [];
    const port = await listen((incoming, response) => {
      seen.push(
        String(incoming.method),
        String(incoming.url),
        String(incoming.headers.authorization)
      );
      incoming.on('data', (chunk) => seen.push(String(chunk)));
      incoming.on('end', () => response.writeHead(202).end('taken'));
    });
    const result = await local.send(request(`http://127.0.0.1:${port}${PATH}`));
    expect(result).toEqual({ kind: 'answer', status: 202, text: 'taken' });
    expect(seen).toEqual(['POST', PATH, 'Bearer header-secret', 'hello']);
  });

  it('takes a time limit that is no whole number, as what is left of a lease', async () => {
    const port = await answering(200, 'ok');
    const result = await local.send(request(`http://127.0.0.1:${port}`, 2333.4567));
    expect(result).toMatchObject({ kind: 'answer', status: 200 });
  });

  it('follows no redirect, and says only the origin of where it points', async () => {
    let asked = 0;
    const target = await listen((_incoming, response) => {
      asked++;
      response.end();
    });
    const location = `http://127.0.0.1:${target}/secret-place`;
    const port = await answering(302, '', { location });
    const result = await local.send(request(`http://127.0.0.1:${port}/`));
    expect(result).toMatchObject({ status: 302, redirectsTo: `http://127.0.0.1:${target}` });
    expect(asked).toBe(0);
  });

  it('reads the start of an endless answer', async () => {
    const port = await listen((_incoming, response) => {
      const write = () => {
        while (!response.destroyed && response.write('x'.repeat(16_384)));
        if (!response.destroyed) response.once('drain', write);
      };
      write();
    });
    const result = await local.send(request(`http://127.0.0.1:${port}/`));
    expect(result).toMatchObject({ kind: 'answer', status: 200 });
    expect(result.kind === 'answer' && result.text.length).toBe(64 * 1024);
  });

  it('gives up on a receiver that never answers', async () => {
    const port = await listen(() => undefined);
    const result = await local.send(request(`http://127.0.0.1:${port}${PATH}`, 300));
    expect(result).toEqual({
      kind: 'failed',
      reason: `http://127.0.0.1:${port} did not answer within 0.3 s.`,
    });
  });

  it('believes the status of a receiver that never finishes its answer', async () => {
    const port = await listen((_incoming, response) => {
      response.writeHead(200);
      response.write('started');
    });
    const result = await local.send(request(`http://127.0.0.1:${port}/`, 500));
    expect(result).toEqual({ kind: 'answer', status: 200, text: 'started' });
  });

  it.each(['ftp://example.com/', 'file:///etc/passwd', 'gopher://example.com/'])(
    'does not speak %s',
    async (url) => {
      expect(await local.send(request(url))).toMatchObject({ kind: 'blocked' });
    }
  );

  it('refuses a user and password in the URL, and does not repeat them', async () => {
    const result = await local.send(request('https://user:pass-word@example.com/'));
    expect(result).toMatchObject({ kind: 'blocked' });
    expect(JSON.stringify(result)).not.toMatch(/pass-word|user:/);
  });
});

describe('addresses that the guard refuses', () => {
  const guarded = createGuardedClient(parseAllowList([]));

  it.each([
    ['dotted', 'http://127.0.0.1'],
    ['short', 'http://127.1'],
    ['decimal', 'http://2130706433'],
    ['hexadecimal', 'http://0x7f000001'],
    ['octal', 'http://0177.0.0.1'],
    ['full-width digits', 'http://１２７.0.0.1'],
    ['IPv6', 'http://[::1]'],
    ['mapped', 'http://[::ffff:127.0.0.1]'],
    ['a name', 'http://localhost'],
  ])('are seen behind every notation: %s', async (_what, origin) => {
    let asked = 0;
    const port = await listen((_incoming, response) => {
      asked++;
      response.end();
    });
    const result = await guarded.send(request(`${origin}:${port}${PATH}`));
    expect(result).toMatchObject({
      kind: 'blocked',
      reason: expect.stringMatching(
        /opensearch_watchkeeper\.outbound\.allow|Write it as 127\.0\.0\.1\./
      ),
    });
    expect(JSON.stringify(result)).not.toMatch(/secret/);
    expect(asked).toBe(0);
  });

  const answers =
    (...addresses: string[]): Resolve =>
    () =>
      Promise.resolve(
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
      );

  it('are refused when a public name resolves to them', async () => {
    const client = createGuardedClient(parseAllowList([]), answers('10.0.0.1', 'fd00::1'));
    const result = await client.send(request('https://hooks.example.com/'));
    expect(result).toMatchObject({ kind: 'blocked', reason: expect.stringContaining('10.0.0.1') });
  });

  it('are never connected to when a name resolves to some that are allowed, too', async () => {
    let asked = 0;
    const port = await listen((_incoming, response) => {
      asked++;
      response.end('here');
    });
    // Were the first one taken, it would be the link-local one, and nobody would answer.
    const client = createGuardedClient(
      parseAllowList([`127.0.0.1:${port}`]),
      answers('169.254.169.254', '127.0.0.1')
    );
    const result = await client.send(request(`http://receiver.example.com:${port}/`));
    expect(result).toMatchObject({ kind: 'answer', text: 'here' });
    expect(asked).toBe(1);
  });

  it('are looked up once: the address that was checked is the one connected to', async () => {
    let lookUps = 0;
    const rebinding: Resolve = (host) => {
      lookUps++;
      return answers(lookUps === 1 ? '127.0.0.1' : '127.0.0.2')(host);
    };
    const port = await answering(200, 'checked');
    const client = createGuardedClient(parseAllowList([`127.0.0.1:${port}`]), rebinding);
    const result = await client.send(request(`http://rebinding.example.com:${port}/`));
    expect(result).toMatchObject({ kind: 'answer', text: 'checked' });
    expect(lookUps).toBe(1);
  });
});

describe('failures', () => {
  it('say who refused the connection, and nothing secret', async () => {
    const port = await answering(200);
    opened.splice(0).forEach((server) => server.close());
    const result = await local.send(request(`http://127.0.0.1:${port}${PATH}`));
    expect(result).toEqual({
      kind: 'failed',
      reason: `http://127.0.0.1:${port} refuses connections.`,
    });
  });

  it('say that an answer is not HTTP', async () => {
    const server = createTcpServer((socket) =>
      socket.on('error', () => undefined).end('SSH-2.0-x\r\n')
    );
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const result = await local.send(request(`http://127.0.0.1:${port}${PATH}`));
    server.close();
    expect(result).toMatchObject({ reason: expect.stringContaining('not HTTP') });
    expect(JSON.stringify(result)).not.toMatch(/secret/);
  });

  it('say that a name is unknown', async () => {
    const unknown: Resolve = () =>
      Promise.reject(Object.assign(new Error('queryA secret'), { code: 'ENOTFOUND' }));
    const client = createGuardedClient(parseAllowList([]), unknown);
    expect(await client.send(request(`https://nowhere.example.com${PATH}`))).toEqual({
      kind: 'failed',
      reason: 'The name nowhere.example.com is not known to the DNS.',
    });
  });

  it('say that a certificate cannot be trusted, and send nothing there', async () => {
    const pem = (name: string) =>
      readFileSync(join(__dirname, '../../../test/fixtures/tls', `self_signed_${name}.pem`));
    let asked = 0;
    const server = createTlsServer(
      { key: pem('key'), cert: pem('cert') },
      (_incoming, response) => {
        asked++;
        response.end();
      }
    );
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const result = await local.send(request(`https://127.0.0.1:${port}${PATH}`));
    server.close();
    expect(result).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('not trusted'),
    });
    expect(JSON.stringify(result)).not.toMatch(/secret/);
    expect(asked).toBe(0);
  });

  it('never repeat a header value that cannot be sent', async () => {
    const port = await answering(200);
    const bad = {
      ...request(`http://127.0.0.1:${port}/`),
      headers: { 'x-token': 'secret\nvalue' },
    };
    const result = await local.send(bad);
    expect(result.kind).toBe('blocked');
    expect(JSON.stringify(result)).not.toMatch(/secret/);
  });
});
