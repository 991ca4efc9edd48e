import type { Message } from '../../common/notifications/message';
import type { MessageEvent } from '../../common/notifications/message_facts';
import { DeliveryRoom } from './testing/delivery_room';
import { messageOf } from './testing/messages';

beforeEach(() => void jest.useFakeTimers({ now: Date.UTC(2026, 0, 5) }));
afterEach(() => void jest.useRealTimers());

describe('an incident at a destination that is muted', () => {
  const about = (event: MessageEvent): Pick<Message, 'facts'> => ({
    facts: {
      ...{ event, dedup_key: 'k', own_text: true, severity: '2', alerts: [], alert_count: 0 },
    },
  });
  const muted = async () => {
    const room = new DeliveryRoom();
    room.rules.set('muted', { digests: false, follows: true });
    const me = room.start();
    await room.pass(10);
    const made = Date.now();
    const say = async (id: string, event: MessageEvent, after: number) => {
      room.enter(me, messageOf(id, 'muted', made + after, about(event)));
      await room.pass(2500);
    };
    return { room, made, say };
  };

  it('is still told that it is over, and nothing else', async () => {
    const { room, made, say } = await muted();
    room.outbox.put(
      messageOf('trigger', 'muted', made - 9, { status: 'sent', ...about('firing') })
    );
    await say('again', 'firing', 1);
    await say('seen', 'acknowledged', 2);
    await say('over', 'resolved', 3);
    await say('twice over', 'resolved', 4);
    const end = (id: string) => room.outbox.message(id)?.status;
    expect(['again', 'seen', 'over', 'twice over'].map(end)).toEqual([
      ...['suppressed', 'suppressed', 'sent', 'suppressed'],
    ]);
    expect(room.taken('muted')).toEqual([['over']]);
  });

  it('is told nothing where it was opened while muted', async () => {
    const { room, say } = await muted();
    await say('trigger', 'firing', 1);
    await say('over', 'resolved', 2);
    const ends = room.outbox.messages().map(({ status }) => status);
    expect(ends).toEqual(['suppressed', 'suppressed']);
    expect(room.received).toEqual([]);
  });

  it('is told nothing by a destination that keeps no incident', async () => {
    const { room, made, say } = await muted();
    room.rules.delete('muted');
    room.outbox.put(
      messageOf('trigger', 'muted', made - 9, { status: 'sent', ...about('firing') })
    );
    await say('over', 'resolved', 1);
    expect(room.outbox.message('over')?.status).toBe('suppressed');
  });
});
