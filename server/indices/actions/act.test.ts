import type { Act as AuditAct } from '../../../common/audit/entry';
import { WatchkeeperError } from '../../../common/errors';
import { actSchema } from '../../../common/indices/indices_api';
import type { Cluster, ClusterRequest } from '../../cluster/types';
import { act } from './act';

const rig = (answer: (path: string) => unknown = () => ({ acknowledged: true })) => {
  const asked: string[] = [];
  const acts: AuditAct[] = [];
  const cluster: Cluster = {
    async request<T>({ method, path }: ClusterRequest) {
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
  return { asked, acts, run };
};

const forbid = (path: string) => {
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
