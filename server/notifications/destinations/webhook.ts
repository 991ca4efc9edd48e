import { MESSAGE_ID_HEADER, renderWire } from '../../../common/notifications/destination';
import { outcomeOf } from './http_outcome';
import type { Sender } from './types';

export const webhookSender: Sender<'webhook'> = {
  type: 'webhook',
  async send(destination, secrets, content, { client, timeLimit, now }) {
    const { body, content_type: contentType } = renderWire(destination, content);
    const headers = {
      ...secrets.headers,
      ...(contentType === undefined ? {} : { 'content-type': contentType }),
      [MESSAGE_ID_HEADER]: content.id,
    };
    const { url } = secrets;
    const result = await client.send({ url, method: destination.method, headers, body, timeLimit });
    return outcomeOf('webhook', result, secrets, now);
  },
};
