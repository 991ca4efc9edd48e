// The cluster is a fake, made of recorded answers of OpenSearch 3.4 (test/fixtures/security): one with the security plugin cannot be had here.
import { hashPassword } from '../../scripts/setup/password_hash.mjs';
import { basicHeader } from './principal';
import type { FakeCluster } from './testing/fake_cluster';
import { startFakeCluster } from './testing/fake_cluster';
import type { LoginStage } from './testing/stage';
import { cookieOf, startStage } from './testing/stage';

const HOST_USER = { username: 'kibanaserver', password: 'k' };

describe('a host with a login, before a cluster with users', () => {
  let cluster: FakeCluster;
  let stage: LoginStage;

  beforeEach(async () => {
    cluster = await startFakeCluster({ kibanaserver: 'k', alice: 'a', bob: 'bob:with:colons' });
    const auth = { user: 'ops', password_hash: await hashPassword('local') };
    stage = await startStage({
      cluster: { url: cluster.url, ...HOST_USER },
      config: { host: '0.0.0.0', auth },
    });
  });
  afterEach(async () => {
    await stage.stop();
    await cluster.stop();
  });

  const closed = (headers: Record<string, string>) => stage.ask('/api/tiny/closed', { headers });
  const askedAs = (path: string) =>
    cluster.asked.filter((each) => each.path === `GET ${path}`).map(({ user }) => user);

  it('lets in who the cluster knows, and asks the cluster as them from then on', async () => {
    const answer = await stage.logIn('alice', 'a');
    expect(answer.status).toBe(200);
    const cookie = cookieOf(answer);
    expect((await closed({ cookie })).status).toBe(200);
    expect(askedAs('/_as_closed')).toEqual(['alice']);
    expect(answer.cookie).not.toContain(Buffer.from('alice:a').toString('base64'));
  });

  it('lets programs in with the same names', async () => {
    const authorization = basicHeader('bob', 'bob:with:colons');
    expect((await closed({ authorization })).json()).toMatchObject({ in: true, authorization });
    expect(askedAs('/_as_closed')).toEqual(['bob']);
  });

  it.each([
    ['alice', 'wrong'],
    ['nobody', 'a'],
    ['', ''],
    // Of the configuration: it counts only where the cluster knows no users.
    ['ops', 'local'],
  ])('does not let in %s with %s', async (name, password) => {
    const answer = await stage.logIn(name, password);
    expect([answer.status, answer.cookie]).toEqual([401, '']);
    expect((await closed({ authorization: basicHeader(name, password) })).status).toBe(401);
  });

  it('stops believing a program whose password has changed, within a minute', async () => {
    const authorization = basicHeader('alice', 'a');
    await closed({ authorization });
    cluster.users.delete('alice');
    stage.clock.now += 60_000;
    expect((await closed({ authorization })).status).toBe(401);
  });

  it('asks the cluster as nobody for whoever has not logged in', async () => {
    await stage.ask('/api/tiny/open');
    await stage.ask('/api/tiny/maybe');
    expect(askedAs('/_as_open')).toEqual([undefined]);
    expect(askedAs('/_as_maybe')).toEqual([undefined]);
  });

  it('needs no user of the configuration to start', async () => {
    const other = await startStage({
      host: '0.0.0.0',
      cluster: { url: cluster.url, ...HOST_USER },
    });
    expect((await other.logIn('alice', 'a')).status).toBe(200);
    await other.stop();
  });
});
