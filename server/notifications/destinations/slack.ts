import { MESSAGE_ID_HEADER, renderWire } from '../../../common/notifications/destination';
import { outcomeOf } from './http_outcome';
import type { Sender } from './types';

export const slackSender: Sender<'slack'> = {
  type: 'slack',
  async send(destination, { url }, content, { client, timeLimit, now }) {
    const { body, content_type: contentType = 'application/json' } = renderWire(
      destination,
      content
    );
    const headers = { 'content-type': contentType, [MESSAGE_ID_HEADER]: content.id };
    const result = await client.send({ url, method: 'POST', headers, body, timeLimit });
    return outcomeOf('slack', result, { url }, now);
  },
};
