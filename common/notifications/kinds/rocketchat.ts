import { phrase } from '../../phrase';
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

/** `Message_MaxAllowedSize` as it comes. */
const LIMIT = 5000;

const iconOf = (icon: string | undefined): object => {
  if (icon === undefined) return {};
  return /^https?:/i.test(icon) ? { avatar: icon } : { emoji: icon };
};

/** https://docs.rocket.chat/docs/integrations */
export const rocketchat = describeKind(
  'rocketchat',
  {
    settings: { channel: optionalText, username: optionalText, icon: optionalText },
    secrets: { url: urlSchema },
  },
  {
    label: phrase('watchkeeper.destinations.rocketchat.label', 'Rocket.Chat'),
    description: phrase(
      'watchkeeper.destinations.rocketchat.description',
      'Posts to a room through an incoming integration.'
    ),
    icon: 'discuss',
    fields: [
      webhookUrlField(
        phrase(
          'watchkeeper.destinations.rocketchat.urlHelp',
          'From Rocket.Chat: “Workspace”, “Integrations”, “New”, “Incoming”. Stored encrypted and never shown again.'
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
      attachmentBody({ channel, username, ...iconOf(icon) }, content, LIMIT),
    request: (_destination, { url }) => ({ url }),
    look: attachmentBodyLook,
    rate: { messages: 60, per_seconds: 60 },
    digests: true,
  }
);
