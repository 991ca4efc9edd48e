import type { Act } from '../../../common/audit/entry';
import { WatchkeeperError } from '../../../common/errors';
import { bulkSettingsSchema } from '../../../common/indices/page/bulk_settings';
import type { IndexEdit } from '../../../common/indices/page/edits';
import type { Cluster, ClusterRequest } from '../../cluster/types';
import { editIndex } from './edit_index';
import { editMany } from './edit_many';

/** An index with one alias, and what was sent to change it. */
const room = (acknowledged = true) => {
  const sent: ClusterRequest[] = [];
  const acts: Act[] = [];
  const answer = ({ method, path }: ClusterRequest): unknown => {
    if (method !== 'GET') return { acknowledged };
    if (path.startsWith('/_cat')) return [{ index: 'logs' }];
    const settings = { 'index.priority': '1', 'index.uuid': 'u' };
    return { logs: { settings, aliases: { all: { index_routing: 'a', filter: {} } } } };
  };
  const cluster: Cluster = {
    async request<T>(request: ClusterRequest) {
      if (request.method !== 'GET') sent.push(request);
      return { status: 200, body: answer(request) as T };
    },
    text: () => Promise.reject(new Error('not asked for')),
  };
  const audit = {
    record: async (more: readonly Act[]) => void acts.push(...more),
    find: () => Promise.reject(new Error('not asked for')),
  };
  const may = { read: true, acknowledge: true, write: true };
  const by = { cluster, caller: { name: 'ann', roles: [], secured: true, may } };
  return {
    sent,
    acts,
    by,
    audit,
    cluster,
    edit: (edit: IndexEdit) => editIndex(by, audit, 'logs', edit),
  };
};

describe('an edit of an index', () => {
  it('changes settings that are as they were seen, and notes who did', async () => {
    const { sent, acts, edit } = room();
    const changes = { 'index.priority': '5', 'index.hidden': null };
    await edit({ edit: 'settings', changes, seen: { 'index.priority': '1' } });
    expect(sent).toEqual([{ method: 'PUT', path: '/logs/_settings', body: changes }]);
    expect(acts).toEqual([
      { who: 'ann', what: 'index.settings_changed', object_id: 'logs', name: 'logs' },
    ]);
  });

  it('notes who did what the cluster has begun and not confirmed', async () => {
    const { acts, edit } = room(false);
    await expect(
      edit({ edit: 'put_alias', alias: 'new', body: {}, seen: null })
    ).rejects.toMatchObject({ code: 'cluster_refused' });
    expect(acts.map(({ what }) => what)).toEqual(['index.aliases_changed']);
  });

  it('overwrites nothing that somebody else has changed, and says what stands there', async () => {
    const { sent, acts, edit } = room();
    await expect(
      edit({ edit: 'settings', changes: { 'index.priority': '5' }, seen: {} })
    ).rejects.toMatchObject({
      code: 'conflict',
      details: { changed: ['index.priority'], now: { 'index.priority': '1' } },
    });
    await expect(
      edit({ edit: 'put_alias', alias: 'all', body: {}, seen: null })
    ).rejects.toMatchObject({ code: 'conflict', details: { changed: ['all'] } });
    expect([sent, acts]).toEqual([[], []]);
  });

  it('gives and takes aliases, in whatever order what was seen stands', async () => {
    const { sent, edit } = room();
    await edit({ edit: 'put_alias', alias: 'new', body: { is_write_index: true }, seen: null });
    const seen = { filter: {}, index_routing: 'a' };
    await edit({ edit: 'remove_alias', alias: 'all', seen });
    expect(sent.map(({ body }) => body)).toEqual([
      { actions: [{ add: { index: 'logs', alias: 'new', is_write_index: true } }] },
      { actions: [{ remove: { index: 'logs', alias: 'all' } }] },
    ]);
  });
});

describe('the same settings for many indices', () => {
  const manyRoom = (refuse: (path: string) => WatchkeeperError | undefined) => {
    const { by, audit, acts, cluster } = room();
    const refusing: Cluster = {
      ...cluster,
      async request<T>(request: ClusterRequest) {
        const error = request.method === 'GET' ? undefined : refuse(request.path);
        if (error) throw error;
        if (request.method === 'GET') return { status: 200, body: looked(request.path) as T };
        return cluster.request<T>(request);
      },
    };
    const changes = { 'index.number_of_replicas': '0' };
    const edit = (indices: string[]) =>
      editMany({ ...by, cluster: refusing }, audit, { indices, changes });
    return { edit, acts };
  };
  const looked = (path: string) =>
    path === '/all'
      ? { a: {} }
      : Object.fromEntries(
          path
            .slice(1)
            .split(',')
            .map((name) => [name, {}])
        );
  const lacks = new WatchkeeperError('forbidden', 'ann lacks it.');

  it('come to those that take them, and tell of each that does not', async () => {
    const { edit, acts } = manyRoom((path) => (path === '/b/_settings' ? lacks : undefined));
    expect(await edit(['a', 'b', 'c', 'a'])).toEqual({
      done: ['a', 'c'],
      failed: [{ index: 'b', reason: 'ann lacks it.' }],
    });
    expect(acts.map(({ what, name }) => [what, name])).toEqual([
      ['index.settings_changed', 'a'],
      ['index.settings_changed', 'c'],
    ]);
  });

  it('come to indices alone, not to all that an alias stands for', async () => {
    const { edit, acts } = manyRoom(() => undefined);
    await expect(edit(['all'])).rejects.toMatchObject({
      details: { problems: [{ field: 'indices' }] },
    });
    expect(acts).toEqual([]);
  });

  it('are refused as a whole to who may change none', async () => {
    await expect(manyRoom(() => lacks).edit(['a', 'b'])).rejects.toBe(lacks);
  });

  it('are only those that can be changed while indices are open', () => {
    const parsed = (name: string) =>
      bulkSettingsSchema.safeParse({ indices: ['a'], changes: { [name]: '1' } }).success;
    expect(parsed('index.number_of_replicas')).toBe(true);
    expect(parsed('index.number_of_shards')).toBe(false);
    expect(parsed('cluster.name')).toBe(false);
  });
});
