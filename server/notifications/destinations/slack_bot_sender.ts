import { messageOf } from '../../../common/errors';
import { MESSAGE_ID_HEADER, renderWire } from '../../../common/notifications/destination';
import type { MessageContent } from '../../../common/notifications/destination';
import { incidentAction } from '../../../common/notifications/kinds/incident';
import { slackMethod } from '../../../common/notifications/kinds/slack_bot';
import { isMessageGone, slackPlace } from '../../../common/notifications/kinds/slack_errors';
import { outcomeOf } from './http_outcome';
import type { Send, SendContext, SendOutcome } from './types';

/** Where the first message about the same stands. `over`: what it was about has ended. */
interface Place {
  channel: string;
  ts: string;
  over?: string;
}

const isPlace = (
  known: Readonly<Record<string, string>>
): known is Readonly<Record<string, string>> & Place =>
  known.channel !== undefined && known.ts !== undefined;

const placeBefore = async ({ previous }: SendContext): Promise<Place | undefined> => {
  const known = await previous?.();
  return known && isPlace(known) ? known : undefined;
};

interface Call {
  method: 'chat.postMessage' | 'chat.update';
  fields: { channel?: string; ts?: string; thread_ts?: string };
  /** The message that changes from now on, where it is not the one of the answer. */
  root?: Place;
}

const POST: Call = { method: 'chat.postMessage', fields: {} };

/** What has ended is changed no more by what fires anew: that is a message of its own. */
const callFor = (place: Place | undefined, isNew: boolean, thread: boolean): Call => {
  if (!place || (isNew && place.over !== undefined)) return POST;
  const { channel, ts } = place;
  return isNew && thread
    ? { method: 'chat.postMessage', fields: { channel, thread_ts: ts }, root: place }
    : { method: 'chat.update', fields: { channel, ts } };
};

const receiverOf = (
  { root }: Call,
  answer: string,
  content: MessageContent
): SendOutcome['receiver'] => {
  const place = root ?? slackPlace(answer);
  if (!place) return undefined;
  const over = incidentAction(content.facts?.event ?? 'firing') === 'resolve';
  return { channel: place.channel, ts: place.ts, ...(over ? { over: 'true' } : {}) };
};

/** Posts the first message about something, and changes it by those that follow. */
export const sendToSlackBot: Send<'slack_bot'> = async (destination, secrets, content, context) => {
  const { client, now } = context;
  const timeLimit = context.previous ? context.timeLimit / 2 : context.timeLimit;
  const wire = renderWire(destination, content);
  const headers = {
    'content-type': wire.content_type ?? '',
    authorization: `Bearer ${secrets.token}`,
    [MESSAGE_ID_HEADER]: content.id,
  };
  const make = async (call: Call): Promise<{ outcome: SendOutcome; gone: boolean }> => {
    const { method, fields } = call;
    const body = JSON.stringify({ ...JSON.parse(wire.body ?? '{}'), ...fields });
    const url = slackMethod(destination, method);
    const result = await client.send({ url, method: 'POST', headers, body, timeLimit });
    const outcome = outcomeOf('slack_bot', result, secrets, now);
    const text = result.kind === 'answer' ? result.text : '';
    const receiver = outcome.result === 'sent' ? receiverOf(call, text, content) : undefined;
    return {
      outcome: { ...outcome, ...(receiver ? { receiver } : {}) },
      gone: outcome.result === 'parked' && isMessageGone(text),
    };
  };
  let place: Place | undefined;
  try {
    place = await placeBefore(context);
  } catch (error) {
    const answer = `What was said before could not be looked up: ${messageOf(error)}`;
    return { result: 'retry', answer };
  }
  const isNew = incidentAction(content.facts?.event ?? 'firing') === 'trigger';
  const call = callFor(place, isNew, destination.thread);
  const { outcome, gone } = await make(call);
  return gone && call !== POST ? (await make(POST)).outcome : outcome;
};
