import type { Act as AuditAct } from '../../../common/audit/entry';
import { WatchkeeperError } from '../../../common/errors';
import { actSchema } from '../../../common/indices/indices_api';
import type { Cluster, ClusterRequest } from '../../cluster/types';
import { act } from './act';

/** What a look at names finds: indices, unless something else is said of them. */
const sighted = (path: string, others: Record<string, object>) =>
  Object.assign(
    {},
    ...path
      .slice(1)
      .split(',')
      .map((name) => others[name] ?? { [name]: { settings: { index: { uuid: 'u' } } } })
  ) as object;

const STREAMS = {
  data_streams: [{ name: 'web', indices: [{ index_name: 'w1' }, { index_name: 'w2' }] }],
};

const rig = (
  answer: (path: string) => unknown = () => ({ acknowledged: true }),
  others: Record<string, object> = {}
) => {
  const asked: string[] = [];
  const acts: AuditAct[] = [];
  const cluster: Cluster = {
    async request<T>({ method, path }: ClusterRequest) {
      if (path.startsWith('/_data_stream/')) return { status: 200, body: STREAMS as T };
      if (method === 'GET') return { status: 200, body: sighted(path, others) as T };
      asked.push(`${method} ${path}`);
      return { status: 200, body: answer(path) as T };
    },
    text: () => Promise.reject(new Error('not asked for')),
  };
  const audit = {
    record: async (some: readonly AuditAct[]) => void acts.push(...some),
    find: () => Promise.reject(new Error('not asked for')),
  };
  const run = (indices: string[], what: object) =>
    act(cluster, audit, actSchema.parse({ indices, what }), 'ann');
  return { asked, acts, run, cluster, audit };
};

const forbid = (path: string): never => {
  throw new WatchkeeperError('forbidden', `ann lacks it on ${path}.`);
};

describe('what is done to indices', () => {
  it('is done to each once, and told to the audit', async () => {
    const { asked, acts, run } = rig();
    const answer = await run(['a', 'b', 'a'], { action: 'close' });
    expect(answer).toEqual({ done: ['a', 'b'], failed: [] });
    expect(asked).toEqual(['POST /a/_close', 'POST /b/_close']);
    expect(acts.map(({ who, what, name }) => [who, what, name])).toEqual([
      ['ann', 'index.closed', 'a'],
      ['ann', 'index.closed', 'b'],
    ]);
  });

  it('fails for one and is done to the others', async () => {
    const { acts, run } = rig((path) => (path.startsWith('/b') ? forbid(path) : {}));
    expect(await run(['a', 'b'], { action: 'flush' })).toEqual({
      done: ['a'],
      failed: [{ index: 'b', reason: 'ann lacks it on /b/_flush.' }],
    });
    expect(acts).toHaveLength(1);
  });

  it('is forbidden where it is forbidden for all', async () => {
    await expect(rig(forbid).run(['a', 'b'], { action: 'open' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('has failed where the answer says so in spite of its status', async () => {
    const failures = [{ reason: { reason: 'no space' } }];
    const { acts, run } = rig((path) =>
      path.startsWith('/a') ? { acknowledged: false } : { _shards: { failed: 2, failures } }
    );
    const { done, failed } = await run(['a', 'b'], { action: 'refresh' });
    expect(done).toEqual([]);
    expect(failed.map(({ reason }) => reason)).toEqual([
      'The cluster has begun it, but not confirmed it in time.',
      '2 shards failed: no space',
    ]);
    // What the cluster has begun it goes on with: it is noted who wanted it.
    expect(acts.map(({ name }) => name)).toEqual(['a']);
  });

  it('deletes only by the word: the name of one, the number of several', async () => {
    const { asked, run } = rig();
    const remove = (confirm: string) => ({ action: 'delete', confirm });
    await expect(run(['a'], remove('b'))).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(run(['a', 'b'], remove('a'))).rejects.toThrow('delete 2 indices');
    expect(asked).toEqual([]);
    await run(['a'], remove('a'));
    await run(['a', 'b'], remove('delete 2 indices'));
    expect(asked).toEqual(['DELETE /a', 'DELETE /a', 'DELETE /b']);
  });

  it.each(['close', 'open', 'read_only', 'flush'])(
    'takes no alias and no data stream for an index, and does nothing then: %s',
    async (action) => {
      const { asked, run } = rig(undefined, { all: { a: {}, b: {} } });
      for (const indices of [['c', 'all'], ['a', 'b', 'all'], ['all']]) {
        await expect(run(indices, { action })).rejects.toMatchObject({
          ...{ code: 'invalid_input', details: { problems: [{ field: 'indices' }] } },
          message: expect.stringContaining('“all” is an alias or a data stream') as string,
        });
      }
      expect(asked).toEqual([]);
    }
  );

  it('leaves what is not there to the cluster, which says so of that one', async () => {
    const { asked, run } = rig(undefined, { gone: {} });
    await run(['a', 'gone'], { action: 'close' });
    expect(asked).toEqual(['POST /a/_close', 'POST /gone/_close']);
  });

  it('is not done to what the caller may not look at: it may be an alias', async () => {
    const lacking = { ...rig() };
    const { cluster, audit } = lacking;
    const { request } = cluster;
    cluster.request = async (asked, options) =>
      asked.method === 'GET' && asked.path.includes('b')
        ? forbid(asked.path)
        : request(asked, options);
    const what = actSchema.parse({ indices: ['a', 'b'], what: { action: 'close' } });
    const { done, failed } = await act(cluster, audit, what, 'ann');
    expect([done, failed.map(({ index }) => index)]).toEqual([['a'], ['b']]);
    expect(lacking.asked).toEqual(['POST /a/_close']);
  });

  it('deletes no index that a data stream writes to, and says what to do first', async () => {
    const of = (name: string) => ({ [name]: { data_stream: 'web' } });
    const { asked, run } = rig(undefined, { w1: of('w1'), w2: of('w2') });
    const remove = (indices: string[], confirm: string) =>
      run(indices, { action: 'delete', confirm });
    await expect(remove(['w1', 'w2'], 'delete 2 indices')).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('Roll the data stream over first') as string,
    });
    expect(asked).toEqual([]);
    expect(await remove(['w1'], 'w1')).toMatchObject({ done: ['w1'] });
  });

  it.each(['*', 'logs-*', 'a,b', '_all', '-a', '<logs-{now/d}>', 'a/b', '.', '..', ''])(
    'takes no pattern and no list for a name: %s',
    (name) => {
      const what = { action: 'open' };
      expect(actSchema.safeParse({ indices: [name], what }).success).toBe(false);
    }
  );

  it('takes names with dots, dashes and dates', () => {
    const indices = ['.ds-logs-000001', 'logs_app-2026.11.21', 'café'];
    expect(actSchema.safeParse({ indices, what: { action: 'open' } }).success).toBe(true);
  });
});
