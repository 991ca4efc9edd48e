import type {
  Destination,
  DestinationType,
  MessageContent,
} from '../../../common/notifications/destination';
import type { Secrets } from '../../../common/notifications/kinds/registry';
import { slackSender } from './slack';
import { webhookSender } from './webhook';
import type { SendContext, SendOutcome, Sender } from './types';

const SENDERS: { [T in DestinationType]: Sender<T> } = {
  slack: slackSender,
  webhook: webhookSender,
};

/** Says it once, now. `secrets` are those of this destination, parsed by its kind. */
export const sendTo = (
  destination: Destination,
  secrets: Secrets,
  content: MessageContent,
  context: SendContext
): Promise<SendOutcome> => {
  const sender = SENDERS[destination.type];
  return sender.send(destination as never, secrets as never, content, context);
};
