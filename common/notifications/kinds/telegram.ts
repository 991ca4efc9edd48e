import { z } from 'zod';
import { phrase } from '../../phrase';
import { composeMessage } from '../compose/compose_message';
import type { ComposedMessage } from '../compose/composed';
import { fieldsOfAnswer } from './chat/answers';
import { textLook } from './chat/chat_look';
import { fitted } from './chat/fit';
import { escapeChatHtml } from '../escape_html';
import { linkTarget, withoutCalls } from './chat/markup';
import type { Markup } from './chat/markup';
import { parseMarkdownLine } from './chat/read_markdown';
import { apiUrlField, apiUrlSetting, baseOf, tokenSchema } from './chat/shared_fields';
import { writeAll } from './chat/write_chat';
import { describeKind } from './describe_kind';
import { originOf } from './fields';
import type { Judgement } from './kind';

const HOST = 'https://api.telegram.org';
/** Characters as they are shown, after the mark-up is read. */
const LIMIT = 4096;

const settings = {
  chat_id: z
    .string({ error: 'A chat is required.' })
    .trim()
    .regex(
      /^(?:-?\d{1,20}|@\w{3,64})$/,
      'This is neither the number of a chat nor @ and its name.'
    ),
  thread_id: z
    .string()
    .trim()
    .regex(/^\d{1,15}$/, 'A topic is a number.')
    .optional(),
  silent: z.boolean().optional(),
  /** What the author's own texts are: to be shown as they are, or Telegram's HTML. */
  own_text: z.enum(['plain', 'html']).default('plain'),
  api_url: apiUrlSetting,
};

const secrets = { token: tokenSchema('The token of the bot') };

type Saved = z.output<z.ZodObject<typeof settings>>;

/** https://core.telegram.org/bots/api#html-style */
const MARKUP: Markup = {
  plain: (text) => escapeChatHtml(withoutCalls(text)),
  bold: (written) => `<b>${written}</b>`,
  link: (written, url) => `<a href="${escapeChatHtml(linkTarget(url))}">${written}</a>`,
  newline: '\n',
};

const shownLength = (html: string): number =>
  html.replace(/<[^<>]*>/g, '').replace(/&(?:lt|gt|amp|quot);/g, '.').length;

/** HTML of the author's stands as it is as long as it is whole: once cut, it would not be HTML any more. */
const write =
  ({ own_text: form }: Saved, { text: whole }: ComposedMessage) =>
  (composed: ComposedMessage): string => {
    const { ownText, text, symbol, title } = composed;
    const asHtml = form === 'html' && text === whole;
    const content = ownText && !asHtml ? escapeChatHtml(text) : writeAll(composed, MARKUP);
    return `<b>${symbol} ${MARKUP.plain(title)}</b>\n\n${content}`.trimEnd();
  };

const judge = (status: number, answer: string): Judgement | undefined => {
  const { ok, description, parameters } = fieldsOfAnswer(answer);
  if (ok === true) return { result: 'sent' };
  if (ok !== false || status >= 500) return undefined;
  const { retry_after: seconds, migrate_to_chat_id: moved } = (parameters ?? {}) as Readonly<
    Record<string, unknown>
  >;
  const reason = `Telegram refused it: ${String(description ?? status)}.`;
  if (status === 429) {
    const wait = typeof seconds === 'number' ? { retryAfter: seconds * 1000 } : {};
    return { result: 'retry', reason, ...wait };
  }
  const remedy = typeof moved === 'number' ? ` The chat is now ${moved}: change it here.` : '';
  return { result: 'parked', reason: reason + remedy };
};

/** https://core.telegram.org/bots/api#sendmessage */
export const telegram = describeKind(
  'telegram',
  { settings, secrets },
  {
    label: phrase('watchkeeper.destinations.telegram.label', 'Telegram'),
    description: phrase(
      'watchkeeper.destinations.telegram.description',
      'Posts to a chat, group or channel through a bot.'
    ),
    icon: 'discuss',
    fields: [
      {
        name: 'secrets.token',
        control: { kind: 'secret' },
        placeholder: '123456:ABC-DEF…',
        label: phrase('watchkeeper.destinations.telegram.tokenLabel', 'Token of the bot'),
        help: phrase(
          'watchkeeper.destinations.telegram.tokenHelp',
          'From @BotFather in Telegram. The bot has to be a member of the group or channel.'
        ),
      },
      {
        name: 'chat_id',
        control: { kind: 'text' },
        placeholder: '-1001234567890',
        label: phrase('watchkeeper.destinations.telegram.chatLabel', 'Chat'),
        help: phrase(
          'watchkeeper.destinations.telegram.chatHelp',
          'The number of the chat, or @ and the name of a public channel.'
        ),
      },
      {
        name: 'thread_id',
        control: { kind: 'text' },
        label: phrase('watchkeeper.destinations.telegram.threadLabel', 'Topic'),
        help: phrase(
          'watchkeeper.destinations.telegram.threadHelp',
          'The number of a topic, in groups that have topics.'
        ),
      },
      {
        name: 'own_text',
        control: {
          kind: 'choice',
          options: [
            {
              value: 'plain',
              text: phrase('watchkeeper.destinations.telegram.plainOption', 'Shown as it is'),
            },
            { value: 'html', text: 'HTML' },
          ],
        },
        initial: 'plain',
        label: phrase('watchkeeper.destinations.telegram.ownTextLabel', 'Your own texts'),
        help: phrase(
          'watchkeeper.destinations.telegram.ownTextHelp',
          'Telegram refuses HTML that is not whole. Values in it have to be escaped by your template.'
        ),
      },
      {
        name: 'silent',
        advanced: true,
        control: { kind: 'switch' },
        label: phrase('watchkeeper.destinations.telegram.silentLabel', 'Without a sound'),
      },
      apiUrlField(HOST),
    ],
    origin: ({ api_url: url }) => originOf(url ?? HOST),
    summary: ({ chat_id: chat }) => chat,
    render: (destination, content) => {
      const composed = composeMessage(content);
      const { written, notes } = fitted(
        composed,
        write(destination, composed),
        `${LIMIT} characters`,
        (text) => shownLength(text) <= LIMIT
      );
      const { chat_id, thread_id: thread, silent } = destination;
      const body = JSON.stringify({
        chat_id,
        text: written,
        parse_mode: 'HTML',
        disable_web_page_preview: true,
        message_thread_id: thread === undefined ? undefined : Number(thread),
        disable_notification: silent === true ? true : undefined,
      });
      return { body, content_type: 'application/json', notes };
    },
    request: ({ api_url: url }, { token }) => ({
      url: `${baseOf(url, HOST)}/bot${token}/sendMessage`,
    }),
    look: ({ body = '{}' }) => {
      const { text } = JSON.parse(body) as { text: string };
      return textLook(
        text.split('\n').map((line) => ({ kind: 'line', content: parseMarkdownLine(line, 'html') }))
      );
    },
    judge,
    // In a group; there are more of these than of chats with one person.
    rate: { messages: 20, per_seconds: 60 },
    digests: true,
  }
);
