import { createHmac } from 'node:crypto';
import { MESSAGE_ID_HEADER, renderWire } from '../../../common/notifications/destination';
import type { Destination, MessageContent } from '../../../common/notifications/destination';
import { requestOf } from '../../../common/notifications/kinds/registry';
import type { Secrets } from '../../../common/notifications/kinds/registry';
import { outcomeOf } from './http_outcome';
import type { SendContext, SendOutcome } from './types';

const hmacSha256 = (key: string, text: string): string =>
  createHmac('sha256', key).update(text, 'utf8').digest('base64');

/** For every kind that is spoken to by one HTTP request: the kind says what goes where, and what the answer means. */
export const sendByHttp = async (
  destination: Destination,
  secrets: Secrets,
  content: MessageContent,
  { client, timeLimit, now }: SendContext
): Promise<SendOutcome> => {
  const wire = renderWire(destination, content);
  const request = requestOf(destination, secrets, content, { now, hmacSha256 });
  if (!request) throw new Error(`${destination.type} is not sent to by HTTP.`);
  const { url, method = 'POST', body = wire.body } = request;
  const type = wire.content_type;
  const headers = {
    ...request.headers,
    ...(type === undefined ? {} : { 'content-type': type }),
    [MESSAGE_ID_HEADER]: content.id,
  };
  const { tls, proxy } = request;
  const result = await client.send({ url, method, headers, body, timeLimit, tls, proxy });
  // Receivers that repeat a login repeat it as it was sent. Else the very same object: `redact` remembers it.
  const login = request.headers?.authorization;
  const told = login === undefined ? secrets : { ...secrets, login };
  return outcomeOf(destination.type, result, told, now);
};
