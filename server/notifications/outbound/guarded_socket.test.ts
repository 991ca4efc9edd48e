import { parseAllowList } from './address_rules';
import { createGuardedClient } from './guarded_client';
import { BlockedAddress } from './guarded_connect';
import type { Resolve } from './guarded_connect';
import { socketFailure } from './guarded_socket';
import { answers, closeReceivers, tcpReceiver } from './testing/receivers';

afterEach(closeReceivers);

const greeter = () => tcpReceiver((socket) => socket.end('220 hello\r\n'));
const failureOf = (action: Promise<unknown>) =>
  action.then(
    () => undefined,
    (error: unknown) => error
  );

describe('a guarded socket', () => {
  it('talks to a host that is allowed, by its address and by its name', async () => {
    const { port } = await greeter();
    const client = createGuardedClient(parseAllowList(['127.0.0.1']), answers('127.0.0.1'));
    for (const host of ['127.0.0.1', 'mail.example.com']) {
      const socket = await client.connect({ host, port, timeLimit: 20_000 });
      const text = await new Promise((done) => socket.once('data', (data) => done(String(data))));
      expect(text).toBe('220 hello\r\n');
      socket.destroy();
    }
  });

  it.each([
    '127.0.0.1',
    'localhost',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '0:0:0:0:0:0:0:1',
    '[::1]',
    '::1%lo',
    'fe80::1%eth0',
    '127.0.0.1.',
    'localhost.',
    '１２７.0.0.1',
    '127。0。0。1',
    'a@127.0.0.1',
    '127.0.0.1/x',
    '127.0.0.1:25',
    '127.0.0.1#',
    'local\thost',
    'localhost\r\nRCPT',
    '',
    ' ',
    '%31%32%37.0.0.1',
    '0',
  ])('does not get to loopback as %j', async (host) => {
    const { port, connections } = await greeter();
    const client = createGuardedClient(parseAllowList([]));
    const error = await failureOf(client.connect({ host, port, timeLimit: 20_000 }));
    expect(error).toBeDefined();
    expect(connections()).toBe(0);
  });

  it('says what to do about an address that is refused', async () => {
    const client = createGuardedClient(parseAllowList([]), answers('10.0.0.1'));
    const error = await failureOf(
      client.connect({ host: 'mail.example.com', port: 587, timeLimit: 20_000 })
    );
    expect(error).toBeInstanceOf(BlockedAddress);
    expect(socketFailure(error, 'mail.example.com', 587)).toContain(
      'add "mail.example.com:587" to opensearch_watchkeeper.outbound.allow'
    );
  });

  it('looks a name up once, so that another answer gains nothing', async () => {
    const { port } = await greeter();
    let lookUps = 0;
    const rebinding: Resolve = (host) =>
      answers(++lookUps === 1 ? '127.0.0.1' : '169.254.169.254')(host);
    const client = createGuardedClient(parseAllowList(['127.0.0.1']), rebinding);
    const socket = await client.connect({ host: 'mail.example.com', port, timeLimit: 20_000 });
    expect(socket.remoteAddress).toBe('127.0.0.1');
    expect(lookUps).toBe(1);
    socket.destroy();
  });

  it('does not wait for ever for a DNS that does not answer', async () => {
    const silent: Resolve = () => new Promise(() => undefined);
    const client = createGuardedClient(parseAllowList([]), silent);
    const error = await failureOf(
      client.connect({ host: 'mail.example.com', port: 25, timeLimit: 50 })
    );
    expect(socketFailure(error, 'mail.example.com', 25)).toContain('connecting took too long');
  });

  it.each([0, -1, 1.5, 65_536, Number.NaN])('has no port %p', async (port) => {
    const client = createGuardedClient(parseAllowList(['127.0.0.1']));
    const error = await failureOf(client.connect({ host: '127.0.0.1', port, timeLimit: 1000 }));
    expect(error).toBeInstanceOf(BlockedAddress);
  });

  it('says who refuses a connection', async () => {
    const client = createGuardedClient(parseAllowList(['127.0.0.1']));
    const error = await failureOf(
      client.connect({ host: '127.0.0.1', port: 1, timeLimit: 20_000 })
    );
    expect(socketFailure(error, '127.0.0.1', 1)).toBe('127.0.0.1:1 refuses connections.');
  });
});
