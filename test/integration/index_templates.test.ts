import type { AliasesAnswer } from '../../common/indices/aliases/api';
import type {
  ComponentRecord,
  ComponentsAnswer,
} from '../../common/indices/component_templates/api';
import type {
  RolledOver,
  StreamDetail,
  StreamsAnswer,
} from '../../common/indices/data_streams/api';
import type {
  SimulatedTemplate,
  TemplateRecord,
  TemplatesAnswer,
} from '../../common/indices/index_templates/api';
import { testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';
import { startTestHost } from '../support/host';
import type { TestHost } from '../support/host';
import { product } from '../support/product';
import type { Wrong } from '../support/product';

const BASE = '/api/watchkeeper/indices';

let cluster: TestCluster;
let host: TestHost;
let prefix: string;

beforeAll(async () => {
  cluster = await testCluster();
  host = await startTestHost({ clusterUrl: cluster.url });
  await product(host).ready();
  prefix = cluster.uniqueName('tpl');
});

afterAll(async () => {
  for (const path of ['_data_stream', '_index_template', '_component_template', '_template']) {
    await cluster?.request('DELETE', `/${path}/${prefix}*`);
  }
  await host?.stop();
  await cluster?.clean();
});

const put = <T = Wrong>(path: string, body: object) => host.api<T>('PUT', `${BASE}/${path}`, body);
const get = <T>(path: string) => host.api<T>('GET', `${BASE}/${path}`);
const remove = (path: string) => host.api<Wrong>('DELETE', `${BASE}/${path}`);

describe('component templates and index templates', () => {
  const shards = { template: { settings: { index: { number_of_shards: '2' } } } };
  const component = () => `_component_templates/${prefix}-base`;
  const template = () => `_index_templates/${prefix}-logs`;
  const body = () => ({
    ...{ index_patterns: [`${prefix}-logs-*`], priority: 300, composed_of: [`${prefix}-base`] },
    template: { mappings: { properties: { level: { type: 'keyword' } } } },
    _meta: { description: 'Logs', kept: { by: ['us'] } },
  });

  it('are made, and what uses which is known', async () => {
    expect((await put(component(), { body: shards })).status).toBe(200);
    const made = await put<TemplateRecord>(template(), { body: body() });
    expect(made.status).toBe(200);
    expect(made.body.body).toMatchObject(body());
    const { body: all } = await get<ComponentsAnswer>('_component_templates');
    expect(all.components.find(({ name }) => name === `${prefix}-base`)).toMatchObject({
      ...{ parts: ['settings'], used_by: [`${prefix}-logs`] },
    });
    const { body: list } = await get<TemplatesAnswer>('_index_templates');
    expect(list.gaps).toEqual([]);
    expect(list.components).toContain(`${prefix}-base`);
    expect(list.templates.find(({ name }) => name === `${prefix}-logs`)).toMatchObject({
      ...{ kind: 'composable', priority: 300, composed_of: [`${prefix}-base`] },
      ...{ description: 'Logs', data_stream: false },
    });
  });

  it('are simulated: as a draft of the same priority, and for a name', async () => {
    const draft = { ...body(), template: { settings: { number_of_shards: 3 } } };
    const { status, body: would } = await host.api<SimulatedTemplate>(
      'POST',
      `${BASE}/_simulate_template`,
      { body: draft }
    );
    expect(status).toBe(200);
    expect(would.settings).toMatchObject({ index: { number_of_shards: '3' } });
    const { body: now } = await get<SimulatedTemplate>(`_simulate_name?name=${prefix}-logs-1`);
    expect(now.settings).toMatchObject({ index: { number_of_shards: '2' } });
    expect(now.mappings).toMatchObject({ properties: { level: { type: 'keyword' } } });
  });

  it('are changed only as they were seen, and keep what nobody knows', async () => {
    const { body: record } = await get<TemplateRecord>(template());
    const next = { ...record.body, priority: 301 };
    expect((await put(template(), { body: next })).status).toBe(409);
    const stale = { ...record.body, priority: 1 };
    expect((await put(template(), { body: next, seen: stale })).status).toBe(409);
    const saved = await put<TemplateRecord>(template(), { body: next, seen: record.body });
    expect(saved.status).toBe(200);
    expect(saved.body.body).toEqual(next);
  });

  it('are refused at the place that is wrong, before the cluster is asked', async () => {
    const rival = { index_patterns: [`${prefix}-logs-a*`], priority: 301 };
    const same = await put(`_index_templates/${prefix}-other`, { body: rival });
    expect(same.status).toBe(400);
    expect(same.body.attributes?.problems?.map(({ field }) => field)).toEqual(['body.priority']);
    const wrongs: Array<[string, object, string]> = [
      ['_index_templates/Upper', { body: body() }, 'name'],
      [`_index_templates/${prefix}-x`, { body: { index_patterns: [] } }, 'body.index_patterns'],
      [`_component_templates/${prefix}-x`, { body: {} }, 'body.template'],
    ];
    for (const [path, wrong, field] of wrongs) {
      const answer = await put(path, wrong);
      expect(answer.status).toBe(400);
      expect(answer.body.attributes?.problems?.map((problem) => problem.field)).toEqual([field]);
    }
    // What only the cluster knows keeps the cluster's reason.
    const unknown = { body: { ...body(), priority: 302, composed_of: [`${prefix}-nothing`] } };
    const refused = await put(`_index_templates/${prefix}-x`, unknown);
    expect(refused.status).toBe(422);
    expect(refused.body.message).toContain(`${prefix}-nothing`);
    expect((await remove('_index_templates/*')).status).toBe(400);
  });

  it('are shown and deleted in their old form too', async () => {
    await cluster.request('PUT', `/_template/${prefix}-old`, {
      ...{ index_patterns: [`${prefix}-old-*`], order: 2 },
      settings: { number_of_shards: 1 },
    });
    const { body: list } = await get<TemplatesAnswer>('_index_templates');
    expect(list.templates.find(({ name }) => name === `${prefix}-old`)).toMatchObject({
      ...{ kind: 'legacy', priority: 2 },
    });
    const path = `_index_templates/${prefix}-old?kind=legacy`;
    expect((await get<TemplateRecord>(path)).body.body).toMatchObject({ order: 2 });
    expect((await remove(path)).status).toBe(204);
    expect((await get(path)).status).toBe(404);
  });

  it('are deleted in the order in which they are not needed any more', async () => {
    const kept = await remove(component());
    expect(kept.status).toBe(409);
    expect(kept.body.message).toContain(`${prefix}-logs`);
    expect((await remove(template())).status).toBe(204);
    expect((await get<ComponentRecord>(component())).body.used_by).toEqual([]);
    expect((await remove(component())).status).toBe(204);
    expect((await remove(component())).status).toBe(404);
  });
});

describe('aliases', () => {
  const path = () => `_aliases/${prefix}-Now`;
  const index = (day: number) => `${prefix}-day-${day}`;
  const members = async () => {
    const { body } = await get<AliasesAnswer>('_aliases');
    expect(body.gaps).toEqual([]);
    return body.aliases.find(({ name }) => name === `${prefix}-Now`)?.members;
  };

  beforeAll(async () => {
    for (const day of [1, 2, 3]) await cluster.request('PUT', `/${index(day)}`);
  });

  it('are put on indices, changed in one go, and refused when somebody was faster', async () => {
    const first = [
      { index: index(1), is_write_index: true },
      { index: index(2), filter: { term: { level: 'error' } }, search_routing: 'a,b' },
    ];
    expect((await put(path(), { members: first })).status).toBe(204);
    expect(await members()).toEqual(first);
    expect((await put(path(), { members: first })).status).toBe(409);
    const next = [{ index: index(2), is_write_index: true }, { index: index(3) }];
    expect((await put(path(), { members: next, seen: [{ index: index(1) }] })).status).toBe(409);
    expect((await put(path(), { members: next, seen: first })).status).toBe(204);
    expect(await members()).toEqual(next);
  });

  it('are refused at their place', async () => {
    const wrongs: Array<[string, object[], string]> = [
      [`_aliases/${prefix}-x`, [{ index: `${prefix}-nothing` }], 'members'],
      [`_aliases/${prefix}-x`, [], 'members'],
      [`_aliases/${index(1)}`, [{ index: index(2) }], 'name'],
      [`_aliases/${prefix}-x`, [{ index: `${prefix}*` }], 'members.0.index'],
    ];
    for (const [to, wrong, field] of wrongs) {
      const answer = await put(to, { members: wrong });
      expect(answer.status).toBe(400);
      expect(answer.body.attributes?.problems?.map((problem) => problem.field)).toEqual([field]);
    }
    // A filter that is no query is only known to the cluster.
    const filter = { nonsense: {} };
    const refused = await put(`_aliases/${prefix}-x`, { members: [{ index: index(1), filter }] });
    expect(refused.status).toBe(422);
  });

  it('are deleted by their name where they are written through', async () => {
    expect((await remove(path())).status).toBe(400);
    expect((await remove(`${path()}?confirm=${prefix}-Now`)).status).toBe(204);
    expect(await members()).toBeUndefined();
    expect((await remove(path())).status).toBe(404);
  });
});

describe('data streams', () => {
  const path = () => `_data_streams/${prefix}-events-web`;
  const template = () => `_index_templates/${prefix}-events`;

  it('need a template, which is named where it is missing or makes plain indices', async () => {
    const missing = await put(path(), {});
    expect(missing.status).toBe(400);
    expect(missing.body.message).toContain('No index template matches');
    const body = { index_patterns: [`${prefix}-events-*`], priority: 310 };
    await put(template(), { body });
    expect((await put(path(), {})).body.message).toContain('makes plain indices');
    const { body: seen } = await get<TemplateRecord>(template());
    const changed = { ...seen.body, data_stream: {} };
    expect((await put(template(), { body: changed, seen: seen.body })).status).toBe(200);
  });

  it('are created, rolled over, told, and deleted by their name', async () => {
    expect((await put(path(), {})).status).toBe(200);
    expect((await put(path(), {})).status).toBe(409);
    const rolled = await host.api<RolledOver>('POST', `${BASE}/${path()}/_rollover`, {});
    expect(rolled.body.old_index).not.toBe(rolled.body.new_index);
    const { body: detail } = await get<StreamDetail>(path());
    expect(detail.row).toMatchObject({
      ...{ backing: 2, generation: 2, template: `${prefix}-events`, time_field: '@timestamp' },
    });
    expect(detail.indices).toEqual([
      { name: rolled.body.new_index, is_write_index: true },
      { name: rolled.body.old_index, is_write_index: false },
    ]);
    const { body: all } = await get<StreamsAnswer>('_data_streams');
    expect(all).toMatchObject({ supported: true, gaps: [] });
    expect(all.streams.find(({ name }) => name === detail.row.name)?.bytes).toBeGreaterThan(0);

    const kept = await remove(template());
    expect(kept.status).toBe(409);
    expect(kept.body.message).toContain(detail.row.name);
    expect((await remove(path())).status).toBe(400);
    expect((await remove(`${path()}?confirm=${detail.row.name}`)).status).toBe(204);
    expect((await get(path())).status).toBe(404);
    expect((await remove(template())).status).toBe(204);
  });
});
