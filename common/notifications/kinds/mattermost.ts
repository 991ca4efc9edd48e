import { phrase } from '../../phrase';
import { iconFields } from './chat/attachment';
import { attachmentBody, attachmentBodyLook } from './chat/markdown_attachment';
import {
  CHANNEL_FIELD,
  ICON_FIELD,
  USERNAME_FIELD,
  optionalText,
  webhookUrlField,
} from './chat/shared_fields';
import { describeKind } from './describe_kind';
import { originOf, urlSchema } from './fields';

const LIMIT = 16_383;

/** https://developers.mattermost.com/integrate/webhooks/incoming/ */
export const mattermost = describeKind(
  'mattermost',
  {
    settings: { channel: optionalText, username: optionalText, icon: optionalText },
    secrets: { url: urlSchema },
  },
  {
    label: phrase('watchkeeper.destinations.mattermost.label', 'Mattermost'),
    description: phrase(
      'watchkeeper.destinations.mattermost.description',
      'Posts to a channel through an incoming webhook.'
    ),
    icon: 'discuss',
    fields: [
      webhookUrlField(
        phrase(
          'watchkeeper.destinations.mattermost.urlHelp',
          'From Mattermost: “Integrations”, “Incoming Webhooks”, “Add Incoming Webhook”. Stored encrypted and never shown again.'
        ),
        'https://chat.example.com/hooks/…'
      ),
      CHANNEL_FIELD,
      USERNAME_FIELD,
      ICON_FIELD,
    ],
    origin: (_settings, secrets) => secrets && originOf(secrets.url),
    summary: ({ channel }) => channel ?? '',
    render: ({ channel, username, icon }, content) =>
      attachmentBody({ channel, username, ...iconFields(icon) }, content, LIMIT),
    request: (_destination, { url }) => ({ url }),
    look: attachmentBodyLook,
    rate: { messages: 60, per_seconds: 60 },
    digests: true,
  }
);
