import type {
  SavedObjectsClientContract,
  SavedObjectsClientWrapperFactory,
  SavedObjectsServiceStart,
  OpenSearchDashboardsRequest,
  SavedObjectsErrorHelpers,
} from 'opensearch-dashboards/server';
import { createLogger } from '../../standalone/logging/logger';
import { ClusterClient } from '../../standalone/opensearch/cluster_client';
import { savedObjectsErrors } from '../../standalone/saved_objects/errors';
import { SavedObjectsService } from '../../standalone/saved_objects/service';
import type { TestCluster } from '../support/cluster';
import { testCluster } from '../support/cluster';

interface Note {
  title: string;
  size?: number;
  inner?: { a?: number; b?: number };
  upgraded?: boolean;
}

const REQUEST = { headers: {} } as OpenSearchDashboardsRequest;
const errors: SavedObjectsErrorHelpers = savedObjectsErrors;

/** A service with a searchable type `note` and a hidden one. */
function createService(url: string, upgrade = false) {
  const log = createLogger({ write: () => undefined });
  const client = new ClusterClient({ nodes: [url] }, log);
  const service = new SavedObjectsService({ client, log, onReady: () => undefined });
  const { registerType, addClientWrapper } = service.setup();
  const common = { namespaceType: 'agnostic' as const };
  registerType({
    ...common,
    name: 'note',
    hidden: false,
    mappings: {
      dynamic: false,
      properties: {
        title: { type: 'text', fields: { keyword: { type: 'keyword' } } },
        size: { type: 'integer' },
      },
    },
    migrations: upgrade
      ? {
          '0.2.0': (doc) => ({
            ...doc,
            attributes: { ...(doc.attributes as Note), upgraded: true },
          }),
        }
      : undefined,
  });
  registerType({
    ...common,
    name: 'hidden-note',
    hidden: true,
    mappings: { dynamic: false, properties: {} },
  });
  return { service, client, addClientWrapper };
}

describe('saved objects on a real cluster', () => {
  let cluster: TestCluster;
  let start: SavedObjectsServiceStart;
  let objects: SavedObjectsClientContract;
  let close: () => Promise<void>;

  beforeAll(async () => {
    cluster = await testCluster();
    const { service, client } = createService(cluster.url);
    start = service.start();
    objects = start.getScopedClient(REQUEST);
    close = () => client.close();
  });
  afterAll(async () => {
    await close();
    await cluster.clean();
  });

  const status = (promise: Promise<unknown>) =>
    promise.then(
      () => 200,
      (error: { output: { statusCode: number } }) => error.output.statusCode
    );

  it('stores a document as Dashboards does, in an index of its own that is hidden', async () => {
    const references = [{ name: 'to', type: 'note', id: 'b' }];
    await objects.create<Note>('note', { title: 'Kept' }, { id: 'a', references });
    const { body } = await cluster.request('GET', '/.watchkeeper-saved-objects/_doc/note:a');
    expect(body).toMatchObject({
      _index: '.watchkeeper-saved-objects-1',
      _source: {
        type: 'note',
        note: { title: 'Kept' },
        references,
        updated_at: expect.any(String),
      },
    });
    const settings = await cluster.request('GET', '/.watchkeeper-saved-objects-1/_settings');
    expect(JSON.stringify(settings.body)).toContain('"hidden":"true"');
  });

  it('reads back what was created', async () => {
    const created = await objects.create<Note>('note', { title: 'Read me' });
    expect(await objects.get('note', created.id)).toEqual(created);
    expect(await status(objects.get('note', 'nowhere'))).toBe(404);
  });

  it('does not create over another object unless it is told to', async () => {
    const first = await objects.create<Note>('note', { title: 'One' }, { id: 'same' });
    expect(await status(objects.create('note', { title: 'Two' }, { id: 'same' }))).toBe(409);
    const options = { id: 'same', overwrite: true };
    const second = await objects.create(
      'note',
      { title: 'Two' },
      { ...options, version: first.version }
    );
    expect(second.version).not.toBe(first.version);
    expect(
      await status(objects.create('note', { title: '3' }, { ...options, version: first.version }))
    ).toBe(409);
  });

  it('changes only the attributes that are given, and only on the version that is named', async () => {
    const { id, version } = await objects.create<Note>('note', { title: 'T', inner: { a: 1 } });
    const updated = await objects.update<Note>('note', id, { inner: { b: 2 } }, { version });
    const { attributes, version: now } = await objects.get<Note>('note', id);
    expect(attributes).toEqual({ title: 'T', inner: { a: 1, b: 2 } });
    expect(now).toBe(updated.version);
    expect(await status(objects.update('note', id, { title: 'late' }, { version }))).toBe(409);
    expect(await status(objects.update('note', 'nowhere', { title: 'x' }))).toBe(404);
    expect(await status(objects.update('note', id, { title: 'x' }, { version: 'nonsense' }))).toBe(
      400
    );
  });

  it('deletes once', async () => {
    const { id } = await objects.create<Note>('note', { title: 'Gone' });
    await objects.delete('note', id);
    expect(await status(objects.delete('note', id))).toBe(404);
  });

  it('finds by text, by reference, sorted, in pages and with chosen attributes', async () => {
    const word = cluster.uniqueName('word').replace(/-/g, '');
    for (const size of [3, 1, 2]) {
      await objects.create<Note>(
        'note',
        { title: `${word} ${size}`, size },
        { references: [{ name: 'to', type: 'note', id: `${word}${size}` }] }
      );
    }
    const search = { type: 'note', search: `${word}*`, searchFields: ['title'] };
    const sorted = { ...search, sortField: 'size', sortOrder: 'desc' };
    const page = await objects.find<Note>({ ...sorted, perPage: 2, page: 1, fields: ['size'] });
    expect(page).toMatchObject({ total: 3, page: 1, per_page: 2 });
    expect(page.saved_objects.map(({ attributes }) => attributes)).toEqual([
      { size: 3 },
      { size: 2 },
    ]);
    const second = await objects.find<Note>({ ...sorted, perPage: 2, page: 2 });
    expect(second.saved_objects.map(({ attributes }) => attributes.size)).toEqual([1]);
    const hasReference = { type: 'note', id: `${word}2` };
    const linked = await objects.find<Note>({ type: 'note', hasReference });
    expect(linked.saved_objects.map(({ attributes }) => attributes.size)).toEqual([2]);
    expect(await status(objects.find({ type: 'note', perPage: 10_001 }))).toBe(400);
  });

  it('keeps the results of a bulk apart', async () => {
    await objects.create<Note>('note', { title: 'There' }, { id: 'there' });
    const { saved_objects } = await objects.bulkCreate<Note>([
      { type: 'note', id: 'there', attributes: { title: 'Again' } },
      { type: 'unknown', id: 'u', attributes: { title: 'U' } },
      { type: 'note', id: 'fresh', attributes: { title: 'Fresh' } },
    ]);
    expect(saved_objects.map(({ error }) => error?.statusCode)).toEqual([409, 400, undefined]);
    const read = await objects.bulkGet<Note>([
      { type: 'note', id: 'fresh' },
      { type: 'note', id: 'nowhere' },
    ]);
    expect(read.saved_objects[0]?.attributes.title).toBe('Fresh');
    expect(read.saved_objects[1]?.error?.statusCode).toBe(404);
    const changed = await objects.bulkUpdate<Note>([
      { type: 'note', id: 'fresh', attributes: { size: 5 }, version: saved_objects[2]?.version },
      { type: 'note', id: 'fresh', attributes: { size: 6 }, version: saved_objects[2]?.version },
      { type: 'note', id: 'nowhere', attributes: { size: 7 } },
    ]);
    expect(changed.saved_objects.map(({ error }) => error?.statusCode)).toEqual([
      undefined,
      409,
      404,
    ]);
    const conflicts = await objects.checkConflicts([
      { type: 'note', id: 'fresh' },
      { type: 'note', id: 'free' },
    ]);
    expect(conflicts.errors.map(({ id, error }) => [id, error.statusCode])).toEqual([
      ['fresh', 409],
    ]);
  });

  it('hides hidden types from clients that do not name them', async () => {
    expect(await status(objects.create('hidden-note', { title: 'x' }))).toBe(400);
    const repository = start.createInternalRepository(['hidden-note']);
    const { id } = await repository.create<Note>('hidden-note', { title: 'x' });
    expect(await status(objects.get('hidden-note', id))).toBe(404);
    expect((await repository.get<Note>('hidden-note', id)).attributes.title).toBe('x');
  });

  it('migrates older documents when they are read, and refuses newer ones', async () => {
    const { id } = await objects.create<Note>('note', { title: 'Old' });
    const upgraded = createService(cluster.url, true);
    const repository = upgraded.service.start().createInternalRepository();
    const { attributes, migrationVersion } = await repository.get<Note>('note', id);
    expect(attributes).toEqual({ title: 'Old', upgraded: true });
    expect(migrationVersion).toEqual({ note: '0.2.0' });
    const fresh = await repository.create<Note>('note', { title: 'New' });
    expect(fresh).toMatchObject({
      attributes: { title: 'New' },
      migrationVersion: { note: '0.2.0' },
    });
    const imported = { migrationVersion: { note: '9.0.0' } };
    expect(await status(repository.create('note', { title: 'Newer' }, imported))).toBe(400);
    await upgraded.client.close();
  });

  it('puts wrappers around scoped clients, the lowest priority outermost', async () => {
    const { service, client, addClientWrapper } = createService(cluster.url);
    const calls: string[] = [];
    const wrapper =
      (name: string): SavedObjectsClientWrapperFactory =>
      ({ client: wrapped }) => {
        const create: SavedObjectsClientContract['create'] = (type, attributes, options) => {
          calls.push(name);
          return wrapped.create(type, attributes, options);
        };
        return Object.assign(Object.create(wrapped) as SavedObjectsClientContract, { create });
      };
    addClientWrapper(50, 'inner', wrapper('inner'));
    addClientWrapper(5, 'outer', wrapper('outer'));
    expect(() => addClientWrapper(5, 'third', wrapper('third'))).toThrow('already taken');
    const wrapped = service.start();
    await wrapped.getScopedClient(REQUEST).create<Note>('note', { title: 'W' });
    await wrapped.createInternalRepository().create<Note>('note', { title: 'W' });
    expect(calls).toEqual(['outer', 'inner']);
    await client.close();
  });

  it('makes its index anew when somebody has deleted it', async () => {
    await cluster.request('DELETE', '/.watchkeeper-saved-objects-1');
    const created = await objects.create<Note>('note', { title: 'After' });
    expect((await objects.get<Note>('note', created.id)).attributes.title).toBe('After');
    const { body } = await cluster.request('GET', '/_alias/.watchkeeper-saved-objects');
    expect(Object.keys(body)).toEqual(['.watchkeeper-saved-objects-1']);
  });

  it('tells its errors apart', async () => {
    const missing = await objects.get('note', 'nowhere').catch((error: Error) => error);
    expect(errors.isNotFoundError(missing as Error)).toBe(true);
    expect(errors.isConflictError(missing as Error)).toBe(false);
    expect((missing as Error).message).toBe('Saved object [note/nowhere] not found');
  });
});
