// The cluster is a fake, made of recorded answers of OpenSearch 3.4 (test/fixtures/security): one with the security plugin cannot be had here.
import { basicHeader } from '../../standalone/auth/principal';
import type { FakeCluster } from '../../standalone/auth/testing/fake_cluster';
import { startFakeCluster } from '../../standalone/auth/testing/fake_cluster';
import type { LoginStage } from '../../standalone/auth/testing/stage';
import { ARTEFACT, startStage } from '../../standalone/auth/testing/stage';
import { waitFor } from '../support/wait_for';

const BASE = '/api/watchkeeper';

const denies = (path: string, user: string): string | undefined => {
  if (user === 'kibanaserver' && path.startsWith('/.watchkeeper-*/_mapping')) {
    return 'indices:admin/mappings/get';
  }
  return user === 'bob' && path.includes('secret-logs') ? 'indices:data/read/search' : undefined;
};

describe('on a cluster that refuses', () => {
  let cluster: FakeCluster;
  let stage: LoginStage;

  beforeAll(async () => {
    cluster = await startFakeCluster({ kibanaserver: 'k', bob: 'b' }, denies);
    stage = await startStage({
      host: '0.0.0.0',
      artefactDir: ARTEFACT,
      cluster: { url: cluster.url, username: 'kibanaserver', password: 'k' },
    });
  });
  afterAll(async () => {
    await stage?.stop();
    await cluster?.stop();
  });

  const asBob = { authorization: basicHeader('bob', 'b'), 'osd-xsrf': 'x' };

  it('names on the page and in the log what the service account lacks', async () => {
    const wanted =
      'kibanaserver lacks the permission indices:admin/mappings/get on .watchkeeper-*.';
    await waitFor('the first refusal', async () => {
      const answer = await stage.ask(`${BASE}/status`, { headers: asBob });
      return answer.json<{ problems: string[] }>().problems.includes(wanted);
    });
    const lines = stage.logged.filter((line) => line.includes('The service account lacks'));
    expect(lines).toEqual([expect.stringContaining(wanted)]);
  });

  it('says to a person who lacks what on which, at the field of the indices', async () => {
    const query = JSON.stringify({ query: { match_all: {} } });
    const inputs = [{ search: { indices: ['secret-logs'], query } }];
    const answer = await stage.ask(`${BASE}/monitors/_run`, {
      method: 'POST',
      headers: asBob,
      body: { input: inputs[0], interval_ms: 60_000, query_delay_seconds: 0 },
    });
    const message = 'bob lacks the permission indices:data/read/search on secret-logs.';
    expect([answer.status, answer.json()]).toEqual([
      403,
      {
        statusCode: 403,
        error: 'Forbidden',
        message,
        attributes: expect.objectContaining({
          code: 'forbidden',
          user: 'bob',
          permissions: ['indices:data/read/search'],
          indices: ['secret-logs'],
          problems: [{ field: 'inputs.0.search.indices', message }],
        }),
      },
    ]);
  });
});
