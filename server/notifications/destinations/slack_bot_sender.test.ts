// Requests and answers: https://docs.slack.dev/reference/methods/chat.postMessage and chat.update.
import { sampleMessage } from '../../../common/notifications/compose/samples';
import { slackBot } from '../../../common/notifications/kinds/slack_bot';
import type { MessageEvent } from '../../../common/notifications/message_facts';
import type { OutboundResult } from '../outbound/types';
import { sendToSlackBot } from './slack_bot_sender';
import { answered, fakeClient } from './testing/fake_client';

const POSTED = answered(200, '{"ok":true,"channel":"C1","ts":"1.5","message":{}}');
const refused = (error: string) => answered(200, JSON.stringify({ ok: false, error }));
const FIRST = { channel: 'C1', ts: '1.0' };

interface Given {
  event?: MessageEvent;
  known?: Record<string, string>;
  thread?: boolean;
  answers?: OutboundResult[];
}

const send = async ({ event = 'firing', known, thread = false, answers = [POSTED] }: Given) => {
  const { client, requests } = fakeClient(...answers);
  const destination = slackBot.saved.parse({
    ...{ type: 'slack_bot', name: 'Ops', origin: 'https://slack.com', channel: '#ops', thread },
  });
  const previous = () => Promise.resolve(known);
  const context = { client, timeLimit: 10_000, now: 0, previous };
  const outcome = await sendToSlackBot(
    destination,
    { token: 'xoxb-secret' },
    sampleMessage(event),
    context
  );
  const calls = requests.map(({ url, body = '' }) => ({
    ...JSON.parse(body),
    method: url.replace('https://slack.com/api/', ''),
  }));
  return { outcome, calls, requests };
};

describe('a bot of Slack', () => {
  it('posts what is new, and keeps where it is', async () => {
    const { outcome, calls, requests } = await send({});
    expect(calls).toMatchObject([{ method: 'chat.postMessage', channel: '#ops' }]);
    expect(calls[0]).not.toHaveProperty('ts');
    expect(calls[0].attachments[0]).toMatchObject({ color: '#bd271e' });
    expect(requests[0].headers.authorization).toBe('Bearer xoxb-secret');
    expect(outcome).toMatchObject({ result: 'sent', receiver: { channel: 'C1', ts: '1.5' } });
  });

  it.each(['firing', 'acknowledged', 'resolved'] as const)(
    'changes its message by what follows: %s',
    async (event) => {
      const { outcome, calls } = await send({ event, known: FIRST });
      expect(calls).toMatchObject([{ method: 'chat.update', ...FIRST }]);
      expect(outcome.receiver?.over).toBe(event === 'resolved' ? 'true' : undefined);
    }
  );

  it('replies in the thread to what goes on, where that is wanted; the end changes the first', async () => {
    const goesOn = await send({ known: FIRST, thread: true });
    expect(goesOn.calls).toMatchObject([{ method: 'chat.postMessage', thread_ts: '1.0' }]);
    expect(goesOn.outcome.receiver).toEqual(FIRST);
    const ends = await send({ event: 'resolved', known: FIRST, thread: true });
    expect(ends.calls).toMatchObject([{ method: 'chat.update', ts: '1.0' }]);
  });

  it('posts anew what fires again after it had ended', async () => {
    const { calls, outcome } = await send({ known: { ...FIRST, over: 'true' } });
    expect(calls).toMatchObject([{ method: 'chat.postMessage', channel: '#ops' }]);
    expect(outcome.receiver).toEqual({ channel: 'C1', ts: '1.5' });
  });

  it('posts anew where its message was deleted', async () => {
    const answers = [refused('message_not_found'), POSTED];
    const { calls, outcome } = await send({ event: 'resolved', known: FIRST, answers });
    expect(calls.map(({ method }) => method)).toEqual(['chat.update', 'chat.postMessage']);
    expect(outcome).toMatchObject({ result: 'sent', receiver: { ts: '1.5', over: 'true' } });
  });

  it.each([
    [refused('channel_not_found'), 'parked'],
    [refused('invalid_auth'), 'parked'],
    [refused('internal_error'), 'retry'],
    [answered(429, '{"ok":false,"error":"ratelimited"}', { retryAfter: '30' }), 'retry'],
  ])('is refused: %j', async (answer, result) => {
    const { outcome } = await send({ answers: [answer] });
    expect(outcome.result).toBe(result);
    expect(outcome).not.toHaveProperty('receiver');
    if (answer.kind === 'answer' && answer.status === 429) expect(outcome.retryAfter).toBe(30_000);
  });

  it('waits where it cannot tell what it has said before', async () => {
    const { client, requests } = fakeClient();
    const destination = slackBot.saved.parse({
      ...{ type: 'slack_bot', name: 'Ops', origin: 'https://slack.com', channel: 'C1' },
    });
    const previous = () => Promise.reject(new Error('The cluster does not answer.'));
    const outcome = await sendToSlackBot(destination, { token: 'x' }, sampleMessage('resolved'), {
      ...{ client, timeLimit: 10_000, now: 0, previous },
    });
    expect(outcome.result).toBe('retry');
    expect(requests).toEqual([]);
  });
});
