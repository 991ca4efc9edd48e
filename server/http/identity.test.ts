import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WatchkeeperError } from '../../common/errors';
import { refusal } from '../cluster/errors';
import type { Cluster } from '../cluster/types';
import type { WatchkeeperConfig } from '../config';
import { createIdentity } from './identity';

const FOLDER = join(__dirname, '../../test/fixtures/security');

/** A recorded answer of OpenSearch 3.4 with its security plugin. */
const recorded = (file: string): { status: number; body: Record<string, unknown> } =>
  JSON.parse(readFileSync(join(FOLDER, `${file}.json`), 'utf8')).response;

const NONE = { read: [], acknowledge: [], write: [] };
const REQUEST = { headers: { authorization: 'Basic x' } };

function stage(roles: Partial<WatchkeeperConfig['roles']> = {}) {
  const clock = { now: 0 };
  const asked: string[] = [];
  const answers: Array<{ status: number; body: unknown } | WatchkeeperError> = [];
  const request = async ({ path }: { path: string }) => {
    asked.push(path);
    const answer = answers.shift() ?? { status: 400, body: {} };
    if (answer instanceof WatchkeeperError) throw answer;
    if (answer.status === 401) throw refusal(answer.status, answer.body);
    return answer as never;
  };
  const cluster: Cluster = { request, text: request };
  const monotonic = () => clock.now;
  const identity = createIdentity({ ...NONE, ...roles }, { now: monotonic, monotonic });
  return {
    asked,
    clock,
    identity,
    answers,
    who: (headers: object = REQUEST.headers) =>
      identity.callerOf(cluster, { headers: headers as Record<string, unknown> }),
  };
}

const withRoles = (roles: string[], more: object = {}) => {
  const { status, body } = recorded('003-authinfo');
  return { status, body: { ...body, user_name: 'carl', roles, backend_roles: [], ...more } };
};

describe('the identity of a caller', () => {
  it('is what the cluster says', async () => {
    const { who, answers } = stage();
    answers.push(recorded('003-authinfo'));
    expect(await who()).toMatchObject({
      name: 'admin',
      secured: true,
      roles: ['own_index', 'all_access', 'admin'],
      may: { read: true, acknowledge: true, write: true },
    });
  });

  it('is nobody on a cluster without security, where everybody may do everything', async () => {
    const { who, asked } = stage({ write: ['ops'] });
    expect(await who()).toEqual({
      roles: [],
      secured: false,
      may: { read: true, acknowledge: true, write: true },
    });
    expect(asked).toEqual(['/_plugins/_security/authinfo', '/_opendistro/_security/authinfo']);
  });

  it.each([
    [['reader'], { read: true, acknowledge: false, write: false }],
    [['oncall'], { read: true, acknowledge: true, write: false }],
    [['author'], { read: true, acknowledge: true, write: true }],
    [['other'], { read: false, acknowledge: false, write: false }],
    [['all_access'], { read: true, acknowledge: true, write: true }],
  ])('with the roles %j may do what the configuration says', async (roles, may) => {
    const configured = { read: ['reader'], acknowledge: ['oncall'], write: ['author'] };
    const { who, answers } = stage(configured);
    answers.push(withRoles(roles));
    expect((await who()).may).toEqual(may);
  });

  it('counts backend roles as well', async () => {
    const { who, answers } = stage({ write: ['team_br'] });
    answers.push(withRoles([], { backend_roles: ['team_br'] }));
    expect((await who()).may.write).toBe(true);
  });

  it('is refused by name, with the roles that it would need', async () => {
    const { who, answers, identity } = stage({ read: ['reader'], write: ['author', 'admin'] });
    answers.push(withRoles(['reader']));
    const caller = await who();
    const demand = () => identity.demand(caller, 'write');
    expect(demand).toThrow(
      'carl may not write in Watchkeeper. It needs one of these roles: author, admin.'
    );
    expect(demand).toThrow(
      expect.objectContaining({ code: 'forbidden', details: { user: 'carl', privilege: 'write' } })
    );
    expect(() => identity.demand(caller, 'read')).not.toThrow();
  });

  it('is asked for anew with other credentials, and after a while', async () => {
    const { who, answers, clock } = stage();
    answers.push(withRoles([]), withRoles([], { user_name: 'dora' }), withRoles(['late']));
    await who();
    expect((await who()).name).toBe('carl');
    expect((await who({ authorization: 'Basic y' })).name).toBe('dora');
    clock.now = 30_000;
    expect((await who()).roles).toEqual(['late']);
  });

  it('without credentials is a matter of the login', async () => {
    const { who, answers } = stage();
    answers.push(recorded('001-no-credentials'));
    await expect(who({})).rejects.toThrow(expect.objectContaining({ code: 'unauthenticated' }));
  });

  it('lets the page be seen that says that the cluster is down, and is not remembered', async () => {
    const { who, answers } = stage({ write: ['author'] });
    answers.push(new WatchkeeperError('cluster_unreachable', 'gone'), withRoles([]));
    expect(await who()).toMatchObject({ unknown: true });
    expect(await who()).toMatchObject({ name: 'carl', may: { write: false } });
  });
});
