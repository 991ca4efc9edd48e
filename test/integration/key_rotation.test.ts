import { randomBytes } from 'node:crypto';
import type { DestinationRecord, SendAnswer } from '../../common/notifications/api';
import { DESTINATIONS_PATH } from '../../common/notifications/api';
import { testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';
import { startReceiver } from '../support/receiver';
import type { Receiver } from '../support/receiver';
import { openRoom } from './notifications_room';
import type { Room } from './notifications_room';

const [OLD, NEW] = [0, 1].map(() => randomBytes(32).toString('base64'));
const NAMES = ['One', 'Two', 'Three'];

let cluster: TestCluster;
let receiver: Receiver;
let ids: string[];

/** An instance with these keys, for as long as it takes. */
const withKeys = async <T>(
  key: string,
  former: string[],
  act: (room: Room) => Promise<T>
): Promise<T> => {
  const room = await openRoom({
    clusterUrl: cluster.url,
    config: {
      encryption_key: key,
      previous_encryption_keys: former,
      outbound: { allow: ['127.0.0.1'] },
    },
  });
  try {
    await room.notifications.lookAtKey();
    return await act(room);
  } finally {
    await room.close();
  }
};

const tryAll = (room: Room) =>
  Promise.all(
    ids.map((id) => room.api<SendAnswer>('POST', `${DESTINATIONS_PATH}/${id}/_test`, {}))
  );

const refresh = () => cluster.request('POST', '/.watchkeeper-secrets/_refresh');

const stored = async (): Promise<Array<{ _id: string; _source: { key_id: string } }>> => {
  await refresh();
  const { body } = await cluster.request<{
    hits: { hits: Array<{ _id: string; _source: { key_id: string; destination_id?: string } }> };
  }>('POST', '/.watchkeeper-secrets/_search', { size: 100 });
  return body.hits.hits.filter(({ _source }) => _source.destination_id !== undefined);
};

beforeAll(async () => {
  cluster = await testCluster();
  receiver = await startReceiver();
  ids = await withKeys(OLD, [], async (room) => {
    const made: DestinationRecord[] = [];
    for (const name of NAMES) {
      const secrets = { url: `${receiver.url}/${name}`, headers: { 'X-Token': `of ${name}` } };
      made.push(await room.create({ type: 'webhook', name, secrets }));
    }
    return made.map(({ id }) => id);
  });
  await refresh();
});

afterAll(async () => {
  await receiver.close();
  await cluster.clean();
});

it('names the destinations that a lost key silences, and removes nothing', async () => {
  const before = await stored();
  await withKeys(NEW, [], async (room) => {
    const problems = room.notifications.problems().join(' ');
    expect(problems).toContain('another encryption key');
    for (const name of NAMES) expect(problems).toContain(`"${name}"`);
    expect(room.logged.join(' ')).toContain('another encryption key');
    const [refused] = await tryAll(room);
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(refused.body)).toContain('previous_encryption_keys');
  });
  expect(await stored()).toEqual(before);
});

it('sends again with the key back, and seals anew what it has sealed', async () => {
  const before = await stored();
  await withKeys(NEW, [OLD], async (room) => {
    expect(room.notifications.problems()).toEqual([]);
    for (const { body } of await tryAll(room)) expect(body).toMatchObject({ ok: true });
  });
  const after = await stored();
  expect(after.map(({ _id }) => _id).sort()).toEqual(before.map(({ _id }) => _id).sort());
  const [was, is] = [before, after].map((all) => new Set(all.map(({ _source }) => _source.key_id)));
  expect([was.size, is.size]).toEqual([1, 1]);
  expect(is).not.toEqual(was);
  expect(receiver.requests.map(({ headers }) => headers['x-token']).sort()).toEqual(
    NAMES.map((name) => `of ${name}`).sort()
  );
});

it('needs the former key no more then, and tells who has only that', async () => {
  await withKeys(NEW, [], async (room) => {
    expect(room.notifications.problems()).toEqual([]);
    for (const { body } of await tryAll(room)) expect(body).toMatchObject({ ok: true });
  });
  await withKeys(OLD, [], async (room) => {
    expect(room.notifications.problems().join(' ')).toContain('was rotated');
  });
});
