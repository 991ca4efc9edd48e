import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { join } from 'node:path';
import { sampleMessage } from '../../../common/notifications/compose/samples';
import { describeDestination } from '../../../common/notifications/kinds/destination_secrets';
import type { MessageContent } from '../../../common/notifications/kinds/message_content';
import { parseInput } from '../../../common/parse';
import type { MessageEvent } from '../../../common/notifications/message_facts';
import { email } from '../../../common/notifications/kinds/email';
import { parseAllowList } from '../outbound/address_rules';
import { createGuardedClient } from '../outbound/guarded_client';
import { answers } from '../outbound/testing/receivers';
import { pem } from '../outbound/testing/receivers';
import { sendEmail } from './email';
import { closeMailServers, mailServer, readMail } from './testing/mail_server';

// The dialogue is that of RFC 5321 and RFC 3207, spoken by a real server (smtp-server) on loopback.

const NOW = Date.UTC(2026, 0, 1, 9);
const ca = pem('private_ca_cert');
const PASSWORD = 'authorisation-code-1';

const client = createGuardedClient(parseAllowList(['127.0.0.0/8']), answers('127.0.0.1'));
const silent = new Set<{ server: Server; sockets: Socket[] }>();

afterEach(async () => {
  await closeMailServers();
  for (const { server, sockets } of silent) {
    server.close();
    sockets.forEach((socket) => socket.destroy());
  }
  silent.clear();
});
afterAll(() => client.close());

/** A port where this is said to whoever comes, and nothing else. */
const portThat = async (greet: (socket: Socket) => void): Promise<number> => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    greet(socket);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  silent.add({ server, sockets });
  return (server.address() as AddressInfo).port;
};

const BASE = {
  ...{ type: 'email', name: 'Mail', host: 'receiver.example', security: 'none' },
  ...{ from: 'Watchkeeper <alerts@ops.example.com>', to: ['Jane Doe <jane@example.com>'] },
};

const said = (event: MessageEvent): MessageContent => ({ ...sampleMessage(event), alert_ids: [] });

const send = (
  settings: object,
  secrets: object = {},
  { content, timeLimit = 20_000 }: { content?: MessageContent; timeLimit?: number } = {}
) => {
  const form = parseInput(email.save, { ...BASE, ...settings, secrets });
  const destination = describeDestination(form, form.secrets);
  if (destination.type !== 'email') throw new Error('no e-mail');
  const message = content ?? said('firing');
  return sendEmail(destination, form.secrets, message, { client, timeLimit, now: NOW });
};

describe('a mail', () => {
  it('comes as HTML with a plain text beside it, like that of Alertmanager', async () => {
    const { port, mails } = await mailServer();
    const outcome = await send({ port, reply_to: 'team@example.com', subject_prefix: '[ops]' });
    expect(outcome).toMatchObject({ result: 'sent', status: 250 });
    const { headers, parts } = readMail(mails[0].raw);
    const file = join(__dirname, '../../../test/fixtures/alertmanager/email-001.eml');
    const recorded = readMail(readFileSync(file, 'utf8'));
    for (const name of recorded.headers.keys())
      expect([name, headers.has(name)]).toEqual([name, true]);
    const typeOf = (mail: typeof recorded) => mail.headers.get('content-type')?.split(';')[0];
    expect(typeOf({ headers, parts })).toBe(typeOf(recorded));
    expect([...parts.keys()]).toEqual(['text/plain', 'text/html']);
    expect([...parts.keys()]).toEqual(expect.arrayContaining([...recorded.parts.keys()]));
    expect(headers.get('subject')).toBe('[ops] Firing: Errors are high (web-1)');
    expect(headers.get('from')).toBe('Watchkeeper <alerts@ops.example.com>');
    expect(headers.get('to')).toBe('Jane Doe <jane@example.com>');
    expect(headers.get('reply-to')).toBe('team@example.com');
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('date')).toBe('Thu, 01 Jan 2026 09:00:00 +0000');
    expect(parts.get('text/html')).toContain('https://wiki.example.com/checkout');
    expect(parts.get('text/plain')).toContain('Errors are high of monitor Checkout');
  });

  it('goes to everybody, and names those in hidden copy to nobody', async () => {
    const { port, mails } = await mailServer();
    await send({ port, cc: ['"Doe, John" <john@example.com>'], bcc: ['boss@example.com'] });
    expect(mails[0].to).toEqual(['jane@example.com', 'john@example.com', 'boss@example.com']);
    expect(mails[0].from).toBe('alerts@ops.example.com');
    expect(mails[0].raw).not.toContain('boss@');
    expect(readMail(mails[0].raw).headers.get('cc')).toBe('"Doe, John" <john@example.com>');
  });

  it('of the end of an alert stands in the thread of its beginning', async () => {
    const { port, mails } = await mailServer();
    await send({ port }, {}, { content: said('firing') });
    await send({ port }, {}, { content: said('resolved') });
    const [first, last] = mails.map(({ raw }) => readMail(raw).headers);
    expect(first.get('references')).toMatch(/^<a-sample-of-an-alert\.thread@ops\.example\.com>$/);
    expect(last.get('references')).toBe(first.get('references'));
    expect(last.get('in-reply-to')).toBe(first.get('references'));
    expect(first.get('message-id')).toBe('<sample.firing@ops.example.com>');
    expect(last.get('message-id')).not.toBe(first.get('message-id'));
  });

  it('has the headers of its author, and none that a text of the message would bring', async () => {
    const { port, mails } = await mailServer();
    const content = { ...said('firing'), subject: 'a\r\nBcc: evil@example.com\r\n\r\nx' };
    await send(
      { port, extra_headers: ['List-Id: <ops.example.com>', 'X-Priority: 1'] },
      {},
      { content }
    );
    const { headers } = readMail(mails[0].raw);
    expect(headers.get('list-id')).toBe('<ops.example.com>');
    expect(headers.get('x-priority')).toBe('1');
    expect(headers.has('bcc')).toBe(false);
    expect(headers.get('subject')).toBe('a Bcc: evil@example.com x');
    expect(mails[0].to).toEqual(['jane@example.com']);
  });
});

describe('a connection to a mail server', () => {
  it('is encrypted by STARTTLS before anything is said, and logs in', async () => {
    const { port, mails } = await mailServer({ password: PASSWORD });
    const outcome = await send(
      { port, security: 'starttls', user: 'jo', ca },
      { password: PASSWORD }
    );
    expect(outcome.result).toBe('sent');
    expect(mails[0]).toMatchObject({ secure: true, user: 'jo' });
  });

  it('is given up where STARTTLS is wanted and not offered', async () => {
    const server = await mailServer({ options: { disabledCommands: ['STARTTLS', 'AUTH'] } });
    const outcome = await send({ port: server.port, security: 'starttls' });
    expect(outcome).toMatchObject({
      result: 'parked',
      reason: expect.stringContaining('STARTTLS'),
    });
    expect(server.begun).toBe(0);
  });

  it('is encrypted from the start, and trusts an authority of one’s own only where it is given', async () => {
    const { port, mails } = await mailServer({ options: { secure: true } });
    expect(await send({ port, security: 'tls', ca })).toMatchObject({ result: 'sent' });
    const outcome = await send({ port, security: 'tls' });
    expect(outcome).toMatchObject({
      result: 'retry',
      answer: expect.stringMatching(/not trusted/),
    });
    const elsewhere = await send({ port, security: 'tls', ca, host: 'other.example' });
    expect(elsewhere).toMatchObject({
      result: 'retry',
      answer: expect.stringMatching(/not trusted/),
    });
    const named = {
      port,
      security: 'tls',
      ca,
      host: 'other.example',
      tls_server_name: 'receiver.example',
    };
    expect(await send(named)).toMatchObject({ result: 'sent' });
    expect(mails).toHaveLength(2);
  });

  it('shows its own certificate where one is given', async () => {
    const mutual = { secure: true, ca, requestCert: true, rejectUnauthorized: true };
    const { port } = await mailServer({ options: mutual });
    const secrets = {
      client_cert: pem('private_client_cert'),
      client_key: pem('private_client_key'),
    };
    expect(await send({ port, security: 'tls', ca }, secrets)).toMatchObject({ result: 'sent' });
    expect((await send({ port, security: 'tls', ca })).result).toBe('retry');
  });

  it('is given up where the login is wrong, without the password in what is kept', async () => {
    const { port } = await mailServer({ password: PASSWORD });
    const outcome = await send({ port, user: 'jo' }, { password: 'wrong-password' });
    expect(outcome).toMatchObject({ result: 'parked', status: 535 });
    expect(outcome.reason).toContain('authorisation code');
    expect(outcome.answer).toContain('Authentication failed');
    expect(JSON.stringify(outcome)).not.toContain('wrong-password');
  });

  it('is refused where the address is not public', async () => {
    const strict = createGuardedClient(parseAllowList([]), answers('127.0.0.1'));
    const form = parseInput(email.save, { ...BASE, port: 25, secrets: {} });
    const destination = describeDestination(form, {});
    if (destination.type !== 'email') throw new Error('no e-mail');
    const context = { client: strict, timeLimit: 20_000, now: NOW };
    const outcome = await sendEmail(destination, {}, said('firing'), context);
    expect(outcome).toMatchObject({ result: 'parked', blocked: true });
  });
});

describe('what a mail server answers', () => {
  it('450: tried again, and taken then', async () => {
    const { port, mails } = await mailServer({ answers: [{ code: 450, text: 'greylisted' }] });
    expect(await send({ port })).toMatchObject({
      result: 'retry',
      status: 450,
      answer: expect.stringContaining('greylisted'),
    });
    expect(await send({ port })).toMatchObject({ result: 'sent' });
    expect(mails).toHaveLength(1);
  });

  it('550: given up, with what it said', async () => {
    const { port } = await mailServer({ answers: [{ code: 550, text: 'looks like spam' }] });
    expect(await send({ port })).toMatchObject({
      ...{ result: 'parked', status: 550, reason: 'The mail server refused it (550).' },
      answer: expect.stringContaining('looks like spam'),
    });
  });

  it('some of the addresses refused: sent, and who did not get it is said', async () => {
    const refuse = (address: string) =>
      address.startsWith('gone') ? { code: 550, text: 'no such user' } : undefined;
    const { port, mails } = await mailServer({ refuse });
    const outcome = await send({ port, to: ['jane@example.com', 'gone@example.com'] });
    expect(outcome.result).toBe('sent');
    expect(outcome.answer).toMatch(/Not taken for gone@example\.com: 550 no such user/);
    expect(mails[0].to).toEqual(['jane@example.com']);
  });

  it.each([
    [550, 'parked'],
    [451, 'retry'],
  ])('all of the addresses refused with %i: %s', async (code, result) => {
    const { port } = await mailServer({ refuse: () => ({ code, text: 'not now' }) });
    const outcome = await send({ port });
    expect(outcome).toMatchObject({ result, answer: expect.stringContaining('not now') });
  });

  it('a mail that is larger than it takes: given up', async () => {
    const { port } = await mailServer({ options: { size: 100 } });
    expect(await send({ port })).toMatchObject({ result: 'parked' });
  });
});

describe('a mail server that does not answer', () => {
  it.each([
    ['says nothing', () => undefined],
    [
      'says a little now and then',
      (socket: Socket) => setInterval(() => socket.write('220-wait\r\n'), 20).unref(),
    ],
  ])('%s: tried again after the time limit', async (_how, greet) => {
    const port = await portThat((socket) => void greet(socket));
    const outcome = await send({ port }, {}, { timeLimit: 300 });
    expect(outcome).toMatchObject({
      result: 'retry',
      answer: expect.stringContaining('receiver.example'),
    });
  });

  it.each([
    ['hangs up at once', (socket: Socket) => socket.destroy()],
    ['hangs up after its greeting', (socket: Socket) => socket.end('220 hello\r\n')],
    ['speaks no SMTP', (socket: Socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')],
  ])('%s: tried again', async (_how, greet) => {
    const port = await portThat((socket) => void greet(socket));
    expect((await send({ port }, {}, { timeLimit: 2000 })).result).toBe('retry');
  });

  it('is not there: tried again, with the reason', async () => {
    const port = await portThat(() => undefined);
    for (const { server } of silent) await new Promise((done) => server.close(done));
    const outcome = await send({ port });
    expect(outcome).toEqual({
      result: 'retry',
      answer: `receiver.example:${port} refuses connections.`,
    });
  });

  it('is on port with TLS where none is spoken: tried again', async () => {
    const { port } = await mailServer();
    expect((await send({ port, security: 'tls' })).result).toBe('retry');
  });
});
