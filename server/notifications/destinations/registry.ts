import type {
  Destination,
  DestinationType,
  MessageContent,
} from '../../../common/notifications/destination';
import type { Secrets } from '../../../common/notifications/kinds/registry';
import { sendToAlertmanager } from './alertmanager_sender';
import { sendEmail } from './email';
import { sendByHttp } from './http_sender';
import { sendToIndex } from './index_sender';
import { sendToSlackBot } from './slack_bot_sender';
import { sendToSns } from './sns_sender';
import type { Send, SendContext, SendOutcome } from './types';

/** The kinds that one HTTP request does not do. */
const SENDERS: { [T in DestinationType]?: Send<T> } = {
  slack_bot: sendToSlackBot,
  sns: sendToSns,
  alertmanager: sendToAlertmanager,
  index: sendToIndex,
  email: sendEmail,
};

/** Says it once, now. `secrets` are those of this destination, parsed by its kind. */
export const sendTo = (
  destination: Destination,
  secrets: Secrets,
  content: MessageContent,
  context: SendContext
): Promise<SendOutcome> => {
  const send = SENDERS[destination.type] as Send<never> | undefined;
  return send
    ? send(destination as never, secrets as never, content, context)
    : sendByHttp(destination, secrets, content, context);
};
