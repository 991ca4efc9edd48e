import type { ActAnswer, IndexDetail } from '../../common/indices/indices_api';
import type { IndexListing } from '../../common/indices/rows/index_row';
import { testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';
import { startTestHost } from '../support/host';
import type { TestHost } from '../support/host';
import { product } from '../support/product';

const BASE = '/api/watchkeeper/indices';

let cluster: TestCluster;
let host: TestHost;
let prefix: string;

beforeAll(async () => {
  cluster = await testCluster();
  host = await startTestHost({ clusterUrl: cluster.url });
  await product(host).ready();
  prefix = cluster.uniqueName('logstash-logs-app');
  const day = (name: string, body: object) => cluster.request('PUT', `/${prefix}-${name}`, body);
  await day('2026.11.20', { settings: { number_of_shards: 2, number_of_replicas: 0 } });
  await day('2026.11.21', { aliases: { [`${prefix}-now`]: { is_write_index: true } } });
  await day('2026.11.22', { settings: { 'index.hidden': true } });
  await cluster.index(`${prefix}-2026.11.20`, [{ message: 'a' }, { message: 'b' }]);
});

afterAll(async () => {
  await host?.stop();
  await cluster?.clean();
});

const rows = async () => {
  const { body } = await host.api<IndexListing>('GET', `${BASE}/_all?fresh=true`);
  expect(body.gaps).toEqual([]);
  return body.rows.filter(({ name }) => name.startsWith(prefix));
};

const act = (indices: string[], what: object) =>
  host.api<ActAnswer & { message?: string }>('POST', `${BASE}/_act`, { indices, what });

it('lists real indices with numbers, aliases and what is hidden', async () => {
  const [first, second, third] = await rows();
  expect(first).toMatchObject({
    ...{ name: `${prefix}-2026.11.20`, health: 'green', status: 'open', docs: 2 },
    ...{ primaries: 2, replicas: 0, hidden: false },
  });
  expect(first.bytes).toBeGreaterThan(0);
  expect(first.created_at).toBeGreaterThan(Date.UTC(2020, 0, 1));
  expect(second.aliases).toEqual([{ name: `${prefix}-now`, is_write_index: true }]);
  expect(third.hidden).toBe(true);
});

it('shows how one is made, and knows no alias by the name of an index', async () => {
  const { body } = await host.api<IndexDetail>('GET', `${BASE}/${prefix}-2026.11.20`);
  expect(body.row.docs).toBe(2);
  expect(body.mappings).toMatchObject({ properties: { message: { type: 'text' } } });
  expect(body.settings).toMatchObject({ 'index.number_of_shards': '2' });
  expect(body.defaults).toMatchObject({ 'index.refresh_interval': '1s' });
  expect((await host.api('GET', `${BASE}/${prefix}-now`)).status).toBe(404);
});

it('makes an index once, by a name that the cluster takes', async () => {
  const name = `${prefix}-new`;
  const body = { settings: { number_of_shards: 1 }, aliases: { [`${name}-all`]: {} } };
  const made = await host.api<IndexDetail>('PUT', `${BASE}/${name}`, { body });
  expect(made.body.row).toMatchObject({ name, primaries: 1 });
  expect((await host.api('PUT', `${BASE}/${name}`, { body })).status).toBe(409);
  const mistaken = await host.api('PUT', `${BASE}/${name}-2`, { body: { mapping: {} } });
  expect(mistaken.status).toBe(400);
  expect(JSON.stringify(mistaken.body)).toContain('body.mapping');
  expect((await act([name], { action: 'delete', confirm: name })).body.done).toEqual([name]);
});

it('closes and opens, and tells of each that is not there', async () => {
  const name = `${prefix}-2026.11.21`;
  const { status, body } = await act([name, `${prefix}-gone`], { action: 'close' });
  expect(status).toBe(200);
  expect(body.done).toEqual([name]);
  expect(body.failed.map(({ index }) => index)).toEqual([`${prefix}-gone`]);
  const closed = (await rows()).find((row) => row.name === name);
  expect(closed?.status).toBe('close');
  expect(closed).not.toHaveProperty('docs');
  expect((await act([name], { action: 'open' })).body.done).toEqual([name]);
  for (const action of ['refresh', 'flush', 'clear_cache']) {
    expect((await act([`${prefix}-2026.11.20`], { action })).body.failed).toEqual([]);
  }
});

it('changes settings, fields and aliases, and overwrites nothing that was not seen', async () => {
  const name = `${prefix}-2026.11.20`;
  const edit = (body: object) => host.api<IndexDetail>('POST', `${BASE}/${name}/_edit`, body);
  const changes = { 'index.refresh_interval': '7s' };
  const changed = await edit({ edit: 'settings', changes, seen: {} });
  expect(changed.body.settings).toMatchObject(changes);
  const late = await edit({
    ...{ edit: 'settings', changes: { 'index.refresh_interval': null }, seen: {} },
  });
  expect(late.status).toBe(409);
  expect(late.body).toMatchObject({ attributes: { changed: ['index.refresh_interval'] } });
  const back = await edit({
    ...{ edit: 'settings', changes: { 'index.refresh_interval': null }, seen: changes },
  });
  expect(back.body.settings).not.toHaveProperty(['index.refresh_interval']);

  const mapped = (type: string) => ({ properties: { message: { type } } });
  const refused = await edit({ edit: 'mapping', mapping: mapped('long') });
  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({ message: expect.stringContaining('message') });

  const body = { filter: { term: { a: 1 } }, index_routing: 'x', is_write_index: true };
  const alias = `${prefix}-edited`;
  const given = await edit({ edit: 'put_alias', alias, body, seen: null });
  expect(given.body.aliases[alias]).toMatchObject(body);
  const taken = await edit({ edit: 'remove_alias', alias, seen: given.body.aliases[alias] });
  expect(taken.body.aliases).toEqual({});
});

it('gives the same settings to many, and tells of each that is not there', async () => {
  const names = [`${prefix}-2026.11.20`, `${prefix}-gone`];
  const changes = { 'index.refresh_interval': '9s' };
  const { body } = await host.api<ActAnswer>('POST', `${BASE}/_settings`, {
    ...{ indices: names, changes },
  });
  expect(body.done).toEqual([names[0]]);
  expect(body.failed.map(({ index }) => index)).toEqual([names[1]]);
  const one = await host.api<IndexDetail>('GET', `${BASE}/${names[0]}`);
  expect(one.body.settings).toMatchObject(changes);
});

it('does to indices alone what is asked for: no alias stands for all that it has', async () => {
  const alias = `${prefix}-now`;
  for (const action of ['close', 'read_only', 'flush']) {
    const { status, body } = await act([`${prefix}-2026.11.20`, alias], { action });
    expect(status).toBe(400);
    expect(body.message).toContain('is an alias or a data stream');
  }
  expect((await rows()).map(({ status }) => status)).toEqual(['open', 'open', 'open']);
});

it('deletes by the word alone, and no pattern', async () => {
  const name = `${prefix}-2026.11.20`;
  expect((await act([name], { action: 'delete', confirm: 'yes' })).status).toBe(400);
  expect((await act([`${prefix}*`], { action: 'delete', confirm: `${prefix}*` })).status).toBe(400);
  expect(await rows()).toHaveLength(3);
  expect((await act([name], { action: 'delete', confirm: name })).body.done).toEqual([name]);
  expect((await rows()).map((row) => row.name)).not.toContain(name);
});
