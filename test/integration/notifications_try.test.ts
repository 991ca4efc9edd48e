import type { SendAnswer, UpdateDestination } from '../../common/notifications/api';
import { DESTINATIONS_PATH } from '../../common/notifications/api';
import { testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';
import { startReceiver } from '../support/receiver';
import type { Receiver } from '../support/receiver';
import { openRoom } from './notifications_room';
import type { Room, RoomSetup } from './notifications_room';

interface Refusal {
  message: string;
  attributes: { code: string };
}

let cluster: TestCluster;
let receiver: Receiver;
const rooms: Room[] = [];

const open = async (setup: Partial<RoomSetup> = {}): Promise<Room> => {
  const config = { outbound: { allow: ['127.0.0.1'], timeout_seconds: 5 }, ...setup.config };
  const room = await openRoom({ clusterUrl: cluster.url, ...setup, config });
  rooms.push(room);
  return room;
};

const lastRequest = () => receiver.requests[receiver.requests.length - 1];

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

describe('trying a destination', () => {
  it('shows what the receiver said, its refusal too', async () => {
    receiver.behave({ kind: 'answer', status: 404, body: 'no_service' });
    const room = await open();
    const destination = { type: 'slack', name: 'Try', secrets: { url: `${receiver.url}/s/x` } };
    const answer = await room.api<SendAnswer>('POST', `${DESTINATIONS_PATH}/_test`, {
      ...{ destination, subject: 'Hello', message: 'World' },
    });
    expect(answer).toMatchObject({
      status: 200,
      body: { ok: false, status: 404, answer: 'no_service' },
    });
    expect(JSON.parse(lastRequest().body)).toEqual({ text: 'Hello\n\nWorld' });
  });

  it('of a private address is refused, and says which setting would allow it', async () => {
    const room = await open({ config: { outbound: { allow: [] } } });
    const before = receiver.requests.length;
    const answer = await room.api<Refusal>('POST', `${DESTINATIONS_PATH}/_test`, {
      destination: { type: 'slack', name: 'Try', secrets: { url: `${receiver.url}/secret-path` } },
    });
    expect(answer.status).toBe(422);
    expect(answer.body.attributes.code).toBe('blocked_address');
    expect(answer.body.message).toContain('opensearch_watchkeeper.outbound.allow');
    expect(answer.body.message).not.toContain('secret-path');
    expect(receiver.requests).toHaveLength(before);
  });

  it('says that nobody listens', async () => {
    const room = await open();
    const gone = await startReceiver();
    await gone.close();
    const answer = await room.api<SendAnswer>('POST', `${DESTINATIONS_PATH}/_test`, {
      destination: { type: 'slack', name: 'Try', secrets: { url: gone.url } },
    });
    expect(answer).toMatchObject({ status: 200, body: { ok: false } });
    expect(answer.body.answer).toContain('refuses connections');
  });

  it('tries changes that are not saved yet, with the secrets that they keep', async () => {
    const room = await open();
    const { id, version } = await room.create({
      type: 'webhook',
      name: 'Stored',
      secrets: { url: `${receiver.url}/stored`, headers: { 'X-Token': 'stays' } },
    });
    const changes: UpdateDestination = { type: 'webhook', name: 'Try', version, method: 'PATCH' };
    const answer = await room.api<SendAnswer>('POST', `${DESTINATIONS_PATH}/${id}/_test`, {
      changes,
    });
    expect(answer.body.ok).toBe(true);
    expect(lastRequest()).toMatchObject({
      method: 'PATCH',
      path: '/stored',
      headers: { 'x-token': 'stays' },
    });
    await room.api('POST', `${DESTINATIONS_PATH}/${id}/_test`, {});
    expect(lastRequest().method).toBe('POST');
  });

  it('fills the body in as it would for a real message', async () => {
    const room = await open();
    const destination = {
      ...{ type: 'webhook', name: 'Try', secrets: { url: receiver.url } },
      body: '{"text":"{{message}}","monitor":"{{monitor.name}}"}',
    };
    await room.api('POST', `${DESTINATIONS_PATH}/_test`, { destination, message: 'a "quote"' });
    expect(JSON.parse(lastRequest().body)).toEqual({
      text: 'a "quote"',
      monitor: 'Sample monitor',
    });
    expect(lastRequest().headers).toMatchObject({
      'content-type': 'application/json',
      'x-watchkeeper-message-id': expect.stringMatching(/^test\./),
    });
  });
});
