import { WatchkeeperError } from '../../../common/errors';
import { tasksQuerySchema } from '../../../common/indices/tasks/tasks_api';
import type { TaskRecord } from '../../../common/indices/tasks/task_record';
import type { Cluster, ClusterRequest } from '../../cluster/types';
import { seenNames } from './seen_names';
import { TaskDesk } from './task_desk';

const never = () => Promise.reject(new Error('not asked for'));

/** A cluster that lets see what is given; a pattern that takes in one of `secret` is refused. */
const rig = (visible: readonly string[], secret: readonly string[] = []) => {
  const asked: string[] = [];
  const matches = (path: string, name: string): boolean =>
    path
      .slice('/_resolve/index/'.length)
      .split(',')
      .some((pattern) => name.startsWith(pattern.slice(0, -1)));
  const cluster: Cluster = {
    async request<T>({ path }: ClusterRequest) {
      asked.push(path);
      if (secret.some((name) => matches(path, name))) throw new WatchkeeperError('forbidden', '');
      const indices = visible.filter((name) => matches(path, name)).map((name) => ({ name }));
      return { status: 200, body: { indices, aliases: [{ name: 'logs' }] } as T };
    },
    text: never,
  };
  return { asked, cluster };
};

const TASK: TaskRecord = {
  ...{ id: 't', kind: 'reindex', sources: ['mine', 'salaries'], target: 'copy', who: 'ann' },
  ...{ created_at: 1, ended_at: 2, state: 'failed', ordered: true, at_once: 1 },
  steps: [
    {
      what: {
        ...{ do: 'reindex', index: 'copy', sources: ['mine', 'salaries'], conflicts: 'abort' },
        ...{ create_only: false, sliced: true },
      },
      ...{ state: 'failed', reason: 'salaries is closed', result: { created: 3, index: 'copy' } },
    },
  ],
  driver: { id: 'd', until: 0 },
};

const deskOver = () => {
  const wanted: Array<string | undefined> = [];
  const desk = new TaskDesk({
    store: {
      ...{ create: never, read: never, swap: never },
      async list(_query, who) {
        wanted.push(who);
        const version = { seq_no: 1, primary_term: 1 };
        return { total: 1, items: [{ task: TASK, version }] };
      },
    },
    ...{ clock: { now: () => 10 }, pause: never, warn: never, audit: { record: never } },
  });
  return { desk, wanted };
};

const may = { read: true, acknowledge: true, write: true };
const as = (cluster: Cluster, name: string, secured = true) => ({
  ...{ cluster, caller: { name, roles: [], secured, may } },
});
const ALL = tasksQuerySchema.parse({});

describe('the names that somebody may see', () => {
  it('are those that the cluster resolves, aliases too, and none that only begins alike', async () => {
    const { cluster } = rig(['a', 'ab']);
    expect([...(await seenNames(cluster, ['a', 'b', 'logs']))]).toEqual(['a', 'logs']);
  });

  it('are asked for one by one where one has all of them refused', async () => {
    const { cluster, asked } = rig(['a', 'c'], ['b']);
    expect([...(await seenNames(cluster, ['a', 'b', 'c']))]).toEqual(['a', 'c']);
    expect(asked).toHaveLength(4);
  });

  it('are looked for among all where there are too many to name', async () => {
    const names = Array.from({ length: 1000 }, (_, n) => `an-index-with-a-long-name-${n}`);
    const { cluster, asked } = rig(names.slice(0, 5));
    expect((await seenNames(cluster, names)).size).toBe(5);
    expect(asked).toEqual(['/_resolve/index/*']);
  });
});

describe('the tasks of others', () => {
  it('are shown without the names of indices that one may not see, and how many those are', async () => {
    const { desk } = deskOver();
    const { items } = await desk.list(as(rig(['mine', 'copy']).cluster, 'bob'), ALL);
    expect(items[0]).toMatchObject({ sources: ['mine'], target: 'copy', unseen: 1 });
    expect(items[0].steps[0].result).toEqual({ created: 3 });
    expect(JSON.stringify(items)).not.toContain('salaries');
  });

  it('are whole for who began them, and where the cluster knows no users', async () => {
    const { desk } = deskOver();
    const { cluster, asked } = rig([]);
    for (const by of [as(cluster, 'ann'), as(cluster, 'bob', false)]) {
      const { items } = await desk.list(by, ALL);
      expect(items[0]).toMatchObject({ sources: ['mine', 'salaries'] });
      expect(items[0]).not.toHaveProperty('unseen');
    }
    expect(asked).toEqual([]);
  });

  it('cannot be found by an index that one may not see', async () => {
    const { desk, wanted } = deskOver();
    const { cluster } = rig(['mine']);
    for (const index of ['salaries', 'mine'])
      await desk.list(as(cluster, 'bob'), { ...ALL, index });
    expect(wanted).toEqual(['bob', undefined]);
  });
});
