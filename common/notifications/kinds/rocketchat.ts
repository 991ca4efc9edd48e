import { phrase } from '../../phrase';
import { composeMessage } from '../compose/compose_message';
import { attachmentLook, attachmentOf } from './chat/attachment';
import type { AttachmentBody } from './chat/attachment';
import { fitted } from './chat/fit';
import { MARKDOWN, escapeMarkdown, withoutCalls } from './chat/markup';
import type { Markup } from './chat/markup';
import { parseMarkdown, parseMarkdownLine } from './chat/read_markdown';
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

const MARKUP: Markup = { ...MARKDOWN, plain: (text) => withoutCalls(escapeMarkdown(text)) };

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
    render: ({ channel, username, icon }, content) => {
      const { written, notes } = fitted(
        composeMessage(content),
        (composed) => attachmentOf(composed, MARKUP, withoutCalls),
        `${LIMIT} characters`,
        ({ text }) => text.length <= LIMIT
      );
      const sender = { channel, username, ...iconOf(icon) };
      const body = JSON.stringify({ ...sender, text: '', attachments: [written] });
      return { body, content_type: 'application/json', notes };
    },
    request: (_destination, { url }) => ({ url }),
    look: ({ body = '{"text":""}' }) =>
      attachmentLook(JSON.parse(body) as AttachmentBody, {
        blocks: parseMarkdown,
        line: parseMarkdownLine,
        plain: (text) => text,
      }),
    rate: { messages: 60, per_seconds: 60 },
    digests: true,
  }
);
