import type { TLSSocket } from 'node:tls';
import { parseAllowList } from './address_rules';
import { createGuardedClient } from './guarded_client';
import { answers, closeReceivers, pem, tlsReceiver } from './testing/receivers';
import { tlsProblem } from './tls_options';
import type { GuardedClient, TlsOptions } from './types';

const ca = pem('private_ca_cert');
const cert = pem('private_client_cert');
const key = pem('private_client_key');
const server = { cert: pem('private_server_cert'), key: pem('private_server_key') };

const clients: GuardedClient[] = [];
const send = async (url: string, tls?: TlsOptions) => {
  const client = createGuardedClient(parseAllowList(['127.0.0.0/8']), answers('127.0.0.1'));
  clients.push(client);
  return client.send({
    ...{ url, method: 'POST', headers: {}, body: 'x', timeLimit: 20_000 },
    tls,
  });
};

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
  closeReceivers();
});

describe('TLS with a certificate of one’s own authority', () => {
  it('is trusted where the authority is given, and only there', async () => {
    const { port } = await tlsReceiver(server, (_request, response) => response.end('taken'));
    const url = `https://127.0.0.1:${port}/`;
    expect(await send(url, { ca })).toMatchObject({ kind: 'answer', text: 'taken' });
    expect(await send(url)).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('not trusted'),
    });
    expect(await send(url, { ca: pem('self_signed_cert') })).toMatchObject({ kind: 'failed' });
  });

  it('must be for the name in the URL, or for the one that is given', async () => {
    const { port } = await tlsReceiver(server, (_request, response) => response.end('taken'));
    const send2 = (tls: TlsOptions) => send(`https://elsewhere.example:${port}/`, tls);
    expect(await send2({ ca })).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('another name'),
    });
    const serverName = 'receiver.example';
    expect(await send2({ ca, serverName })).toMatchObject({ kind: 'answer', text: 'taken' });
  });

  it('is verified although the environment says not to', async () => {
    const { port, ...receiver } = await tlsReceiver(server, (_request, response) => response.end());
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    try {
      expect(await send(`https://127.0.0.1:${port}/`)).toMatchObject({ kind: 'failed' });
    } finally {
      delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    }
    expect(receiver.connections()).toBe(1);
  });
});

describe('a client certificate', () => {
  const strict = { ...server, ca, requestCert: true, rejectUnauthorized: true };

  it('is shown to a receiver that asks for it, with its key open or under a passphrase', async () => {
    const { port } = await tlsReceiver(strict, (request, response) =>
      response.end((request.socket as TLSSocket).getPeerCertificate().subject.CN)
    );
    const url = `https://127.0.0.1:${port}/`;
    const encrypted = pem('private_client_key_encrypted');
    for (const tls of [
      { ca, cert, key },
      { ca, cert, key: encrypted, passphrase: 'open-sesame' },
    ]) {
      expect(await send(url, tls)).toMatchObject({ kind: 'answer', text: 'watchkeeper-client' });
    }
    expect(await send(url, { ca })).toMatchObject({ kind: 'failed' });
  });

  it('is not shown over a connection that was made for somebody else', async () => {
    const { port, connections } = await tlsReceiver(
      { ...server, ca, requestCert: true, rejectUnauthorized: false },
      (request, response) => response.end(String((request.socket as TLSSocket).authorized))
    );
    const client = createGuardedClient(parseAllowList(['127.0.0.1']));
    clients.push(client);
    const to = {
      url: `https://127.0.0.1:${port}/`,
      method: 'POST',
      headers: {},
      timeLimit: 20_000,
    };
    expect(await client.send({ ...to, tls: { ca, cert, key } })).toMatchObject({ text: 'true' });
    expect(await client.send({ ...to, tls: { ca } })).toMatchObject({ text: 'false' });
    expect(connections()).toBe(2);
  });
});

describe('what cannot be used', () => {
  const other = pem('self_signed_key');

  it.each<[string, TlsOptions, RegExp]>([
    ['no certificate to trust', { ca: 'canary-text' }, /CA/],
    ['half a certificate to trust', { ca: ca.slice(0, 200) }, /CA/],
    ['a broken one among good ones', { ca: `${ca}\n${ca.replace(/M/g, 'N')}` }, /CA/],
    ['a certificate without its key', { cert }, /without its private key/],
    ['a key without its certificate', { key }, /without its client certificate/],
    ['no certificate', { cert: 'canary-text', key }, /client certificate cannot be read/],
    ['no key', { cert, key: 'canary-text' }, /private key .* cannot be read/],
    ['the key of another', { cert, key: other }, /not that of the client certificate/],
    [
      'an encrypted key without passphrase',
      { cert, key: pem('private_client_key_encrypted') },
      /passphrase/,
    ],
    [
      'an encrypted key with a wrong one',
      { cert, key: pem('private_client_key_encrypted'), passphrase: 'canary-text' },
      /does not open/,
    ],
    ['an address for a name', { serverName: '10.0.0.1' }, /not a host name/],
    ['a name with a line break', { serverName: 'a\r\nb' }, /not a host name/],
  ])('is %s: nothing is sent, and nothing of it is repeated', async (_what, tls, expected) => {
    expect(tlsProblem(tls)).toMatch(expected);
    const { port, connections } = await tlsReceiver(server, (_request, response) => response.end());
    const result = await send(`https://127.0.0.1:${port}/`, tls);
    expect(result).toEqual({ kind: 'blocked', reason: tlsProblem(tls) });
    expect(JSON.stringify(result)).not.toMatch(/canary|PRIVATE|MI[A-Za-z0-9+/]{20}/);
    expect(connections()).toBe(0);
  });

  it('is not what a form leaves empty', () => {
    expect(tlsProblem({ ca: '', cert: '', key: '', passphrase: '', serverName: '' })).toBe(
      undefined
    );
  });
});
