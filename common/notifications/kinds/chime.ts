import { phrase } from '../../phrase';
import { composeMessage } from '../compose/compose_message';
import type { ComposedMessage } from '../compose/composed';
import { textLook } from './chat/chat_look';
import { fitted } from './chat/fit';
import { MARKDOWN, escapeMarkdown, withoutCalls } from './chat/markup';
import type { Markup } from './chat/markup';
import { parseMarkdown } from './chat/read_markdown';
import { webhookUrlField } from './chat/shared_fields';
import { writeAll } from './chat/write_chat';
import { describeKind } from './describe_kind';
import { originOf, urlSchema } from './fields';

const LIMIT = 4096;
/** Begins a message in Markdown. */
const MARK = '/md ';

const MARKUP: Markup = {
  ...MARKDOWN,
  plain: (text) => withoutCalls(escapeMarkdown(text)),
  newline: '  \n',
};

const contentOf = ({ symbol, title, ...rest }: ComposedMessage): string => {
  const text = writeAll({ symbol, title, ...rest }, MARKUP);
  return `${MARK}**${symbol} ${MARKUP.plain(title)}**\n\n${text}`.trimEnd();
};

/** https://docs.aws.amazon.com/chime/latest/dg/webhooks.html */
export const chime = describeKind(
  'chime',
  { settings: {}, secrets: { url: urlSchema } },
  {
    label: phrase('watchkeeper.destinations.chime.label', 'Amazon Chime'),
    description: phrase(
      'watchkeeper.destinations.chime.description',
      'Posts to a chat room. Amazon ended the service on 20 February 2026: for what still speaks like it.'
    ),
    icon: 'discuss',
    fields: [
      webhookUrlField(
        phrase(
          'watchkeeper.destinations.chime.urlHelp',
          'Amazon Chime ended on 20 February 2026, so its own webhooks answer no more. Kept for taken-over configurations, and for servers that take the same requests.'
        ),
        'https://hooks.chime.aws/incomingwebhooks/…'
      ),
    ],
    origin: (_settings, secrets) => secrets && originOf(secrets.url),
    render: (_destination, content) => {
      const { written, notes } = fitted(
        composeMessage(content),
        contentOf,
        `${LIMIT} characters`,
        (text) => text.length <= LIMIT
      );
      const body = JSON.stringify({ Content: written });
      return { body, content_type: 'application/json', notes };
    },
    request: (_destination, { url }) => ({ url }),
    look: ({ body = '{}' }) => {
      const { Content: content } = JSON.parse(body) as { Content: string };
      return textLook(parseMarkdown(content.slice(MARK.length)));
    },
    rate: { messages: 1, per_seconds: 1 },
    digests: true,
  }
);
