import type {
  SavedObject,
  SavedObjectsBulkCreateObject,
  SavedObjectsClientContract,
} from 'opensearch-dashboards/server';
import { WatchkeeperError } from '../../../common/errors';
import { DESTINATION_TYPE, MONITOR_TYPE } from '../../../common/plugin';
import { guardClient } from './guarded_client';
import type { WriteListener, WrittenObject } from './guarded_client';

type Attributes = Record<string, unknown>;

/** A client as the host has it: a class, with its methods on the prototype, and members that no type here knows. */
class FakeClient {
  readonly writes: Array<{ method: string; id?: string; attributes?: unknown }> = [];
  readonly errors = {
    decorateBadRequestError: (error: Error) =>
      Object.assign(error, { isBoom: true, output: { statusCode: 400 } }),
  };

  constructor(readonly stored: Map<string, Attributes> = new Map()) {}

  async create(type: string, attributes: Attributes, { id = 'new' } = {}): Promise<SavedObject> {
    this.writes.push({ method: 'create', id, attributes });
    return { type, id, attributes, references: [] };
  }

  async bulkCreate(objects: SavedObjectsBulkCreateObject[]) {
    const saved_objects = objects.map(({ type, id = 'new', attributes, references = [] }) => {
      this.writes.push({ method: 'bulkCreate', id, attributes });
      const error = { statusCode: 409, error: 'Conflict', message: 'There already.' };
      return { type, id, attributes, references, ...(id === 'taken' ? { error } : {}) };
    });
    return { saved_objects };
  }

  async get(type: string, id: string) {
    const attributes = this.stored.get(id);
    if (!attributes) throw new Error(`There is no ${id}.`);
    return { type, id, attributes, references: [] };
  }

  async bulkGet(asked: Array<{ type: string; id: string }>) {
    const error = { statusCode: 404, error: 'Not Found', message: 'Gone.' };
    return {
      saved_objects: asked.map(({ type, id }) => {
        const attributes = this.stored.get(id);
        return { type, id, references: [], ...(attributes ? { attributes } : { error }) };
      }),
    };
  }

  async update(type: string, id: string, attributes: Attributes) {
    this.writes.push({ method: 'update', id, attributes });
    return { type, id, attributes, references: undefined };
  }

  async bulkUpdate(objects: Array<{ type: string; id: string; attributes: Attributes }>) {
    objects.forEach(({ id, attributes }) =>
      this.writes.push({ method: 'bulkUpdate', id, attributes })
    );
    const error = { statusCode: 404, error: 'Not Found', message: 'Gone.' };
    return { saved_objects: objects.map((o) => (o.id === 'gone' ? { ...o, error } : o)) };
  }

  async delete(_type: string, id: string) {
    this.writes.push({ method: 'delete', id });
    return {};
  }

  /** Of a newer host. */
  deleteByWorkspace(workspace: string) {
    return `${workspace}: ${this.stored.size}`;
  }
}

class Listener implements WriteListener {
  readonly heard: WrittenObject[] = [];
  readonly gone: string[] = [];
  readonly lost: unknown[] = [];
  refuses: Error | undefined;

  async admit() {
    if (this.refuses) throw this.refuses;
  }
  async prepare(objects: SavedObjectsBulkCreateObject[]) {
    return objects.map((object) => ({
      ...object,
      attributes: { ...(object.attributes as Attributes), prepared: true },
    }));
  }
  async written(objects: WrittenObject[]) {
    this.heard.push(...objects);
  }
  async deleted(_type: string, id: string, before?: Attributes) {
    this.gone.push(id);
    this.lost.push(before?.title);
  }
}

const monitor = (change: Attributes = {}): Attributes => ({
  title: 'Errors',
  enabled: true,
  schedule: { period: { interval: 1, unit: 'MINUTES' } },
  inputs: [{ search: { indices: ['logs'], query: '{}' } }],
  triggers: [],
  ...change,
});

const setUp = (stored?: Map<string, Attributes>) => {
  const inner = new FakeClient(stored);
  const listener = new Listener();
  const client = guardClient(inner as unknown as SavedObjectsClientContract, listener);
  return { inner, listener, client };
};

const wrong = (write: Promise<unknown>) => expect(write).rejects;

describe('a guarded client', () => {
  it('writes what can be read, and tells of it', async () => {
    const { inner, listener, client } = setUp();
    const created = await client.create(MONITOR_TYPE, monitor(), { id: 'm' });
    expect(created.id).toBe('m');
    expect(inner.writes).toHaveLength(1);
    expect(listener.heard).toEqual([
      { type: MONITOR_TYPE, id: 'm', attributes: monitor(), references: [] },
    ]);
  });

  it('refuses nonsense with a 400 that names the field as it is stored', async () => {
    const { inner, listener, client } = setUp();
    await wrong(client.create(MONITOR_TYPE, monitor({ title: '' }))).toMatchObject({
      message: 'title: A name is required.',
      output: { statusCode: 400 },
    });
    await wrong(client.create(MONITOR_TYPE, monitor({ inputs: [] }))).toThrow(/^inputs/);
    await wrong(client.create(MONITOR_TYPE, 'nothing')).toThrow(/title/);
    const destination = { title: 'Chat', type: 'slack', origin: 'https://x', url: 'https://x/y' };
    await wrong(client.create(DESTINATION_TYPE, destination)).toThrow(/url/);
    expect([inner.writes, listener.heard]).toEqual([[], []]);
  });

  it('lets other types pass unseen, with methods that it does not know', async () => {
    const { inner, listener, client } = setUp();
    listener.refuses = new Error('must not be asked');
    await client.create('dashboard', { anything: true });
    await client.bulkCreate([{ type: 'dashboard', attributes: {} }]);
    await client.update('dashboard', 'd', {});
    await client.bulkUpdate([{ type: 'dashboard', id: 'd', attributes: {} }]);
    await client.delete('dashboard', 'd');
    expect(inner.writes).toHaveLength(5);
    expect([listener.heard, listener.gone]).toEqual([[], []]);
    const newer = client as unknown as FakeClient;
    expect(newer.deleteByWorkspace('w')).toBe('w: 0');
    expect(newer.errors).toBe(inner.errors);
  });

  it('keeps the good ones of a bulk, and answers in its order', async () => {
    const { inner, listener, client } = setUp();
    const { saved_objects: answers } = await client.bulkCreate([
      { type: MONITOR_TYPE, id: 'bad', attributes: monitor({ enabled: 'yes' }) },
      { type: 'dashboard', id: 'other', attributes: {} },
      { type: MONITOR_TYPE, id: 'taken', attributes: monitor() },
      { type: MONITOR_TYPE, id: 'good', attributes: monitor() },
    ]);
    expect(answers.map(({ id, error }) => [id, error?.statusCode])).toEqual([
      ['bad', 400],
      ['other', undefined],
      ['taken', 409],
      ['good', undefined],
    ]);
    expect(answers[0].error?.message).toBe('enabled: Say whether the monitor is enabled.');
    expect(inner.writes.map(({ id }) => id)).toEqual(['other', 'taken', 'good']);
    expect(listener.heard.map(({ id }) => id)).toEqual(['good']);
  });

  it('does not take in what a newer version wrote', async () => {
    const { client } = setUp();
    const migrationVersion = { [MONITOR_TYPE]: '99.0.0' };
    const { saved_objects: answers } = await client.bulkCreate([
      { type: MONITOR_TYPE, id: 'newer', attributes: monitor(), migrationVersion },
      { type: MONITOR_TYPE, id: 'old', attributes: monitor(), migrationVersion: {} },
    ]);
    expect(answers.map(({ error }) => error?.message)).toEqual([
      'migrationVersion: A newer Watchkeeper (99.0.0) wrote it. Upgrade this one first.',
      undefined,
    ]);
  });

  it('prepares only what is written over something', async () => {
    const { inner, client } = setUp();
    await client.create(MONITOR_TYPE, monitor(), { id: 'a' });
    await client.create(MONITOR_TYPE, monitor(), { id: 'b', overwrite: true });
    await client.bulkCreate([{ type: MONITOR_TYPE, id: 'c', attributes: monitor() }], {
      overwrite: true,
    });
    const prepared = inner.writes.map(({ attributes }) => (attributes as Attributes).prepared);
    expect(prepared).toEqual([undefined, true, true]);
  });

  it('checks what an update makes of the whole', async () => {
    const { inner, listener, client } = setUp(new Map([['m', monitor()]]));
    await wrong(client.update(MONITOR_TYPE, 'm', { enabled: 'no' })).toThrow(/^enabled/);
    await wrong(
      client.bulkUpdate([{ type: MONITOR_TYPE, id: 'm', attributes: { triggers: 5 } }])
    ).toThrow(/^triggers/);
    expect(inner.writes).toEqual([]);
    await client.update(MONITOR_TYPE, 'm', { enabled: false });
    expect(inner.writes).toEqual([{ method: 'update', id: 'm', attributes: { enabled: false } }]);
    expect(listener.heard[0].attributes).toEqual(monitor({ enabled: false }));
  });

  it('tells only of those of a bulk update that were written', async () => {
    const stored = new Map([
      ['m', monitor()],
      ['gone', monitor()],
    ]);
    const { listener, client } = setUp(stored);
    const attributes = { title: 'Renamed' };
    await client.bulkUpdate([
      { type: MONITOR_TYPE, id: 'gone', attributes },
      { type: MONITOR_TYPE, id: 'm', attributes },
    ]);
    expect(listener.heard.map(({ id }) => id)).toEqual(['m']);
  });

  it('tells what stood there before, by whichever way it is written over', async () => {
    const stored = new Map([['m', monitor({ title: 'Before' })]]);
    const { listener, client } = setUp(stored);
    const attributes = monitor();
    await client.create(MONITOR_TYPE, attributes, { id: 'm', overwrite: true });
    await client.bulkCreate(
      ['m', 'new'].map((id) => ({ type: MONITOR_TYPE, id, attributes })),
      { overwrite: true }
    );
    await client.update(MONITOR_TYPE, 'm', { enabled: false });
    await client.bulkUpdate([{ type: MONITOR_TYPE, id: 'm', attributes: { enabled: false } }]);
    expect(listener.heard.map(({ id, before }) => [id, before?.title])).toEqual([
      ['m', 'Before'],
      ['m', 'Before'],
      ['new', undefined],
      ['m', 'Before'],
      ['m', 'Before'],
    ]);
    await client.delete(MONITOR_TYPE, 'm');
    expect(listener.lost).toEqual(['Before']);
  });

  it('tells of deletions', async () => {
    const { listener, client } = setUp();
    await client.delete(DESTINATION_TYPE, 'd');
    expect(listener.gone).toEqual(['d']);
  });

  it('writes nothing for somebody who may not write here, and says why', async () => {
    const { inner, listener, client } = setUp(new Map([['m', monitor()]]));
    listener.refuses = new WatchkeeperError('invalid_input', 'Not in this tenant.');
    const writes = [
      client.create(MONITOR_TYPE, monitor()),
      client.bulkCreate([{ type: MONITOR_TYPE, attributes: monitor() }]),
      client.update(MONITOR_TYPE, 'm', { enabled: false }),
      client.bulkUpdate([{ type: MONITOR_TYPE, id: 'm', attributes: {} }]),
    ];
    for (const write of writes) {
      await wrong(write).toMatchObject({
        message: 'Not in this tenant.',
        output: { statusCode: 400 },
      });
    }
    expect(inner.writes).toEqual([]);
  });

  it('hands on what is no refusal', async () => {
    const { listener, client } = setUp();
    listener.refuses = Object.assign(new Error('Who are you?'), { output: { statusCode: 401 } });
    await wrong(client.create(MONITOR_TYPE, monitor())).toMatchObject({
      output: { statusCode: 401 },
    });
  });
});
