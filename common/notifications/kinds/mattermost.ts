import { phrase } from '../../phrase';
import { composeMessage } from '../compose/compose_message';
import { attachmentLook, attachmentOf, iconFields } from './chat/attachment';
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

const LIMIT = 16_383;

/** Names after an `@` are called in attachments too. */
const MARKUP: Markup = { ...MARKDOWN, plain: (text) => withoutCalls(escapeMarkdown(text)) };

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
    render: ({ channel, username, icon }, content) => {
      const { written, notes } = fitted(
        composeMessage(content),
        (composed) => attachmentOf(composed, MARKUP, withoutCalls),
        `${LIMIT} characters`,
        ({ text }) => text.length <= LIMIT
      );
      const sender = { channel, username, ...iconFields(icon) };
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
