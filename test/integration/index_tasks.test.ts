import type { TaskCheck, TaskView, TasksPage } from '../../common/indices/tasks/tasks_api';
import { testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';
import { startTestHost } from '../support/host';
import type { TestHost } from '../support/host';
import { product } from '../support/product';
import { waitFor } from '../support/wait_for';

const BASE = '/api/watchkeeper/indices';
const DOCS = 5000;

let cluster: TestCluster;
let host: TestHost;
let prefix: string;

beforeAll(async () => {
  cluster = await testCluster();
  host = await startTestHost({ clusterUrl: cluster.url });
  await product(host).ready();
  prefix = cluster.uniqueName('tasks');
  await cluster.request('PUT', `/${prefix}-logs`, {
    settings: { number_of_shards: 2, number_of_replicas: 0 },
    mappings: { properties: { level: { type: 'keyword' }, message: { type: 'text' } } },
  });
  const lines = Array.from({ length: DOCS }, (_, line) => ({
    level: line % 10 === 0 ? 'error' : 'info',
    message: `line ${line}`,
  }));
  for (let from = 0; from < DOCS; from += 1000) {
    await cluster.index(`${prefix}-logs`, lines.slice(from, from + 1000));
  }
});

afterAll(async () => {
  await host?.stop();
  await cluster?.clean();
});

type Refused = { message?: string; attributes?: { problems?: Array<{ field: string }> } };

const tasks = async (): Promise<TaskView[]> =>
  (await host.api<TasksPage>('GET', `${BASE}/_tasks?per_page=50`)).body.items;

const begin = async (spec: object): Promise<TaskView> => {
  const { status, body } = await host.api<TaskView & Refused>('POST', `${BASE}/_tasks`, spec);
  expect([status, body.message]).toEqual([200, undefined]);
  return body;
};

/** The task after its end. */
const run = async (spec: object): Promise<TaskView> => {
  const { id } = await begin(spec);
  return waitFor(`the end of ${JSON.stringify(spec)}`, async () => {
    const found = (await tasks()).find((task) => task.id === id);
    return found && found.state !== 'running' && found;
  });
};

const settingOf = async (index: string, setting: string): Promise<unknown> => {
  const path = `/${index}/_settings?flat_settings=true`;
  const { body } = await cluster.request<Record<string, { settings: object }>>('GET', path);
  return new Map(Object.entries(body[index].settings)).get(setting);
};

const countOf = async (index: string): Promise<number> => {
  await cluster.request('POST', `/${index}/_refresh`);
  return (await cluster.request<{ count: number }>('GET', `/${index}/_count`)).body.count;
};

it('merges the segments of several indices, one after the other', async () => {
  await cluster.index(`${prefix}-small`, [{ message: 'a' }]);
  const indices = [`${prefix}-logs`, `${prefix}-small`];
  const task = await run({ kind: 'force_merge', indices, max_num_segments: 1, at_once: 1 });
  expect(task.steps.map(({ state }) => state)).toEqual(['done', 'done']);
  expect(task.state).toBe('done');
  // Those that were merged go with a refresh, some moments later.
  await waitFor('one segment a shard', async () => {
    await cluster.request('POST', `/${prefix}-logs/_refresh`);
    const path = `/_cat/segments/${prefix}-logs?format=json`;
    return (await cluster.request<unknown[]>('GET', path)).body.length === 2;
  });
});

it('copies what a query matches into a new index with the same mapping, and tells how many', async () => {
  const target = `${prefix}-errors`;
  const query = { term: { level: 'error' } };
  const task = await run({ kind: 'reindex', sources: [`${prefix}-logs`], target, query });
  expect(task).toMatchObject({ state: 'done', target });
  const [made, copied] = task.steps;
  expect(made).toMatchObject({ what: { do: 'create' }, state: 'done' });
  expect(copied.result).toMatchObject({ total: DOCS / 10, created: DOCS / 10, conflicts: 0 });
  expect(copied.progress).toEqual({ done: DOCS / 10, total: DOCS / 10, unit: 'documents' });
  expect(await countOf(target)).toBe(DOCS / 10);
  expect(await settingOf(target, 'index.number_of_shards')).toBe('2');
});

it('says before it begins what speaks against it, at its field', async () => {
  const spec = { kind: 'shrink', source: `${prefix}-logs`, target: `${prefix}-Errors`, shards: 2 };
  const { body } = await host.api<TaskCheck>('POST', `${BASE}/_tasks/_check`, spec);
  const errors = body.findings.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ field }) => field)).toEqual(['target', 'shards']);
  const refused = await host.api<Refused>('POST', `${BASE}/_tasks`, spec);
  expect(refused.status).toBe(400);
  expect(refused.body.attributes?.problems?.map(({ field }) => field)).toEqual([
    'target',
    'shards',
  ]);
  const query = { rangy: {} };
  const copy = { kind: 'reindex', sources: [`${prefix}-logs`], target: `${prefix}-x`, query };
  const about = await host.api<TaskCheck>('POST', `${BASE}/_tasks/_check`, copy);
  expect(about.body.findings.filter(({ field }) => field === 'query')).toEqual([
    {
      ...{ severity: 'error', field: 'query' },
      message: expect.stringMatching(
        /^The cluster does not understand it: unknown query \[rangy\]/
      ),
    },
  ]);
});

it('shrinks, splits and clones, and leaves the source as it was', async () => {
  const source = `${prefix}-logs`;
  for (const [kind, shards] of [
    ['shrink', 1],
    ['split', 4],
    ['clone', undefined],
  ] as const) {
    const target = `${prefix}-${kind}`;
    const more = shards === undefined ? {} : { shards };
    const task = await run({ kind, source, target, replicas: 0, ...more });
    expect([kind, task.state, task.steps.flatMap(({ reason }) => reason ?? [])]).toEqual([
      ...[kind, 'done', []],
    ]);
    expect(await countOf(target)).toBe(DOCS);
    expect(await settingOf(target, 'index.number_of_shards')).toBe(String(shards ?? 2));
    expect(await settingOf(target, 'index.blocks.write')).not.toBe('true');
  }
  expect(await settingOf(source, 'index.blocks.write')).toBeUndefined();
});

it('says why the shards of a new index do not come, and stops waiting when it is cancelled', async () => {
  const source = `${prefix}-nowhere`;
  await cluster.index(source, [{ message: 'a' }]);
  await cluster.request('PUT', `/${source}/_settings`, {
    'index.routing.allocation.require.box': 'gone',
  });
  const { id } = await begin({ kind: 'clone', source, target: `${source}-clone` });
  const recovering = async () => (await tasks()).find((task) => task.id === id)?.steps[2];
  await waitFor('the reason', async () =>
    (await recovering())?.reason?.startsWith('Shard 0 is not there yet: ')
  );
  expect((await recovering())?.reason).toContain('box');
  expect((await host.api('POST', `${BASE}/_tasks/${id}/cancel`, {})).status).toBe(200);
  await waitFor('its end', async () =>
    (await tasks()).some((task) => task.id === id && task.state === 'cancelled')
  );
  expect(await settingOf(source, 'index.blocks.write')).toBeUndefined();
});

it('rolls an alias over to the index that was shown before, once', async () => {
  const alias = `${prefix}-now`;
  await cluster.request('PUT', `/${alias}-000001`, {
    aliases: { [alias]: { is_write_index: true } },
  });
  const spec = { kind: 'rollover', target: alias };
  const { body } = await host.api<TaskCheck>('POST', `${BASE}/_tasks/_check`, spec);
  expect(body.rollover).toEqual({ old_index: `${alias}-000001`, new_index: `${alias}-000002` });
  const task = await run(spec);
  expect(task).toMatchObject({ state: 'done', target: `${alias}-000002` });
  const { body: aliases } = await cluster.request<Record<string, { aliases: object }>>(
    'GET',
    `/_alias/${alias}`
  );
  expect(aliases[`${alias}-000002`].aliases).toEqual({ [alias]: { is_write_index: true } });
});

it('is in the audit, and a write block is set and taken off at once', async () => {
  const act = (action: string) =>
    host.api('POST', `${BASE}/_act`, { indices: [`${prefix}-small`], what: { action } });
  await act('read_only');
  expect(await settingOf(`${prefix}-small`, 'index.blocks.write')).toBe('true');
  await act('read_write');
  expect(await settingOf(`${prefix}-small`, 'index.blocks.write')).toBeUndefined();
  const { body } = await host.api<{ items: Array<{ what: string }> }>(
    'GET',
    `/api/watchkeeper/audit?object_id=${prefix}-small`
  );
  const acts = body.items.map(({ what }) => what);
  for (const what of ['made_read_only', 'made_writable', 'force_merge_begun']) {
    expect(acts).toContain(`index.${what}`);
  }
});
