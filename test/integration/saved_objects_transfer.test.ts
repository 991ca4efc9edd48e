import { createServices } from '../../standalone/host_services';
import type { HostServices } from '../../standalone/host_services';
import { createServer, listen, stopServer } from '../../standalone/http/server';
import { createLogger } from '../../standalone/logging/logger';
import type { TestCluster } from '../support/cluster';
import { testCluster } from '../support/cluster';
import { send } from '../support/http';
import { linesOf, upload } from '../support/transfer';

const LINKED = (to: string, type = 'note') => [{ name: 'link', type, id: to }];

/** An object as a file of Dashboards 2.19 has it. */
const line = (id: string, title: string, references: object[] = [], type = 'note') => ({
  attributes: { title },
  id,
  migrationVersion: { [type]: '7.9.3' },
  references,
  type,
  updated_at: '2024-05-06T07:08:09.010Z',
  version: 'WzEyLDFd',
});

describe('export and import of the standalone host', () => {
  let cluster: TestCluster;
  let url: string;
  let services: HostServices;
  let close: () => Promise<void>;

  beforeAll(async () => {
    cluster = await testCluster();
    const log = createLogger({ write: () => undefined });
    const server = await createServer({ port: 0, host: '127.0.0.1', basePath: '', version: '1' });
    services = createServices({ server, basePath: '', cluster: { url: cluster.url }, log });
    registerTypes(services);
    services.core.savedObjects.start();
    await services.start();
    await listen(server);
    url = `http://localhost:${server.info.port}/api/saved_objects`;
    close = async () => {
      await stopServer(server);
      await services.close();
    };
  });
  afterAll(async () => {
    await close?.();
    await cluster?.clean();
  });
  beforeEach(async () => {
    await cluster.request(
      'POST',
      '/.watchkeeper-saved-objects/_delete_by_query?refresh=true&expand_wildcards=all',
      { query: { match_all: {} } }
    );
  });

  function registerTypes({ core }: HostServices): void {
    const { registerType } = core.savedObjects.setup();
    const base = { hidden: false, namespaceType: 'agnostic' as const };
    const title = { type: 'text', fields: { keyword: { type: 'keyword' } } };
    const mappings = { dynamic: false as const, properties: { title } };
    const management = { importableAndExportable: true, defaultSearchField: 'title' };
    registerType({
      ...{ ...base, name: 'note', mappings },
      migrations: { '7.9.3': (doc) => doc, '9.0.0': (doc) => ({ ...doc, upgraded: true }) },
      management: {
        ...management,
        icon: 'pencil',
        getTitle: ({ attributes }) => (attributes as { title: string }).title,
        getInAppUrl: ({ id }) => ({ path: `/app/notes/${id}`, uiCapabilitiesPath: 'notes.show' }),
      },
    });
    registerType({ ...base, name: 'index-pattern', mappings, management });
    registerType({ ...base, name: 'private', mappings });
  }

  const call = <T = { message: string }>(method: string, path: string, body?: unknown) =>
    send<T>(`${url}${path}`, method, body, { 'osd-xsrf': 'test' });
  const create = (id: string, title: string, references: object[] = []) =>
    call('POST', `/note/${id}`, { attributes: { title }, references });
  const exported = (body: object) => call<string>('POST', '/_export', body);
  const read = (id: string) =>
    call<{ attributes: { title: string }; references: Array<{ id: string }>; originId?: string }>(
      'GET',
      `/note/${id}`
    );

  describe('export', () => {
    it('puts what is referred to first, keys in order, and counts at the end', async () => {
      await create('a', 'First', LINKED('b'));
      await create('b', 'Second', LINKED('c'));
      await create('c', 'Third');
      const { status, headers, body } = await exported({ type: 'note' });
      expect(status).toBe(200);
      expect(headers.get('content-type')).toMatch(/^application\/ndjson/);
      expect(headers.get('content-disposition')).toBe('attachment; filename="export.ndjson"');
      const lines = linesOf(body);
      expect(lines.map(({ id }) => id)).toEqual(['c', 'b', 'a', undefined]);
      expect(Object.keys(lines[0])).toEqual([
        ...['attributes', 'id', 'migrationVersion', 'references'],
        ...['type', 'updated_at', 'version'],
      ]);
      expect(lines[3]).toEqual({ exportedCount: 3, missingRefCount: 0, missingReferences: [] });
    });

    it('brings what the selected ones refer to, however far, and names what is missing', async () => {
      await create('a', 'First', LINKED('b'));
      await create('b', 'Second', LINKED('gone'));
      const objects = [{ type: 'note', id: 'a' }];
      const alone = linesOf((await exported({ objects, excludeExportDetails: true })).body);
      expect(alone.map(({ id }) => id)).toEqual(['a']);
      const deep = linesOf((await exported({ objects, includeReferencesDeep: true })).body);
      expect(deep.map(({ id }) => id)).toEqual(['b', 'a', undefined]);
      expect(deep[2]).toEqual({
        exportedCount: 2,
        missingRefCount: 1,
        missingReferences: [{ type: 'note', id: 'gone' }],
      });
    });

    it('refuses what it cannot export, with the reason', async () => {
      const refusals = await Promise.all([
        call('POST', '/_export', { type: ['note', 'private'] }),
        call('POST', '/_export', { objects: [{ type: 'private', id: 'x' }] }),
        call('POST', '/_export', { type: 'note', objects: [{ type: 'note', id: 'x' }] }),
        call('POST', '/_export', {}),
        call('POST', '/_export', { objects: [{ type: 'note', id: 'gone' }] }),
      ]);
      expect(refusals.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400]);
      expect(refusals.map(({ body }) => body.message)).toEqual([
        'Trying to export non-exportable type(s): private',
        'Trying to export object(s) with non-exportable types: private:x',
        `Can't specify both "types" and "objects" properties when exporting`,
        'Either `type` or `objects` are required.',
        'Bad Request',
      ]);
      expect(refusals[4].body).toMatchObject({ attributes: { objects: [{ id: 'gone' }] } });
    });

    it('refuses objects that refer to each other in a circle', async () => {
      await create('a', 'First', LINKED('b'));
      await create('b', 'Second', LINKED('a'));
      const { status, body } = await call('POST', '/_export', { type: 'note' });
      expect([status, body.message]).toEqual([
        400,
        'circular reference: [note:a] ref-> [note:b] ref-> [note:a]',
      ]);
    });
  });

  describe('import', () => {
    it('takes in what was exported, with its migrations run', async () => {
      const counts = { exportedCount: 2, missingRefCount: 0, missingReferences: [] };
      const file = [line('b', 'Second'), '', line('a', 'First', LINKED('b')), counts];
      const { status, body } = await upload(`${url}/_import`, file);
      expect(status).toBe(200);
      expect(body).toEqual({
        success: true,
        successCount: 2,
        successResults: [
          { type: 'note', id: 'b', meta: { title: 'Second', icon: 'pencil' } },
          { type: 'note', id: 'a', meta: { title: 'First', icon: 'pencil' } },
        ],
      });
      expect((await read('a')).body).toMatchObject({
        attributes: { title: 'First' },
        references: LINKED('b'),
        migrationVersion: { note: '9.0.0' },
      });
    });

    it('writes nothing while an object is in the way, and says what it would write', async () => {
      await create('a', 'Mine');
      const file = [line('a', 'Theirs'), line('b', 'New')];
      const { status, body } = await upload(`${url}/_import?overwrite=false`, file);
      expect(status).toBe(200);
      expect(body).toEqual({
        success: false,
        successCount: 1,
        successResults: [{ type: 'note', id: 'b', meta: { title: 'New', icon: 'pencil' } }],
        errors: [
          {
            ...{ type: 'note', id: 'a', title: 'Theirs' },
            meta: { title: 'Theirs', icon: 'pencil' },
            error: { type: 'conflict' },
          },
        ],
      });
      expect((await read('a')).body.attributes.title).toBe('Mine');
      expect((await read('b')).status).toBe(404);
    });

    it('writes over what is there when told to', async () => {
      await create('a', 'Mine');
      const { body } = await upload(`${url}/_import?overwrite=true`, [line('a', 'Theirs')]);
      expect(body).toMatchObject({ success: true, successResults: [{ id: 'a', overwrite: true }] });
      expect((await read('a')).body.attributes.title).toBe('Theirs');
    });

    it('makes copies with ids and references of their own', async () => {
      await create('a', 'Mine');
      const file = [line('b', 'Second'), line('a', 'First', LINKED('b'))];
      const { body } = await upload(`${url}/_import?createNewCopies=true`, file);
      const [b, a] = (body.successResults ?? []).map(({ destinationId = '' }) => destinationId);
      expect(new Set(['a', 'b', a, b]).size).toBe(4);
      const copy = (await read(a)).body;
      expect(copy.references).toEqual(LINKED(b));
      expect(copy.originId).toBeUndefined();
      expect((await read('a')).body.attributes.title).toBe('Mine');
    });

    it('names types that it does not know, and takes the others in', async () => {
      const file = [line('a', 'Kept'), line('v', 'Picture', [], 'visualization')];
      const { body } = await upload(`${url}/_import`, file);
      expect(body).toMatchObject({
        success: false,
        successCount: 1,
        errors: [{ type: 'visualization', title: 'Picture', error: { type: 'unsupported_type' } }],
      });
      expect((await read('a')).status).toBe(200);
    });

    it('checks references to index patterns, and no others', async () => {
      const file = [
        line('a', 'Pattern', LINKED('logs', 'index-pattern')),
        line('b', 'Dangling', LINKED('gone')),
      ];
      const { body } = await upload(`${url}/_import`, file);
      expect(body.errors).toMatchObject([
        {
          id: 'a',
          error: {
            type: 'missing_references',
            references: [{ type: 'index-pattern', id: 'logs' }],
          },
        },
      ]);
      expect(body.successCount).toBe(1);
    });

    it('refuses what is no such file, and says where', async () => {
      const twice = [line('a', 'One'), line('a', 'Two')];
      const many = Array.from({ length: 10_001 }, (_, i) => line(`n${i}`, 'Many'));
      const answers = await Promise.all([
        upload(`${url}/_import`, [line('a', 'One')], {}, 'export.json'),
        upload(`${url}/_import`, [line('a', 'One'), '{"type":']),
        upload(`${url}/_import`, [line('a', 'One'), { type: 'note', id: 'b' }]),
        upload(`${url}/_import`, twice),
        upload(`${url}/_import`, many),
        upload(`${url}/_import?overwrite=true&createNewCopies=true`, [line('a', 'One')]),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 400]);
      expect(answers.map(({ body }) => body.message)).toEqual([
        'Invalid file extension .json',
        expect.stringMatching(/^Line 2 is not JSON: /),
        expect.stringMatching(/^Line 2 is no saved object: attributes: /),
        'Non-unique import objects detected: [note:a]: Bad Request',
        "Can't import more than 10000 objects",
        '[request query]: cannot use [overwrite] with [createNewCopies]',
      ]);
      expect((await read('a')).status).toBe(404);
    });

    it('refuses a file beyond 25 MiB', async () => {
      const huge = line('a', 'x'.repeat(26 * 1024 * 1024));
      expect((await upload(`${url}/_import`, [huge])).status).toBe(413);
    });

    it('wants a form with a file', async () => {
      expect((await call('POST', '/_import', { file: 'x' })).status).toBe(415);
    });
  });

  describe('the second attempt', () => {
    const resolve = (file: object[], retries: unknown) =>
      upload(`${url}/_resolve_import_errors`, file, { retries });

    it('does with each object what it was told, and leaves the others out', async () => {
      await create('over', 'Mine');
      await create('beside', 'Mine');
      await create('left', 'Mine');
      const file = [
        line('over', 'Theirs'),
        line('beside', 'Theirs'),
        line('left', 'Theirs'),
        line('points', 'Theirs', LINKED('beside')),
      ];
      const { body } = await resolve(file, [
        { type: 'note', id: 'over', overwrite: true },
        { type: 'note', id: 'beside', destinationId: 'new-id', createNewCopy: true },
        { type: 'note', id: 'points' },
      ]);
      expect(body).toMatchObject({ success: true, successCount: 3 });
      expect(body.successResults).toEqual([
        expect.objectContaining({ id: 'over', overwrite: true }),
        expect.objectContaining({ id: 'beside', destinationId: 'new-id', createNewCopy: true }),
        { type: 'note', id: 'points', meta: { title: 'Theirs', icon: 'pencil' } },
      ]);
      expect((await read('over')).body.attributes.title).toBe('Theirs');
      expect((await read('new-id')).body.attributes.title).toBe('Theirs');
      expect((await read('points')).body.references).toEqual(LINKED('new-id'));
      expect((await read('left')).body.attributes.title).toBe('Mine');
    });

    it('replaces references, or lets them dangle', async () => {
      const file = [
        line('a', 'Replaced', LINKED('gone', 'index-pattern')),
        line('b', 'Ignored', LINKED('gone', 'index-pattern')),
      ];
      await call('POST', '/index-pattern/here', { attributes: { title: 'logs-*' } });
      const replaceReferences = [{ type: 'index-pattern', from: 'gone', to: 'here' }];
      const { body } = await resolve(file, [
        { type: 'note', id: 'a', replaceReferences },
        { type: 'note', id: 'b', ignoreMissingReferences: true },
      ]);
      expect(body).toMatchObject({ success: true, successCount: 2 });
      expect((await read('a')).body.references).toEqual(LINKED('here', 'index-pattern'));
    });

    it('tells of conflicts that nobody has decided, and refuses contradictions', async () => {
      await create('a', 'Mine');
      const file = [line('a', 'Theirs'), line('b', 'Other')];
      const undecided = await resolve(file, [{ type: 'note', id: 'a' }]);
      expect(undecided.body).toMatchObject({
        success: false,
        successCount: 0,
        errors: [{ id: 'a', error: { type: 'conflict' } }],
      });
      const twice = await resolve(file, [
        { type: 'note', id: 'a', destinationId: 'c' },
        { type: 'note', id: 'b', destinationId: 'c' },
      ]);
      expect([twice.status, twice.body.message]).toEqual([
        400,
        'Non-unique retry destinations: [note:c]: Bad Request',
      ]);
    });
  });

  it('tells the Saved Objects page which types there are and how each object is shown', async () => {
    await create('a', 'Shown');
    const base = '/../opensearch-dashboards/management/saved_objects';
    const allowed = await call<{ types: string[] }>('GET', `${base}/_allowed_types`);
    expect(allowed.body.types).toEqual(['note', 'index-pattern']);
    const found = await call<object>('GET', `${base}/_find?type=note&search=Sho*`);
    expect(found.body).toMatchObject({
      total: 1,
      saved_objects: [
        {
          attributes: {},
          meta: {
            icon: 'pencil',
            title: 'Shown',
            inAppUrl: { path: '/app/notes/a', uiCapabilitiesPath: 'notes.show' },
            namespaceType: 'agnostic',
          },
        },
      ],
    });
  });
});
