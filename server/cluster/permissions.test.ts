import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { refusal } from './errors';
import { indicesIn, readRefusal } from './permissions';

const FOLDER = join(__dirname, '../../test/fixtures/security');

interface Recorded {
  request: { path: string };
  response: { status: number; body: unknown };
}

/** An answer of OpenSearch 3.4 with its security plugin, as it was recorded. */
const recorded = (name: string): Recorded => {
  const file = readdirSync(FOLDER).find((entry) => entry.endsWith(`-${name}.json`)) ?? name;
  return JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Recorded;
};

const errorOf = (name: string) => {
  const { request, response } = recorded(name);
  return refusal(response.status, response.body, indicesIn(request.path));
};

describe('a recorded refusal of the security plugin', () => {
  it.each([
    [
      'config-index-direct-bob',
      'bob lacks the permission indices:data/read/search on .opendistro-alerting-config.',
      {
        user: 'bob',
        permissions: ['indices:data/read/search'],
        indices: ['.opendistro-alerting-config'],
      },
    ],
    [
      'monitor-create-alice-readonly',
      'alice lacks the permission cluster:admin/opendistro/alerting/monitor/write on the cluster.',
      {
        user: 'alice',
        permissions: ['cluster:admin/opendistro/alerting/monitor/write'],
        indices: [],
      },
    ],
    [
      'ism-explain-alice',
      'alice lacks the permission cluster:admin/opendistro/ism/managedindex/explain on the cluster.',
      {
        user: 'alice',
        permissions: ['cluster:admin/opendistro/ism/managedindex/explain'],
        indices: [],
      },
    ],
    [
      'monitor-create-bob-forbidden-index',
      'The caller lacks the permission indices:data/read/search on secret-logs.',
      { permissions: ['indices:data/read/search'], indices: ['secret-logs'] },
    ],
    [
      'monitor-get-filtered-bob',
      'The cluster shows the monitor Lm_m_KEBQnzdYt9UMrhe only to users who share a backend role with its author.',
      { permissions: [], indices: [] },
    ],
    [
      'monitor-create-filtered-bad-role',
      'Only backend roles that you have yourself can be given.',
      { permissions: [], indices: [] },
    ],
  ])('%s says who lacks what on which', (name, message, details) => {
    const error = errorOf(name);
    expect(error.code).toBe('forbidden');
    expect(error.message).toBe(message);
    expect(error.details).toMatchObject(details);
    expect('user' in error.details).toBe('user' in details);
  });

  it('is read for every 403 that was recorded', () => {
    const names = readdirSync(FOLDER).map((file) => file.replace(/^\d+-|\.json$/g, ''));
    const forbidden = names.filter((name) => recorded(name).response.status === 403);
    expect(forbidden.length).toBeGreaterThan(8);
    for (const name of forbidden) expect(errorOf(name).details).toHaveProperty('permissions');
  });

  it('without credentials is a matter of the login, not of permissions', () => {
    expect(errorOf('no-credentials').code).toBe('unauthenticated');
  });
});

describe('readRefusal', () => {
  it('reads what the security of Elasticsearch says', () => {
    const reason =
      'action [indices:data/read/search] is unauthorized for user [bob] with roles [app] on indices [a,b], this action is granted by the index privileges [read,all]';
    expect(readRefusal(reason, ['*'])).toEqual({
      user: 'bob',
      permissions: ['indices:data/read/search'],
      indices: ['a', 'b'],
      message: 'bob lacks the permission indices:data/read/search on a, b.',
    });
    const short = 'action [indices:data/read/search] is unauthorized for user [bob]';
    expect(readRefusal(short, ['logs'])?.indices).toEqual(['logs']);
  });

  it('names several permissions', () => {
    const reason =
      'no permissions for [indices:a, indices:b] and User [name=eve, backend_roles=[]]';
    expect(readRefusal(reason, ['x'])?.message).toBe(
      'eve lacks the permissions indices:a, indices:b on x.'
    );
  });

  it('leaves a 403 that is about something else alone', () => {
    const body = { error: { type: 'cluster_block_exception', reason: 'index [a] blocked by: …' } };
    const error = refusal(403, body, ['a']);
    expect(error.message).toBe('index [a] blocked by: …');
    expect(error.details).toEqual({ status: 403, type: 'cluster_block_exception' });
  });
});

describe('indicesIn', () => {
  it.each([
    ['/logs-*,app/_search', ['logs-*', 'app']],
    ['/%3Clogs-%7Bnow%2Fd%7D%3E/_search', ['<logs-{now/d}>']],
    ['/_msearch', []],
    ['/', []],
  ])('%s is about %j', (path, indices) => {
    expect(indicesIn(path)).toEqual(indices);
  });
});
