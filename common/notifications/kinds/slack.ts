import { phrase } from '../../phrase';
import {
  CHANNEL_FIELD,
  ICON_FIELD,
  USERNAME_FIELD,
  optionalText,
  webhookUrlField,
} from './chat/shared_fields';
import { iconFields } from './chat/attachment';
import { slackLook, slackMessage } from './chat/slack_message';
import { describeKind } from './describe_kind';
import { originOf, urlSchema } from './fields';

/** Slack's incoming webhooks (https://api.slack.com/messaging/webhooks), and what speaks like them. */
export const slack = describeKind(
  'slack',
  {
    settings: { channel: optionalText, username: optionalText, icon: optionalText },
    /** The whole incoming-webhook URL is secret; its origin is shown. */
    secrets: { url: urlSchema },
  },
  {
    label: phrase('watchkeeper.destinations.slack.label', 'Slack'),
    description: phrase(
      'watchkeeper.destinations.slack.description',
      'Posts to a channel through an incoming webhook.'
    ),
    icon: 'logoSlack',
    fields: [
      {
        ...webhookUrlField(
          phrase(
            'watchkeeper.destinations.slack.urlHelp',
            'From Slack: your app, “Incoming Webhooks”, “Add New Webhook to Workspace”. Whoever has this URL can post to the channel, so it is stored encrypted and never shown again.'
          ),
          'https://hooks.slack.com/services/…'
        ),
        label: phrase('watchkeeper.destinations.slack.urlLabel', 'Incoming webhook URL'),
      },
      CHANNEL_FIELD,
      USERNAME_FIELD,
      ICON_FIELD,
    ],
    origin: (_settings, secrets) => secrets && originOf(secrets.url),
    summary: ({ channel }) =>
      channel ?? phrase('watchkeeper.destinations.slack.summary', 'Incoming webhook'),
    render: ({ channel, username, icon }, content) => {
      const { fields, notes } = slackMessage(content);
      const body = JSON.stringify({ channel, username, ...iconFields(icon), ...fields });
      return { body, content_type: 'application/json', notes };
    },
    request: (_destination, { url }) => ({ url }),
    look: slackLook,
    rate: { messages: 60, per_seconds: 60 },
    digests: true,
  }
);
