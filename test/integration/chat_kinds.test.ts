import { sampleMessage } from '../../common/notifications/compose/samples';
import { DESTINATIONS_PATH } from '../../common/notifications/api';
import type { SendAnswer } from '../../common/notifications/api';
import {
  CHAT_FORMS,
  CHAT_RECORDINGS,
  lacks,
} from '../../common/notifications/kinds/testing/chat_recordings';
import type { SaveDestination } from '../../common/notifications/kinds/registry';
import { testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';
import { startReceiver } from '../support/receiver';
import type { Behaviour, Receiver } from '../support/receiver';
import { newMessage, openRoom, putInOutbox } from './notifications_room';
import type { Room } from './notifications_room';

let cluster: TestCluster;
let receiver: Receiver;
let room: Room;

beforeAll(async () => {
  cluster = await testCluster();
  receiver = await startReceiver();
  room = await openRoom({
    clusterUrl: cluster.url,
    config: { outbound: { allow: ['127.0.0.1'] } },
  });
  room.notifications.delivery.start();
});
afterAll(async () => {
  await room.close();
  await receiver.close();
  await cluster.clean();
});

/** How each answers: that it took a message, and that more came than it takes. */
const json = (status: number, body: object): Behaviour => ({
  ...{ kind: 'answer', status, body: JSON.stringify(body) },
});
const TOOK: Record<string, Behaviour> = {
  dingtalk: json(200, { errcode: 0, errmsg: 'ok' }),
  wecom: json(200, { errcode: 0, errmsg: 'ok' }),
  feishu: json(200, { code: 0, msg: 'success', data: {} }),
  telegram: json(200, { ok: true, result: { message_id: 1 } }),
  teams: { kind: 'answer', status: 202 },
  discord: { kind: 'answer', status: 204 },
};
const REFUSED: Record<string, Behaviour> = {
  dingtalk: json(200, { errcode: 310000, errmsg: 'not allowed' }),
  wecom: json(200, { errcode: 93000, errmsg: 'not allowed' }),
  feishu: json(200, { code: 19021, msg: 'not allowed' }),
  telegram: json(400, { ok: false, error_code: 400, description: 'not allowed' }),
};
const took = (type: string): Behaviour => TOOK[type] ?? { kind: 'answer', status: 200, body: 'ok' };
const refused = (type: string): Behaviour =>
  REFUSED[type] ?? { kind: 'answer', status: 400, body: 'not allowed' };

/** The same destination, at the receiver. The path of its address stays. */
const here = (form: SaveDestination): SaveDestination => {
  const { secrets, ...rest } = form as unknown as { secrets: Record<string, string> };
  const at = (url: string) => receiver.url + new URL(url).pathname;
  const moved =
    secrets.url === undefined
      ? { ...rest, secrets, api_url: receiver.url }
      : { ...rest, secrets: { ...secrets, url: at(secrets.url) } };
  return moved as unknown as SaveDestination;
};

const last = () => receiver.requests[receiver.requests.length - 1];
const pathOf = (url: string): string =>
  url.startsWith('http') ? new URL(url).pathname : url.split('?')[0];

describe('a chat, at a receiver that answers as the vendor does', () => {
  it.each(CHAT_RECORDINGS.filter(({ ownText }) => !ownText))(
    'gets what was recorded, through save and outbox: $name',
    async ({ form, recorded, without }) => {
      receiver.behave(took(form.type));
      const { id } = await room.create(here(form));
      const { subject, message, facts, trigger_name } = sampleMessage('firing');
      const sent = newMessage(id, { subject, message, facts, trigger_name });
      await putInOutbox(room.cluster, [sent]);
      room.notifications.delivery.offer([{ message: sent }]);
      expect(await room.settled(sent.id)).toMatchObject({ status: 'sent' });
      const request = last();
      expect(request.method).toBe(recorded.method);
      if (recorded.url.startsWith('http')) {
        expect(pathOf(request.path)).toBe(pathOf(recorded.url));
      }
      expect(request.headers['content-type']).toMatch(/^application\/json/);
      expect(lacks(recorded.body, JSON.parse(request.body))).toEqual([...without]);
    }
  );

  const forms = new Map(CHAT_FORMS.map((form) => [form.type, form]));
  it.each([...forms])('is refused with the reason that it gives: %s', async (type, form) => {
    receiver.behave(refused(type));
    const { body } = await room.api<SendAnswer>('POST', `${DESTINATIONS_PATH}/_test`, {
      destination: here(form),
    });
    expect(body).toMatchObject({ ok: false, answer: expect.stringContaining('not allowed') });
  });

  it('that sends too much is left alone for as long as it asks, and gets it then', async () => {
    const { id } = await room.create({
      ...{ type: 'discord', name: 'Busy', secrets: { url: `${receiver.url}/busy` } },
    });
    receiver.behave(took('discord'));
    receiver.next({
      ...{ kind: 'answer', status: 429, headers: { 'Retry-After': '1' } },
      body: JSON.stringify({ message: 'You are being rate limited.', retry_after: 0.5 }),
    });
    const message = newMessage(id, { monitor_id: 'busy' });
    await putInOutbox(room.cluster, [message]);
    room.notifications.delivery.offer([{ message }]);
    expect(await room.settled(message.id)).toMatchObject({
      ...{
        status: 'sent',
        attempts: [
          { ok: false, status: 429 },
          { ok: true, status: 204 },
        ],
      },
    });
  });
});
