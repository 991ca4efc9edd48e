import { z } from 'zod';
import { phrase } from '../../phrase';
import { composeMessage } from '../compose/compose_message';
import type { ComposedMessage, Tone } from '../compose/composed';
import { judgeByCode } from './chat/answers';
import { textLook } from './chat/chat_look';
import type { ChatLook } from './chat/chat_look';
import { fitted } from './chat/fit';
import { INVISIBLE, MARKDOWN, linkTarget } from './chat/markup';
import type { Markup } from './chat/markup';
import { parseMarkdown, parseMarkdownLine, plainBlocks } from './chat/read_markdown';
import {
  CARD_OPTION,
  TEXT_OPTION,
  SIGN_FIELD,
  apiUrlField,
  apiUrlSetting,
  baseOf,
  messageTypeField,
  tokenOfUrl,
} from './chat/shared_fields';
import { webLinks, writeCardText, writePlain } from './chat/write_chat';
import { utf8Length } from './cut';
import { describeKind } from './describe_kind';
import { originOf } from './fields';
import type { MessageContent } from './message_content';

const HOSTS = { feishu: 'https://open.feishu.cn', lark: 'https://open.larksuite.com' } as const;
/** The whole request may have 20 kB; signature and time come on top of the body. */
const LIMIT = 20_000 - 200;

const settings = {
  platform: z.enum(['feishu', 'lark']).default('feishu'),
  message_type: z.enum(['card', 'text']).default('card'),
  api_url: apiUrlSetting,
};

const secrets = {
  token: tokenOfUrl('The token', /\/bot\/(?:v2\/)?hook\/([\w.~-]+)\/?$/),
  sign: z.string().trim().min(1).max(500).optional(),
};

type Saved = z.output<z.ZodObject<typeof settings>>;

const entity = (character: string): string => `&#${character.charCodeAt(0)};`;

/** Its cards take characters by their numbers. */
const escaped = (text: string): string =>
  text
    .replace(/[&<>*_~`[\]\\]/g, entity)
    .replace(
      /^(\s*)([#+-])(?=[\s#+-])/gm,
      (_all, space: string, mark: string) => space + entity(mark)
    );

const MARKUP: Markup = { ...MARKDOWN, plain: escaped };

/** In a text only a tag means something. */
const withoutTags = (text: string): string => text.replace(/<(?=\/?at\b)/gi, `<${INVISIBLE}`);

const TEMPLATES: Readonly<Record<Tone, string>> = {
  critical: 'red',
  warning: 'yellow',
  info: 'blue',
  good: 'green',
  neutral: 'grey',
};

const COLORS: Readonly<Record<string, string>> = {
  red: '#f54a45',
  orange: '#ff8800',
  yellow: '#ffc60a',
  blue: '#3370ff',
  green: '#34c724',
  grey: '#8f959e',
};

const templateOf = ({ tone, severity }: ComposedMessage): string =>
  tone === 'critical' && severity === '2' ? 'orange' : TEMPLATES[tone];

const cardOf = (composed: ComposedMessage): object => {
  const text = writeCardText(composed, MARKUP);
  const { fields, title } = composed;
  const links = webLinks(composed);
  return {
    config: { wide_screen_mode: true },
    header: {
      title: { tag: 'plain_text', content: title },
      template: templateOf(composed),
    },
    elements: [
      ...(text === '' ? [] : [{ tag: 'div', text: { tag: 'lark_md', content: text } }]),
      ...(fields.length === 0
        ? []
        : [
            {
              tag: 'div',
              fields: fields.map(({ name, value, short }) => ({
                is_short: short,
                text: { tag: 'lark_md', content: `**${escaped(name)}**\n${escaped(value)}` },
              })),
            },
          ]),
      ...(links.length === 0
        ? []
        : [
            {
              tag: 'action',
              actions: links.map((link) => ({
                tag: 'button',
                type: 'default',
                text: { tag: 'plain_text', content: link.text },
                url: linkTarget(link.url),
              })),
            },
          ]),
    ],
  };
};

const bodyOf = (composed: ComposedMessage, { message_type: type }: Saved): object => {
  if (type === 'card') return { msg_type: 'interactive', card: cardOf(composed) };
  const text = writePlain(composed);
  return { msg_type: 'text', content: { text: composed.ownText ? text : withoutTags(text) } };
};

const fittedBody = (destination: Saved, content: MessageContent) =>
  fitted(
    composeMessage(content),
    (composed) => bodyOf(composed, destination),
    `${LIMIT} bytes`,
    (body) => utf8Length(JSON.stringify(body)) <= LIMIT
  );

interface Element {
  tag: string;
  text?: { content: string };
  fields?: Array<{ is_short: boolean; text: { content: string } }>;
  actions?: Array<{ text: { content: string }; url: string }>;
}

interface Body {
  content?: { text: string };
  card?: { header: { title: { content: string }; template: string }; elements: Element[] };
}

const lookOf = ({ content, card }: Body): ChatLook => {
  if (!card) return textLook(plainBlocks(content?.text ?? ''));
  const { header, elements } = card;
  return {
    color: COLORS[header.template],
    title: { text: header.title.content },
    text: elements.flatMap(({ text }) => (text ? parseMarkdown(text.content) : [])),
    fields: elements.flatMap(({ fields = [] }) =>
      fields.map(({ is_short: short, text }) => {
        const [name, ...value] = text.content.split('\n');
        const [written] = parseMarkdownLine(name.replace(/\*\*/g, ''));
        return {
          name: written && 'text' in written ? written.text : '',
          value: parseMarkdownLine(value.join('\n')),
          short,
        };
      })
    ),
    links: elements.flatMap(({ actions = [] }) =>
      actions.map(({ text, url }) => ({ text: text.content, url }))
    ),
  };
};

const hostOf = ({ platform, api_url: url }: Pick<Saved, 'platform' | 'api_url'>): string =>
  baseOf(url, HOSTS[platform]);

/** https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot */
export const feishu = describeKind(
  'feishu',
  { settings, secrets },
  {
    label: phrase('watchkeeper.destinations.feishu.label', 'Feishu or Lark'),
    description: phrase(
      'watchkeeper.destinations.feishu.description',
      'Posts to a group through a custom bot.'
    ),
    icon: 'discuss',
    fields: [
      {
        name: 'platform',
        control: {
          kind: 'choice',
          options: [
            { value: 'feishu', text: 'Feishu (feishu.cn)' },
            { value: 'lark', text: 'Lark (larksuite.com)' },
          ],
        },
        initial: 'feishu',
        label: phrase('watchkeeper.destinations.feishu.platformLabel', 'Service'),
      },
      {
        name: 'secrets.token',
        control: { kind: 'secret' },
        label: phrase('watchkeeper.destinations.feishu.tokenLabel', 'Token of the bot'),
        help: phrase(
          'watchkeeper.destinations.feishu.tokenHelp',
          'From the group’s settings: “Bots”, “Add Bot”, “Custom Bot”. The webhook URL that is shown there, or only what stands at its end.'
        ),
      },
      SIGN_FIELD,
      messageTypeField(
        [
          { value: 'card', text: CARD_OPTION },
          { value: 'text', text: TEXT_OPTION },
        ],
        'card'
      ),
      apiUrlField(HOSTS.feishu),
    ],
    origin: (destination) => originOf(hostOf(destination)),
    summary: ({ platform }) => (platform === 'lark' ? 'Lark' : 'Feishu'),
    render: (destination, content) => {
      const { written, notes } = fittedBody(destination, content);
      return { body: JSON.stringify(written), content_type: 'application/json', notes };
    },
    request: (destination, { token, sign }, content, { now, hmacSha256 }) => {
      const url = `${hostOf(destination)}/open-apis/bot/v2/hook/${token}`;
      if (sign === undefined) return { url };
      const timestamp = String(Math.floor(now / 1000));
      const signed = { timestamp, sign: hmacSha256(`${timestamp}\n${sign}`, '') };
      const { written } = fittedBody(destination, content);
      return { url, body: JSON.stringify({ ...signed, ...written }) };
    },
    look: ({ body = '{}' }) => lookOf(JSON.parse(body) as Body),
    judge: judgeByCode({
      code: ['code', 'StatusCode'],
      message: ['msg', 'StatusMessage'],
      // Sent too fast, in three places of the service.
      passing: [11232, 99991400, 230020],
      wait: 10_000,
    }),
    // 100 a minute, and 5 a second.
    rate: { messages: 5, per_seconds: 3 },
    digests: true,
  }
);
