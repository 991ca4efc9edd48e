import { join } from 'node:path';
import { hashPassword } from '../../scripts/setup/password_hash.mjs';
import { basicHeader } from './principal';
import type { FakeCluster } from './testing/fake_cluster';
import { startFakeCluster } from './testing/fake_cluster';
import type { LoginStage } from './testing/stage';
import { cookieOf, startStage } from './testing/stage';

const MINUTE = 60_000;
const PASSWORD = 'correct horse';
const PAGE = { accept: 'text/html,application/xhtml+xml' };
const TLS = join(__dirname, '../../test/fixtures/tls');

describe('a host with a login of its own, before a cluster without security', () => {
  let cluster: FakeCluster;
  let auth: { user: string; password_hash: string };
  let stage: LoginStage;

  beforeAll(async () => {
    cluster = await startFakeCluster();
    auth = { user: 'ops', password_hash: await hashPassword(PASSWORD) };
  });
  afterAll(() => cluster.stop());
  beforeEach(async () => {
    stage = await startStage({ cluster: { url: cluster.url }, config: { host: '0.0.0.0', auth } });
  });
  afterEach(() => stage.stop());

  const logIn = () => stage.logIn('ops', PASSWORD);
  const closed = (headers: Record<string, string> = {}) =>
    stage.ask('/api/tiny/closed', { headers });

  it('sends pages to the login and back, and answers programs with 401', async () => {
    const page = await stage.ask('/app/alerts?x=1', { headers: PAGE });
    expect([page.status, page.headers.location]).toEqual([
      302,
      '/login?next=%2Fapp%2Falerts%3Fx%3D1',
    ]);
    const home = await stage.ask('/', { headers: PAGE });
    expect(home.headers.location).toBe('/login');
    const api = await closed(PAGE);
    expect(api.status).toBe(401);
    expect(api.json()).toMatchObject({
      statusCode: 401,
      message: expect.stringContaining('Log in'),
      attributes: { code: 'unauthenticated' },
    });
    // A browser would ask for "Basic" with a dialogue of its own.
    expect(api.headers['www-authenticate']).not.toMatch(/basic/i);
    expect((await stage.ask('/api/status')).status).toBe(401);
    expect((await stage.ask('/api/saved_objects/_find?type=x')).status).toBe(401);
  });

  it('shows strangers the login page and its files, and nothing of the configuration', async () => {
    const page = await stage.ask('/login');
    expect(page.status).toBe(200);
    expect(page.headers['content-security-policy']).toContain("script-src 'unsafe-eval' 'self'");
    const [, script = ''] = /src="([^"]*login\.js)"/.exec(page.text) ?? [];
    expect((await stage.ask(script)).text).toBe('/* login */');
    expect(page.text).not.toContain('tinyProbe.plugin.js');
  });

  it('lets in with name and password, and out again', async () => {
    const answer = await stage.logIn('ops', PASSWORD, { next: '/app/alerts?x=1' });
    expect([answer.status, answer.json()]).toEqual([200, { next: '/app/alerts?x=1' }]);
    const cookie = cookieOf(answer);
    const page = await stage.ask('/app/alerts', { headers: { ...PAGE, cookie } });
    expect(page.status).toBe(200);
    expect(page.text).toContain('&#34;user&#34;:{&#34;name&#34;:&#34;ops&#34;}');
    expect((await closed({ cookie })).json()).toMatchObject({ in: true });

    const headers = { cookie, 'osd-xsrf': 'x' };
    const out = await stage.ask('/logout', { method: 'POST', headers });
    expect(out.status).toBe(204);
    expect(out.cookie).toMatch(/^watchkeeper_sid_\w+=; Max-Age=0/);
    expect((await closed({ cookie })).status).toBe(401);
  });

  it('gives a cookie that scripts cannot read and other sites cannot send', async () => {
    const { cookie } = await logIn();
    expect(cookie).toMatch(/^watchkeeper_sid_\w{8}=[\w-]{43}; /);
    expect(cookie).toContain('; HttpOnly');
    expect(cookie).toContain('; SameSite=Lax');
    expect(cookie).toContain('; Path=/');
    expect(cookie).not.toContain('Secure');
    expect(cookie).not.toMatch(/Expires|Max-Age/);
  });

  it('refuses a wrong password and a wrong name alike, and logs who tried', async () => {
    const wrong = await stage.logIn('ops', 'battery staple');
    const nobody = await stage.logIn('nobody\nfake line', PASSWORD);
    expect([wrong.status, wrong.cookie]).toEqual([401, '']);
    expect(nobody.json()).toEqual(wrong.json());
    expect(wrong.json()).toMatchObject({ message: 'The name or the password is wrong.' });
    const log = stage.logged.join('\n');
    expect(log).toContain('A login as "nobody\\nfake line" from 127.0.0.1 was refused');
    expect(log).not.toContain('battery staple');
  });

  it('stops guesses with 429 and says how long, even with the right password then', async () => {
    for (let i = 0; i < 5; i++) await stage.logIn('ops', 'wrong');
    const blocked = await logIn();
    expect(blocked.status).toBe(429);
    expect(blocked.json()).toMatchObject({
      message: 'Too many failed attempts. Try again in 5 minutes.',
    });
    expect(blocked.headers['retry-after']).toBe('300');
    const authorization = basicHeader('ops', 'wrong');
    expect((await closed({ authorization })).status).toBe(429);
    stage.clock.now += 5 * MINUTE;
    expect((await logIn()).status).toBe(200);
  });

  it('counts guesses that come at once', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 12 }, () => stage.logIn('ops', 'wrong'))
    );
    expect(guesses.filter(({ status }) => status === 401)).toHaveLength(5);
  });

  it('ends a session that is idle, and one that is old', async () => {
    const idle = cookieOf(await logIn());
    stage.clock.now += 60 * MINUTE;
    const ended = await closed({ cookie: idle });
    expect([ended.status, ended.json().message]).toEqual([
      401,
      'Your session has ended. Log in again.',
    ]);
    const busy = cookieOf(await logIn());
    for (let i = 0; i < 23; i++) {
      stage.clock.now += 30 * MINUTE;
      expect((await closed({ cookie: busy })).status).toBe(200);
    }
    stage.clock.now += 30 * MINUTE;
    expect((await closed({ cookie: busy })).status).toBe(401);
  });

  it('does not keep a session alive for a page that asks on its own', async () => {
    const cookie = cookieOf(await logIn());
    stage.clock.now += 59 * MINUTE;
    expect((await closed({ cookie, 'osd-system-request': 'true' })).status).toBe(200);
    stage.clock.now += MINUTE;
    expect((await closed({ cookie })).status).toBe(401);
  });

  it('never takes over a session id that came with the request, and ends the one before', async () => {
    const [name] = cookieOf(await logIn()).split('=');
    const planted = `${name}=${'A'.repeat(43)}`;
    const first = cookieOf(await stage.logIn('ops', PASSWORD, { cookie: planted }));
    expect(first).not.toBe(planted);
    expect((await closed({ cookie: planted })).status).toBe(401);
    const second = cookieOf(await stage.logIn('ops', PASSWORD, { cookie: first }));
    expect((await closed({ cookie: first })).status).toBe(401);
    expect((await closed({ cookie: second })).status).toBe(200);
    // One that another site of the domain has put beside it does no harm.
    expect((await closed({ cookie: `${planted}; ${second}` })).status).toBe(200);
  });

  it.each([
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/a\r\nset-cookie: x=y',
    7,
  ])('does not lead to %j after the login', async (next) => {
    const answer = await stage.logIn('ops', PASSWORD, { next });
    if (answer.status === 200) expect(answer.json()).toEqual({ next: '/' });
    else expect(answer.status).toBe(400);
    expect(answer.headers['set-cookie']?.length ?? 0).toBeLessThan(2);
  });

  it('lets no line break of a URL into the header that leads to the login', async () => {
    const page = await stage.ask('/app/x%0d%0aset-cookie:%20a=b?y=%0d%0a', { headers: PAGE });
    expect(page.status).toBe(302);
    expect(page.headers.location).toMatch(/^\/login\?next=[\w%.-]+$/);
    expect(page.cookie).toBe('');
  });

  it('wants the header that forged requests lack, for the login too', async () => {
    const body = { username: 'ops', password: PASSWORD };
    const forged = await stage.ask('/login', { method: 'POST', body });
    expect([forged.status, forged.cookie]).toEqual([400, '']);
    const cookie = cookieOf(await logIn());
    const write = (headers: Record<string, string>) =>
      stage.ask('/api/tiny/write', { method: 'POST', headers: { cookie, ...headers } });
    expect((await write({})).status).toBe(400);
    expect((await write({ 'osd-xsrf': 'x' })).status).toBe(204);
    expect((await stage.ask('/logout', { method: 'POST', headers: { cookie } })).status).toBe(400);
    expect((await closed({ cookie })).status).toBe(200);
  });

  it('lets programs in with Basic, as the user of the host and without their header', async () => {
    const authorization = basicHeader('ops', PASSWORD);
    for (let i = 0; i < 3; i++) {
      const answer = await closed({ authorization });
      expect([answer.status, answer.cookie]).toEqual([200, '']);
      expect(answer.json()).not.toHaveProperty('authorization');
    }
    expect((await closed({ authorization: 'Basic bm9jb2xvbg==' })).status).toBe(401);
    expect((await closed({ authorization: 'Bearer abc' })).status).toBe(401);
    // The cluster has no business with this password.
    expect(cluster.asked.filter(({ user }) => user !== undefined)).toEqual([]);
  });

  it('honours routes that want no login, or take whoever comes', async () => {
    const open = await stage.ask('/api/tiny/open', { headers: { authorization: 'Bearer abc' } });
    expect(open.json()).toMatchObject({ in: false, authorization: 'Bearer abc' });
    expect((await stage.ask('/api/tiny/maybe')).json()).toMatchObject({ in: false });
    const stale = { cookie: 'watchkeeper_sid_00000000=gone' };
    expect((await stage.ask('/api/tiny/maybe', { headers: stale })).status).toBe(200);
    const headers = { cookie: cookieOf(await logIn()) };
    expect((await stage.ask('/api/tiny/maybe', { headers })).json()).toMatchObject({ in: true });
  });

  it('lets in what the host itself starts, and nobody who guesses its header', async () => {
    expect((await closed(stage.host.ownHeaders)).json()).toMatchObject({ in: true });
    const { authorization } = stage.host.ownHeaders;
    expect((await closed({ authorization: `${authorization}x` })).status).toBe(401);
  });

  it('is served under any name, since a cookie goes to its own name only', async () => {
    const answer = await stage.ask('/login', { headers: { host: 'watch.example' } });
    expect(answer.status).toBe(200);
  });
});

describe('a host with TLS', () => {
  it('speaks it, and marks the cookie for it', async () => {
    const cluster = await startFakeCluster();
    const stage = await startStage({
      cluster: { url: cluster.url },
      basePath: '/base',
      config: {
        auth: { user: 'ops', password_hash: await hashPassword(PASSWORD) },
        tls: { cert: join(TLS, 'self_signed_cert.pem'), key: join(TLS, 'self_signed_key.pem') },
      },
    });
    expect(stage.host.url).toMatch(/^https:\/\/localhost:\d+\/base$/);
    const answer = await stage.logIn('ops', PASSWORD, { next: '/base/app/x' });
    expect(answer.json()).toEqual({ next: '/base/app/x' });
    expect(answer.cookie).toContain('; Secure');
    expect(answer.cookie).toContain('; Path=/base');
    const page = await stage.ask('/app/x', { headers: PAGE });
    expect(page.headers.location).toBe('/base/login?next=%2Fbase%2Fapp%2Fx');
    const insecure = stage.host.url.replace('https:', 'http:');
    await expect(fetch(insecure)).rejects.toThrow();
    await stage.stop();
    await cluster.stop();
  });
});

describe('a host beyond loopback', () => {
  it('does not start where nobody could log in, and says what to do', async () => {
    const cluster = await startFakeCluster();
    const start = startStage({ host: '0.0.0.0', cluster: { url: cluster.url } });
    await expect(start).rejects.toThrow(/no users of its own[^]*npm run hash-password/);
    await cluster.stop();
  });

  it('starts without its cluster, and lets nobody in until it answers', async () => {
    const stage = await startStage({ host: '0.0.0.0' });
    const answer = await stage.logIn('ops', PASSWORD);
    expect(answer.status).toBe(503);
    expect(answer.json()).toMatchObject({
      message: expect.stringContaining('The cluster does not answer'),
    });
    expect(stage.logged.join('\n')).toContain('Nobody can log in until the cluster answers');
    await stage.stop();
  });

  it('warns when passwords come unencrypted', async () => {
    const stage = await startStage({ host: '0.0.0.0' });
    expect(stage.logged.join('\n')).toContain('Passwords reach this host unencrypted');
    await stage.stop();
  });
});

describe('a host on loopback', () => {
  it('wants no login unless told so', async () => {
    const stage = await startStage({});
    expect((await stage.ask('/app/x', { headers: PAGE })).status).toBe(200);
    expect((await stage.ask('/login')).status).toBe(404);
    expect((await stage.ask('/api/tiny/maybe')).status).not.toBe(401);
    await stage.stop();
  });
});
