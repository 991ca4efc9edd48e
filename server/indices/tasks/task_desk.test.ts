import type { Act } from '../../../common/audit/entry';
import { WatchkeeperError } from '../../../common/errors';
import { taskSpecSchema } from '../../../common/indices/tasks/kinds/registry';
import type { TaskRecord } from '../../../common/indices/tasks/task_record';
import { tasksQuerySchema } from '../../../common/indices/tasks/tasks_api';
import type { Cluster, ClusterRequest } from '../../cluster/types';
import { TaskDesk } from './task_desk';
import type { HeldTask, TaskStore } from './task_store';

/** Records in memory, with compare-and-swap. */
const memory = () => {
  const records = new Map<string, HeldTask>();
  const put = (task: TaskRecord, seq_no: number): HeldTask => {
    const held = { task, version: { seq_no, primary_term: 1 } };
    records.set(task.id, held);
    return held;
  };
  const store: TaskStore = {
    create: async (task) => put(task, 0),
    async read(id) {
      const held = records.get(id);
      if (!held) throw new WatchkeeperError('not_found', id);
      // As from the cluster: other objects.
      return JSON.parse(JSON.stringify(held)) as HeldTask;
    },
    async swap({ version }, task) {
      const now = records.get(task.id);
      if (now?.version.seq_no !== version.seq_no) return undefined;
      return put(task, version.seq_no + 1);
    },
    list: async () => ({ total: records.size, items: [...records.values()] }),
  };
  return { store, records, only: () => [...records.values()][0].task };
};

type Answers = (request: ClusterRequest) => unknown;

const SOURCE: Record<string, unknown> = {
  '/_cat/indices/a': [
    { index: 'a', uuid: 'ua', health: 'green', status: 'open', pri: '2', rep: '0' },
  ],
  '/a': { a: { settings: { 'index.uuid': 'ua' }, aliases: {}, mappings: {} } },
  '/_cat/allocation': [{ node: 'n1', 'disk.avail': '1000000' }],
  '/_cat/shards/a': [],
};

const CALLER = { roles: [], secured: false, may: { read: true, acknowledge: true, write: true } };
const as = (cluster: Cluster, name = 'ann') => ({ cluster, caller: { ...CALLER, name } });

/** A cluster with the index `a`; whatever else is asked for is acknowledged, unless `answers` says otherwise. */
const rig = (answers: Answers = () => undefined) => {
  const asked: ClusterRequest[] = [];
  const acts: Act[] = [];
  const { store, only } = memory();
  const cluster: Cluster = {
    async request<T>(request: ClusterRequest) {
      asked.push(request);
      const own = answers(request);
      if (own !== undefined) return { status: 200, body: own as T };
      const { method, path } = request;
      const known = method === 'GET' ? SOURCE[path] : { acknowledged: true };
      return { status: known ? 200 : 404, body: (known ?? {}) as T };
    },
    text: () => Promise.reject(new Error('not asked for')),
  };
  const clock = { at: 1_000_000, now: () => clock.at };
  const turns: { stop?: () => boolean } = {};
  const desk = new TaskDesk({
    ...{ store, clock },
    // The clock goes on by what is waited for; a restart never comes back.
    pause: async (ms) => {
      clock.at += ms;
      if (turns.stop?.()) await new Promise(() => undefined);
      await new Promise((resolve) => setImmediate(resolve));
    },
    warn: (message) => {
      throw new Error(message);
    },
    audit: { record: async (some) => void acts.push(...some) },
  });
  const begin = (spec: object) => desk.begin(cluster, taskSpecSchema.parse(spec), 'ann');
  const until = async (is: (task: TaskRecord) => boolean): Promise<TaskRecord> => {
    for (let i = 0; i < 1000; i++) {
      if (is(only())) return only();
      await new Promise((resolve) => setImmediate(resolve));
    }
    throw new Error(`It never came: ${JSON.stringify(only())}`);
  };
  const sent = () =>
    asked.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
  return { desk, cluster, asked, acts, begin, until, only, sent, clock, turns };
};

const hasEnded = ({ state }: TaskRecord): boolean => state !== 'running';

const health =
  (status: string): Answers =>
  ({ path }) => {
    if (path === '/_cluster/health/b') return { status };
    return path === '/_cat/recovery/b' ? [] : undefined;
  };

const SHRINK = { kind: 'shrink', source: 'a', target: 'b', shards: 1 };
const MERGE = { kind: 'force_merge', indices: ['a'], max_num_segments: 1 };
const COPY = { kind: 'reindex', sources: ['a'], target: 'b' };

const refuse = (message: string, details = {}) => {
  throw new WatchkeeperError('cluster_refused', message, details);
};

describe('long work on indices', () => {
  it('goes through its steps in order, and is in the audit', async () => {
    const { begin, until, sent, acts } = rig(health('green'));
    const { who, target } = await begin(SHRINK);
    expect([who, target]).toEqual(['ann', 'b']);
    expect((await until(hasEnded)).state).toBe('done');
    expect(sent()).toEqual([...['PUT /a/_block/write', 'POST /a/_shrink/b', 'PUT /a/_settings']]);
    expect(acts).toEqual([
      expect.objectContaining({ who: 'ann', what: 'index.shrink_begun', object_id: 'a' }),
    ]);
  });

  it('puts the source back where a step was refused, and says why', async () => {
    const { begin, until, sent } = rig((request) =>
      request.path === '/a/_shrink/b' ? refuse('no room') : health('green')(request)
    );
    await begin(SHRINK);
    const { state, steps } = await until(hasEnded);
    expect(state).toBe('failed');
    expect(steps.map((step) => [step.state, step.reason])).toEqual([
      ...[
        ['done', undefined],
        ['failed', 'no room'],
        ['skipped', undefined],
        ['done', undefined],
      ],
    ]);
    expect(sent().at(-1)).toBe('PUT /a/_settings');
  });

  it('says why a shard of the new index does not come, until it does, and stops waiting when told', async () => {
    let isRed = true;
    const answers: Answers = (request) => {
      const { path } = request;
      if (path === '/_cat/shards/b') return [{ shard: '0', prirep: 'p', state: 'UNASSIGNED' }];
      if (path === '/_cluster/allocation/explain') {
        const deciders = [{ decision: 'NO', explanation: 'the disk is full' }];
        return { node_allocation_decisions: [{ deciders }] };
      }
      return health(isRed ? 'red' : 'green')(request);
    };
    const waits = ({ steps }: TaskRecord): boolean => steps[2].reason !== undefined;
    const { begin, until } = rig(answers);
    await begin(SHRINK);
    expect((await until(waits)).steps[2].reason).toBe('Shard 0 is not there yet: the disk is full');
    isRed = false;
    expect((await until(hasEnded)).steps[2]).toMatchObject({ state: 'done', reason: undefined });

    isRed = true;
    const other = rig(answers);
    const { id } = await other.begin(SHRINK);
    await other.until(waits);
    await other.desk.cancel(as(other.cluster, 'ann'), id);
    const { state, steps } = await other.until(hasEnded);
    expect([state, steps.map((step) => step.state)]).toEqual([
      ...['cancelled', ['done', 'done', 'skipped', 'done']],
    ]);
    expect(other.sent().at(-1)).toBe('PUT /a/_settings');
  });

  it('is not begun where something speaks against it', async () => {
    const { begin, sent } = rig();
    await expect(begin({ ...SHRINK, shards: 3 })).rejects.toMatchObject({
      ...{ code: 'invalid_input' },
      details: { problems: [expect.objectContaining({ field: 'shards' })] },
    });
    expect(sent()).toEqual([]);
  });

  it('follows the task of the cluster to its end, and notices when it is forgotten', async () => {
    const answer = { completed: true, task: {}, response: { total: 3, created: 3 } };
    const { begin, until } = rig(({ path }) => {
      if (path === '/_reindex') return { task: 'n:1' };
      return path === '/_tasks/n:1' ? answer : undefined;
    });
    await begin(COPY);
    expect((await until(hasEnded)).steps[1]).toMatchObject({ result: { created: 3 } });
    const forgetful = rig(({ path }) => (path === '/_reindex' ? { task: 'n:2' } : undefined));
    await forgetful.begin(COPY);
    const lost = await forgetful.until(hasEnded);
    expect(lost.state).toBe('lost');
    expect(lost.steps[1].reason).toContain('begin it again');
  });

  it('shows others neither the query nor the mapping, and keeps both for what is sent', async () => {
    const { begin, until, asked, desk, cluster } = rig(({ path }) => {
      if (path === '/_reindex') return { task: 'n:1' };
      if (path === '/a/_validate/query') return { valid: true };
      if (path === '/a/_count') return { count: 1 };
      return path === '/_tasks/n:1'
        ? { completed: true, task: {}, response: { total: 1 } }
        : undefined;
    });
    const begun = await begin({ ...COPY, query: { term: { who: 'carl' } } });
    await until(hasEnded);
    const listed = await desk.list(as(cluster), tasksQuerySchema.parse({}));
    for (const shown of [begun, listed]) {
      expect(JSON.stringify(shown)).not.toMatch(/carl|mappings/);
    }
    expect(asked.find(({ path }) => path === '/_reindex')?.body).toMatchObject({
      source: { query: { term: { who: 'carl' } } },
    });
  });

  it('waits for the answer where the cluster cannot do it in the background', async () => {
    const { begin, until, sent } = rig(({ path, query }) => {
      if (path !== '/a/_forcemerge') return undefined;
      return query && 'wait_for_completion' in query
        ? refuse('request contains unrecognized parameter: [wait_for_completion]')
        : { _shards: { failed: 0 } };
    });
    await begin(MERGE);
    expect((await until(hasEnded)).state).toBe('done');
    expect(sent()).toHaveLength(2);
  });

  it('is taken further after a restart by who began it and nobody else, with the steps that are left', async () => {
    const { begin, until, sent, only, turns, clock, desk, cluster, acts } = rig(health('red'));
    turns.stop = () => only().steps[2].state === 'running';
    const { id } = await begin(SHRINK);
    await until(({ steps }) => steps[2].state === 'running');
    await expect(desk.goOn(as(cluster, 'ann'), id)).rejects.toMatchObject({ code: 'conflict' });
    clock.at += 600_000;
    const [seen] = (await desk.list(as(cluster), tasksQuerySchema.parse({}))).items;
    expect(seen).toMatchObject({ state: 'running', stopped: true });
    turns.stop = undefined;
    const before = sent().length;
    const later: Cluster = {
      ...cluster,
      request: (request, options) =>
        request.path === '/_cluster/health/b'
          ? Promise.resolve({ status: 200, body: { status: 'green' } as never })
          : cluster.request(request, options),
    };
    await expect(desk.goOn(as(later, 'bob'), id)).rejects.toMatchObject({ code: 'forbidden' });
    expect((await desk.goOn(as(later, 'ann'), id)).stopped).toBe(false);
    expect((await until(hasEnded)).state).toBe('done');
    expect(sent().slice(before)).toEqual(['PUT /a/_settings']);
    expect(acts.at(-1)).toMatchObject({ who: 'ann', what: 'index.task_gone_on' });
  });

  it('takes what it finds made for its own, when the answer to the first sending was lost', async () => {
    let times = 0;
    const { begin, until } = rig((request) => {
      const { path, method } = request;
      if (path === '/a/_shrink/b') {
        times += 1;
        if (times === 1) throw new WatchkeeperError('cluster_unreachable', 'gone');
        return refuse('exists', { type: 'resource_already_exists_exception' });
      }
      if (path === '/b/_settings' && method === 'GET' && times > 0) {
        return { b: { settings: { 'index.resize.source.uuid': 'ua' } } };
      }
      return health('green')(request);
    });
    await begin(SHRINK);
    expect((await until(hasEnded)).state).toBe('done');
    expect(times).toBe(2);
  });

  it.each(['forbidden', 'cluster_refused'] as const)(
    'notes who stopped it where the cluster does not cancel what runs: %s',
    async (code) => {
      const { begin, until, desk, cluster, acts, turns } = rig(({ path }) => {
        if (path === '/_tasks/n:1/_cancel') throw new WatchkeeperError(code, 'no');
        if (path === '/_tasks/n:1') return { completed: false, task: {} };
        return path === '/_reindex' ? { task: 'n:1' } : undefined;
      });
      const { id } = await begin(COPY);
      await until(({ steps }) => steps.some((step) => step.task_id === 'n:1'));
      await expect(desk.cancel(as(cluster, 'bob'), id)).rejects.toMatchObject({ code });
      expect(acts.at(-1)).toMatchObject({ who: 'bob', what: 'index.task_cancelled' });
      turns.stop = () => true;
    }
  );

  it('is cancelled at the cluster, by whoever may', async () => {
    let isCancelled = false;
    const { begin, until, desk, cluster, sent } = rig(({ path }) => {
      if (path === '/_reindex') return { task: 'n:1' };
      if (path === '/_tasks/n:1/_cancel') isCancelled = true;
      if (path !== '/_tasks/n:1') return undefined;
      const response = { total: 9, created: 4, canceled: 'by user request' };
      return isCancelled
        ? { completed: true, task: {}, response }
        : { completed: false, task: { status: { total: 9, created: 4 } } };
    });
    const { id } = await begin(COPY);
    await until(({ steps }) => steps[1].progress?.done === 4);
    await desk.cancel(as(cluster, 'ann'), id);
    const { state, steps } = await until(hasEnded);
    expect(state).toBe('cancelled');
    expect(steps[1].result).toMatchObject({ created: 4 });
    expect(sent()).toContain('POST /_tasks/n:1/_cancel');
    await expect(desk.cancel(as(cluster, 'ann'), id)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('stops where the credentials end, and says so', async () => {
    const { begin, until, desk, cluster, clock } = rig(({ path }) => {
      if (path === '/_reindex') return { task: 'n:1' };
      if (path === '/_tasks/n:1') {
        throw new WatchkeeperError('unauthenticated', 'The cluster does not accept these.');
      }
      return undefined;
    });
    await begin(COPY);
    const { state } = await until(({ stopped_because: because }) => because !== undefined);
    expect(state).toBe('running');
    clock.at += 1;
    const [seen] = (await desk.list(as(cluster), tasksQuerySchema.parse({}))).items;
    expect(seen).toMatchObject({
      stopped: false,
      stopped_because: expect.stringContaining('accept'),
    });
  });
});
