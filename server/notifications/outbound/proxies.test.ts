import { parseAllowList } from './address_rules';
import { createGuardedClient } from './guarded_client';
import type { Resolve } from './guarded_connect';
import { parseProxies } from './proxies';
import {
  answers,
  closeReceivers,
  httpReceiver,
  pem,
  proxyReceiver,
  tlsReceiver,
} from './testing/receivers';
import type { GuardedClient, OutboundRequest } from './types';

const PATH = '/path-secret?query-secret';
const server = { cert: pem('private_server_cert'), key: pem('private_server_key') };
const tls = { ca: pem('private_ca_cert') };
const PUBLIC = answers('93.184.215.14');
const unknown: Resolve = () =>
  Promise.reject(Object.assign(new Error('unknown'), { code: 'ENOTFOUND' }));

const clients: GuardedClient[] = [];
const clientWith = (
  entries: string[],
  resolve = PUBLIC,
  allow: string[] = [],
  deny: string[] = []
) => {
  const list = parseAllowList(allow, deny);
  const client = createGuardedClient(list, resolve, parseProxies(entries));
  clients.push(client);
  return client;
};
const request = (url: string, proxy: string, more: Partial<OutboundRequest> = {}) => ({
  ...{ url, proxy, method: 'POST', headers: {}, body: 'x', timeLimit: 20_000 },
  ...more,
});

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
  closeReceivers();
});

describe('a proxy that the operator lists', () => {
  it('forwards http, and is asked for the whole URL', async () => {
    const proxy = await proxyReceiver(() => 0);
    const at = `http://127.0.0.1:${proxy.port}`;
    const client = clientWith([at]);
    const result = await client.send(request(`http://receiver.example${PATH}`, at));
    expect(result).toMatchObject({ kind: 'answer', text: 'forwarded' });
    expect(proxy.asked).toEqual([`POST http://receiver.example${PATH}  receiver.example`]);
  });

  it('leads https through a tunnel, and sees nothing of it', async () => {
    const receiver = await tlsReceiver(server, (incoming, response) =>
      response.end(`taken at ${incoming.url} for ${incoming.headers.host}`)
    );
    const proxy = await proxyReceiver(() => receiver.port);
    const at = `http://127.0.0.1:${proxy.port}`;
    const result = await clientWith([at]).send(
      request(`https://receiver.example${PATH}`, at, { tls })
    );
    expect(result).toMatchObject({ text: `taken at ${PATH} for receiver.example` });
    expect(proxy.asked).toEqual(['CONNECT receiver.example:443  receiver.example:443']);
  });

  it('does not stand between us and the certificate: it is verified for the receiver', async () => {
    const receiver = await tlsReceiver(server, (_incoming, response) => response.end());
    const proxy = await proxyReceiver(() => receiver.port);
    const at = `http://127.0.0.1:${proxy.port}`;
    const client = clientWith([at]);
    expect(await client.send(request('https://other.example/', at, { tls }))).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('another name'),
    });
  });

  it('gets the user and password of the configuration, which nobody else sees', async () => {
    const proxy = await proxyReceiver(() => 0, 403);
    const client = clientWith([`http://me:pass%20word@127.0.0.1:${proxy.port}`]);
    const at = `http://127.0.0.1:${proxy.port}`;
    const basic = `Basic ${Buffer.from('me:pass word').toString('base64')}`;
    await client.send(request('http://receiver.example/', at));
    const refused = await client.send(request(`https://receiver.example${PATH}`, at));
    expect(proxy.asked).toEqual([
      `POST http://receiver.example/ ${basic} receiver.example`,
      `CONNECT receiver.example:443 ${basic} receiver.example:443`,
    ]);
    expect(refused).toEqual({
      kind: 'failed',
      reason: `The proxy ${at} refuses to connect to receiver.example:443 (403).`,
    });
  });

  it('is named when it does not answer', async () => {
    const at = 'http://127.0.0.1:1';
    const client = clientWith([at]);
    expect(await client.send(request('https://receiver.example/', at))).toEqual({
      kind: 'failed',
      reason: 'By the proxy: http://127.0.0.1:1 refuses connections.',
    });
  });

  it('shares no connection with those that go without it', async () => {
    const receiver = await httpReceiver((_incoming, response) => response.end('direct'));
    const proxy = await proxyReceiver(() => receiver.port);
    const at = `http://127.0.0.1:${proxy.port}`;
    const client = clientWith([at], answers('127.0.0.1'), ['127.0.0.1']);
    const url = `http://receiver.example:${receiver.port}/`;
    expect(await client.send({ ...request(url, at), proxy: undefined })).toMatchObject({
      text: 'direct',
    });
    expect(await client.send(request(url, at))).toMatchObject({ text: 'forwarded' });
    expect(await client.send({ ...request(url, at), proxy: undefined })).toMatchObject({
      text: 'direct',
    });
  });
});

describe('a proxy is not asked', () => {
  it.each([
    ['when it is not listed', 'http://127.0.0.2:PORT'],
    ['at another port', 'http://127.0.0.1:9'],
    ['by another scheme', 'https://127.0.0.1:PORT'],
    ['with a password that the request brings', 'http://me:secret@127.0.0.1:PORT'],
    ['when it is no URL', 'PORT'],
  ])('%s', async (_what, named) => {
    const proxy = await proxyReceiver(() => 0);
    const client = clientWith([`http://127.0.0.1:${proxy.port}`]);
    const at = named.replace('PORT', String(proxy.port));
    const result = await client.send(request('http://receiver.example/', at));
    expect(result).toMatchObject({
      kind: 'blocked',
      reason: expect.stringContaining('outbound.proxies'),
    });
    expect(JSON.stringify(result)).not.toMatch(/secret/);
    expect(proxy.connections()).toBe(0);
  });

  it.each<[string, string, Resolve, string[]]>([
    ['a private address', 'http://10.0.0.1/', PUBLIC, []],
    ['a private address in another notation', 'https://0x0a.1/', PUBLIC, []],
    ['the metadata service', 'http://169.254.169.254/latest/', PUBLIC, []],
    ['loopback of IPv6', 'https://[::1]/', PUBLIC, []],
    ['a name with a private address', 'https://a.example/', answers('10.0.0.1'), []],
    ['a name with one private address', 'http://a.example/', answers('8.8.8.8', '10.0.0.1'), []],
    ['a name without address', 'http://a.example/', answers(), []],
    ['a bare name that we do not know', 'http://intranet/', unknown, []],
    ['localhost, known to nobody', 'http://a.localhost/', unknown, []],
    ['a metadata name that we do not know', 'http://metadata.google.internal/', unknown, []],
    ['the same with a dot', 'http://metadata.google.internal./', unknown, []],
    ['a denied name that we do not know', 'https://rival.example/', unknown, ['rival.example']],
    ['a denied address', 'https://a.example/', PUBLIC, ['93.184.215.0/24']],
  ])('for %s', async (_what, url, resolve, deny) => {
    const proxy = await proxyReceiver(() => 0);
    const at = `http://127.0.0.1:${proxy.port}`;
    const client = clientWith([at], resolve, [], deny);
    expect(await client.send(request(url, at))).toMatchObject({ kind: 'blocked' });
    expect(proxy.connections()).toBe(0);
  });

  it('for a name that is known to it alone, unless that looks public or is allowed', async () => {
    const proxy = await proxyReceiver(() => 0);
    const at = `http://127.0.0.1:${proxy.port}`;
    const client = clientWith([at], unknown, ['inbox.internal']);
    for (const host of ['receiver.example', 'inbox.internal']) {
      expect(await client.send(request(`http://${host}/`, at))).toMatchObject({ kind: 'answer' });
    }
    expect(proxy.asked.length).toBe(2);
  });

  it('once a name that was good leads to a private address', async () => {
    const proxy = await proxyReceiver(() => 0);
    const at = `http://127.0.0.1:${proxy.port}`;
    let lookUps = 0;
    const rebinding: Resolve = (host) =>
      (++lookUps === 1 ? PUBLIC : answers('169.254.169.254'))(host);
    const client = clientWith([at], rebinding);
    expect(await client.send(request('http://a.example/', at))).toMatchObject({ kind: 'answer' });
    expect(await client.send(request('http://a.example/', at))).toMatchObject({ kind: 'blocked' });
    expect(proxy.asked.length).toBe(1);
  });
});

describe('entries that are no proxy', () => {
  it.each([
    'socks5://user:secret@p:1',
    'proxy:3128',
    'http://p/secret',
    'http://a:%E0secret@p',
    '',
  ])('are told of without being repeated: %s', (entry) => {
    const { byOrigin, problems } = parseProxies(['http://good:3128', entry]);
    expect([...byOrigin.keys()]).toEqual(['http://good:3128']);
    expect(problems).toEqual([expect.stringContaining('Entry 2 of')]);
    expect(problems.join()).not.toMatch(/secret/);
  });
});
