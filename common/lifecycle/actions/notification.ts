import { phrase } from '../../phrase';
import { checkReceiver } from '../policy/check_message';
import { notTwice } from './action_kind';
import type { ActionKind } from './action_kind';
import { DESTINATION } from './destination';

export const notification: ActionKind = {
  type: 'notification',
  label: phrase('watchkeeper.lifecycle.actions.notification.label', 'Notification'),
  description: phrase('watchkeeper.lifecycle.actions.notification.description', 'Sends a message.'),
  params: [
    {
      name: 'channel',
      label: phrase('watchkeeper.lifecycle.actions.notification.channelLabel', 'Channel'),
      type: { kind: 'reference' },
    },
    {
      name: 'destination',
      label: phrase('watchkeeper.lifecycle.actions.notification.destinationLabel', 'Destination'),
      type: DESTINATION,
      help: phrase(
        'watchkeeper.lifecycle.actions.notification.destinationHelp',
        'The form before the notifications plugin: Slack, Chime or a webhook.'
      ),
    },
    {
      name: 'message_template',
      label: phrase('watchkeeper.lifecycle.actions.notification.messageTemplateLabel', 'Message'),
      type: { kind: 'template' },
      required: true,
    },
  ],
  steps: [notTwice('attempt_notification')],
  check: checkReceiver,
};
