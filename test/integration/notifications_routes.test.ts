import type {
  DestinationRecord,
  SendAnswer,
  UpdateDestination,
} from '../../common/notifications/api';
import { DESTINATIONS_PATH } from '../../common/notifications/api';
import type { Page } from '../../common/page';
import { testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';
import { startReceiver } from '../support/receiver';
import type { Receiver } from '../support/receiver';
import { KEY, openRoom } from './notifications_room';
import type { Room, RoomSetup } from './notifications_room';

interface Refusal {
  statusCode: number;
  message: string;
  attributes: { code: string; problems?: Array<{ field: string; message: string }> };
}

let cluster: TestCluster;
let receiver: Receiver;
const rooms: Room[] = [];

const open = async (setup: Partial<RoomSetup> = {}): Promise<Room> => {
  const room = await openRoom({
    clusterUrl: cluster.url,
    ...setup,
    config: { outbound: { allow: ['127.0.0.1'], timeout_seconds: 5 }, ...setup.config },
  });
  rooms.push(room);
  return room;
};

const pathOf = (id: string, more = ''): string => `${DESTINATIONS_PATH}/${id}${more}`;

const webhook = (room: Room, path = '/hook', headers: Record<string, string> = {}) =>
  room.create({
    type: 'webhook',
    name: 'Receiver',
    secrets: { url: receiver.url + path, headers },
  });

const update = (room: Room, id: string, form: UpdateDestination) =>
  room.api<DestinationRecord & Refusal>('PUT', pathOf(id), form);

/** What arrives when the stored destination is tried. */
const tried = async (room: Room, id: string) => {
  const before = receiver.requests.length;
  const answer = await room.api<SendAnswer>('POST', pathOf(id, '/_test'), {});
  expect(answer).toMatchObject({ status: 200, body: { ok: true } });
  return receiver.requests[before];
};

beforeAll(async () => {
  cluster = await testCluster();
  receiver = await startReceiver();
});
beforeEach(() => receiver.behave({ kind: 'answer', status: 200, body: 'ok' }));
afterEach(() => Promise.all(rooms.splice(0).map((room) => room.close())));
afterAll(async () => {
  await receiver.close();
  await cluster.clean();
});

describe('saving a destination', () => {
  it('answers with what is visible, and shows and stores the secrets nowhere in the clear', async () => {
    const room = await open();
    const record = await webhook(room, '/hook/path-secret?token=query-secret', {
      'X-Token': 'header-secret',
    });
    expect(record).toMatchObject({
      destination: {
        type: 'webhook',
        name: 'Receiver',
        origin: receiver.url,
        method: 'POST',
        header_names: ['X-Token'],
      },
      has_secrets: true,
      used_by: [],
    });
    const { body: read } = await room.api('GET', pathOf(record.id));
    expect(read).toEqual(record);
    await room.cluster.request({ method: 'POST', path: '/.watchkeeper-*/_refresh' });
    const { body: stored } = await room.cluster.request({
      method: 'GET',
      path: '/.watchkeeper-*/_search',
      query: { expand_wildcards: 'all', size: 1000 },
    });
    expect(JSON.stringify(stored)).toContain(record.id);
    for (const text of [record, read, stored, room.logged]) {
      expect(JSON.stringify(text)).not.toMatch(/(path|query|header)-secret/);
    }
  });

  it.each([
    ['no URL', { url: '' }, 'secrets.url'],
    ['another scheme', { url: 'ftp://example.com' }, 'secrets.url'],
    ['a password in the URL', { url: 'https://u:p@example.com' }, 'secrets.url'],
    [
      'a header that is ours',
      { url: 'https://example.com', headers: { Host: 'x' } },
      'secrets.headers.Host',
    ],
    [
      'a header with a line break',
      { url: 'https://example.com', headers: { 'X-A': 'a\nb' } },
      'secrets.headers.X-A',
    ],
  ])('is refused at its field: %s', async (_what, secrets, field) => {
    const room = await open();
    const answer = await room.api<Refusal>('POST', DESTINATIONS_PATH, {
      ...{ type: 'webhook', name: 'Bad', secrets },
    });
    expect(answer.status).toBe(400);
    expect(answer.body.attributes.problems).toContainEqual(expect.objectContaining({ field }));
  });

  it('is refused without an encryption key, with the remedy, and leaves nothing behind', async () => {
    const room = await open({ config: { encryption_key: undefined } });
    const answer = await room.api<Refusal>('POST', DESTINATIONS_PATH, {
      ...{ type: 'slack', name: 'No key', secrets: { url: receiver.url } },
    });
    expect(answer.status).toBe(422);
    expect(answer.body.attributes.code).toBe('no_encryption_key');
    expect(answer.body.message).toContain('opensearch_watchkeeper.encryption_key');
    const list = await room.api<Page<DestinationRecord>>(
      'GET',
      `${DESTINATIONS_PATH}?search=No+key`
    );
    expect(list.body.items).toEqual([]);
  });
});

describe('changing a destination', () => {
  it('keeps the secrets that are not given again', async () => {
    const room = await open();
    const { id, version } = await webhook(room, '/kept', { 'X-Token': 'stays' });
    const saved = await update(room, id, {
      type: 'webhook',
      name: 'Renamed',
      version,
      method: 'PUT',
    });
    expect(saved.body).toMatchObject({ has_secrets: true, destination: { name: 'Renamed' } });
    expect(saved.body.version).not.toBe(version);
    expect(await tried(room, id)).toMatchObject({
      method: 'PUT',
      path: '/kept',
      headers: { 'x-token': 'stays' },
    });
  });

  it('drops a header that is not named, keeps one that is null, takes one that is new', async () => {
    const room = await open();
    const { id, version } = await webhook(room, '/h', { 'X-Keep': 'kept', 'X-Drop': 'dropped' });
    const saved = await update(room, id, {
      ...{ type: 'webhook', name: 'Receiver', version },
      secrets: { headers: { 'X-Keep': null, 'X-New': 'new' } },
    });
    expect(saved.body.destination).toMatchObject({ header_names: ['X-Keep', 'X-New'] });
    const { headers, path } = await tried(room, id);
    expect(path).toBe('/h');
    expect(headers).toMatchObject({ 'x-keep': 'kept', 'x-new': 'new' });
    expect(headers).not.toHaveProperty('x-drop');
  });

  it('forgets a body template that was taken out', async () => {
    const room = await open();
    const { id, version } = await room.create({
      ...{ type: 'webhook', name: 'Body', body: '{"a":"b"}', secrets: { url: receiver.url } },
    });
    const saved = await update(room, id, { type: 'webhook', name: 'Body', version });
    expect(saved.body.destination).not.toHaveProperty('body');
  });

  it('refuses a stale version: neither visible fields nor secrets are overwritten', async () => {
    const room = await open();
    const { id, version } = await webhook(room, '/first');
    await update(room, id, {
      ...{ type: 'webhook', name: 'Second', version, secrets: { url: `${receiver.url}/second` } },
    });
    const stale = await update(room, id, {
      ...{ type: 'webhook', name: 'Third', version, secrets: { url: `${receiver.url}/third` } },
    });
    expect(stale.status).toBe(409);
    expect((await room.api<DestinationRecord>('GET', pathOf(id))).body.destination.name).toBe(
      'Second'
    );
    expect((await tried(room, id)).path).toBe('/second');
  });

  it('lets exactly one of two editors win who save at once, with its own secrets', async () => {
    const room = await open();
    const { id, version } = await webhook(room, '/before');
    const names = ['/a', '/b', '/c', '/d'];
    const answers = await Promise.all(
      names.map((name) =>
        update(room, id, {
          ...{ type: 'webhook', name, version, secrets: { url: receiver.url + name } },
        })
      )
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const { body } = await room.api<DestinationRecord>('GET', pathOf(id));
    expect((await tried(room, id)).path).toBe(body.destination.name);
  });

  it('does not let a stored header follow to another origin', async () => {
    const room = await open();
    const other = await startReceiver();
    const { id, version } = await webhook(room, '/h', { 'X-Token': 'hush-hush' });
    const form = (headers?: Record<string, string | null>): UpdateDestination => ({
      ...{ type: 'webhook', name: 'Moved', version },
      secrets: { url: other.url, ...(headers ? { headers } : {}) },
    });
    for (const request of [form({ 'X-Token': null }), form()]) {
      const refused = await update(room, id, request);
      expect(refused.status).toBe(400);
      expect(refused.body.attributes.problems).toEqual([
        { field: 'secrets.headers.X-Token', message: expect.stringContaining(receiver.url) },
      ]);
      const test = await room.api('POST', pathOf(id, '/_test'), { changes: request });
      expect(test.status).toBe(400);
    }
    expect(other.requests).toHaveLength(0);
    expect((await update(room, id, form({ 'X-Token': 'given again' }))).status).toBe(200);
    await other.close();
  });

  it('says that the secrets are missing when an import has moved the origin', async () => {
    const room = await open();
    const { id } = await webhook(room);
    await room.savedObjects.update('watchkeeper-destination', id, {
      origin: 'https://elsewhere.example.com',
    });
    const { body } = await room.api<DestinationRecord>('GET', pathOf(id));
    expect(body.has_secrets).toBe(false);
    const test = await room.api<Refusal>('POST', pathOf(id, '/_test'), {});
    expect(test.body.attributes.problems?.[0]).toMatchObject({ field: 'secrets.url' });
  });

  it('does not lose secrets that another key has sealed: with that key they are there again', async () => {
    const first = await open();
    const { id } = await webhook(first, '/still-there');
    const other = await open({ config: { encryption_key: 'ab'.repeat(32) } });
    expect((await other.api<DestinationRecord>('GET', pathOf(id))).body.has_secrets).toBe(false);
    const again = await open({ config: { encryption_key: KEY } });
    expect((await tried(again, id)).path).toBe('/still-there');
  });
});

describe('deleting a destination', () => {
  it('takes its secrets along', async () => {
    const room = await open();
    const { id } = await webhook(room);
    expect((await room.api('DELETE', pathOf(id))).status).toBeLessThan(300);
    expect((await room.api('GET', pathOf(id))).status).toBe(404);
    const { body } = await room.cluster.request<{ count: number }>({
      method: 'POST',
      path: '/.watchkeeper-secrets/_count',
      body: { query: { term: { destination_id: id } } },
    });
    expect(body.count).toBe(0);
  });

  it('is refused while monitors send to it, naming them, unless forced', async () => {
    const room = await open({ usedBy: () => Promise.resolve([{ id: 'm1', name: 'Shop errors' }]) });
    const record = await webhook(room);
    expect(record.used_by).toEqual([{ id: 'm1', name: 'Shop errors' }]);
    const refused = await room.api<Refusal>('DELETE', pathOf(record.id));
    expect(refused).toMatchObject({ status: 409, body: { attributes: { code: 'conflict' } } });
    expect(refused.body.message).toContain('Shop errors');
    expect((await room.api('DELETE', pathOf(record.id, '?force=true'))).status).toBeLessThan(300);
  });

  it('of one that is not there is a 404', async () => {
    const room = await open();
    expect((await room.api('DELETE', pathOf('nothing'))).status).toBe(404);
  });
});

describe('the list', () => {
  it('is searched by the start of a word, sorted and paged', async () => {
    await cluster.clean();
    const room = await open();
    for (const name of ['Shop alerts', 'Billing alerts', 'Shop audit']) {
      await room.create({ type: 'slack', name, secrets: { url: receiver.url } });
    }
    const names = async (query: string) => {
      const { body } = await room.api<Page<DestinationRecord>>(
        'GET',
        `${DESTINATIONS_PATH}?${query}`
      );
      return { total: body.total, names: body.items.map(({ destination }) => destination.name) };
    };
    expect(await names('search=al&sort=name&order=desc')).toEqual({
      total: 2,
      names: ['Shop alerts', 'Billing alerts'],
    });
    expect(await names('sort=name&per_page=2&page=2')).toEqual({ total: 3, names: ['Shop audit'] });
  });
});
