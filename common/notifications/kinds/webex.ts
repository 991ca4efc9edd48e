import { z } from 'zod';
import { phrase } from '../../phrase';
import { composeMessage } from '../compose/compose_message';
import type { ComposedMessage } from '../compose/composed';
import { textLook } from './chat/chat_look';
import { fitted } from './chat/fit';
import { MARKDOWN, escapeMarkdown, withoutCalls } from './chat/markup';
import type { Markup } from './chat/markup';
import { parseMarkdown } from './chat/read_markdown';
import { apiUrlField, apiUrlSetting, baseOf, optionalText, tokenOfUrl } from './chat/shared_fields';
import { writeAll } from './chat/write_chat';
import { utf8Length } from './cut';
import { describeKind } from './describe_kind';
import { originOf } from './fields';

const HOST = 'https://webexapis.com';
/** Bytes of the Markdown. */
const LIMIT = 7439;

const settings = {
  via: z.enum(['bot', 'webhook']).default('bot'),
  room_id: optionalText,
  api_url: apiUrlSetting,
};

const secrets = { token: tokenOfUrl('The token', /\/webhooks\/incoming\/([\w.~-]+)\/?$/) };

const MARKUP: Markup = {
  ...MARKDOWN,
  plain: (text) => withoutCalls(escapeMarkdown(text)),
  newline: '  \n',
};

const markdownOf = (composed: ComposedMessage): string =>
  `### ${composed.symbol} ${MARKUP.plain(composed.title)}\n\n${writeAll(composed, MARKUP)}`.trimEnd();

/** https://developer.webex.com/docs/api/v1/messages/create-a-message, and its incoming webhooks. */
export const webex = describeKind(
  'webex',
  { settings, secrets },
  {
    label: phrase('watchkeeper.destinations.webex.label', 'Webex'),
    description: phrase(
      'watchkeeper.destinations.webex.description',
      'Posts to a space through a bot or an incoming webhook.'
    ),
    icon: 'discuss',
    fields: [
      {
        name: 'via',
        control: {
          kind: 'choice',
          options: [
            { value: 'bot', text: phrase('watchkeeper.destinations.webex.botOption', 'A bot') },
            {
              value: 'webhook',
              text: phrase('watchkeeper.destinations.webex.webhookOption', 'An incoming webhook'),
            },
          ],
        },
        initial: 'bot',
        label: phrase('watchkeeper.destinations.webex.viaLabel', 'Sent through'),
      },
      {
        name: 'secrets.token',
        control: { kind: 'secret' },
        label: phrase('watchkeeper.destinations.webex.tokenLabel', 'Token'),
        help: phrase(
          'watchkeeper.destinations.webex.tokenHelp',
          'Of a bot: its access token from developer.webex.com. Of an incoming webhook: its URL, or what stands at its end.'
        ),
      },
      {
        name: 'room_id',
        control: { kind: 'text' },
        when: ({ via }) => via !== 'webhook',
        label: phrase('watchkeeper.destinations.webex.roomLabel', 'Space'),
        help: phrase(
          'watchkeeper.destinations.webex.roomHelp',
          'The ID of a space that the bot is a member of.'
        ),
      },
      apiUrlField(HOST),
    ],
    origin: ({ api_url: url }) => originOf(url ?? HOST),
    problems: ({ via, room_id: room }) =>
      via === 'bot' && room === undefined
        ? [{ field: 'room_id', message: 'A bot needs the ID of the space that it posts to.' }]
        : [],
    render: ({ via, room_id: roomId }, content) => {
      const { written: markdown, notes } = fitted(
        composeMessage(content),
        markdownOf,
        `${LIMIT} bytes`,
        (text) => utf8Length(text) <= LIMIT
      );
      const body = JSON.stringify(via === 'bot' ? { roomId, markdown } : { markdown });
      return { body, content_type: 'application/json', notes };
    },
    request: ({ via, api_url: url }, { token }) => {
      const base = `${baseOf(url, HOST)}/v1`;
      return via === 'webhook'
        ? { url: `${base}/webhooks/incoming/${token}` }
        : { url: `${base}/messages`, headers: { Authorization: `Bearer ${token}` } };
    },
    look: ({ body = '{}' }) =>
      textLook(parseMarkdown((JSON.parse(body) as { markdown: string }).markdown)),
    rate: { messages: 60, per_seconds: 60 },
    digests: true,
  }
);
