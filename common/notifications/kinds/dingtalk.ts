import { z } from 'zod';
import { phrase } from '../../phrase';
import { composeMessage } from '../compose/compose_message';
import type { ComposedMessage } from '../compose/composed';
import { judgeByCode } from './chat/answers';
import { textLook } from './chat/chat_look';
import type { ChatLook } from './chat/chat_look';
import { fitted } from './chat/fit';
import { MARKDOWN, escapeMarkdown, linkTarget } from './chat/markup';
import type { Markup } from './chat/markup';
import { parseMarkdown, plainBlocks } from './chat/read_markdown';
import {
  MARKDOWN_OPTION,
  MOBILES_LABEL,
  ONE_A_LINE,
  TEXT_OPTION,
  SIGN_FIELD,
  apiUrlField,
  apiUrlSetting,
  baseOf,
  messageTypeField,
  textList,
  tokenOfUrl,
} from './chat/shared_fields';
import {
  joinLines,
  webLinks,
  writeAll,
  writeCardText,
  writeFields,
  writePlain,
} from './chat/write_chat';
import { utf8Length } from './cut';
import { describeKind } from './describe_kind';
import { originOf } from './fields';

const HOST = 'https://oapi.dingtalk.com';
/** Of a whole message. */
const LIMIT = 20_000;
const BUTTON = /^(.+?)\s*\|\s*(https?:\/\/\S+)$/i;

const TYPES = ['text', 'markdown', 'single_card', 'card'] as const;

const settings = {
  message_type: z.enum(TYPES).default('markdown'),
  at_mobiles: textList,
  at_all: z.boolean().optional(),
  /** Of cards, as `Text | https://…`; without any, the links of the message. */
  buttons: z
    .array(z.string().trim().regex(BUTTON, 'Write a button as: Text | https://example.com'))
    .max(10)
    .optional(),
  button_layout: z.enum(['stacked', 'beside']).optional(),
  api_url: apiUrlSetting,
};

const secrets = {
  access_token: tokenOfUrl('The access token', /[?&]access_token=([\w.~-]+)/),
  sign: z.string().trim().min(1).max(500).optional(),
};

type Saved = z.output<z.ZodObject<typeof settings>>;

const MARKUP: Markup = { ...MARKDOWN, newline: '  \n' };

const headed = ({ symbol, title }: ComposedMessage, text: string): string =>
  `### ${symbol} ${escapeMarkdown(title)}\n\n${text}`;

interface Button {
  title: string;
  actionURL: string;
}

const urlOf = ({ actionURL }: Button): string => actionURL;

const buttonsOf = (composed: ComposedMessage, own: readonly string[] = []): Button[] => {
  const given = own.flatMap((line) => {
    const [, title, actionURL] = BUTTON.exec(line) ?? [];
    return actionURL === undefined ? [] : [{ title, actionURL }];
  });
  if (given.length > 0) return given;
  return webLinks(composed).map(({ text, url }) => ({ title: text, actionURL: linkTarget(url) }));
};

/** People are called by their number in the text, and by the list beside it. */
const withCalls = (text: string, { at_mobiles: mobiles = [] }: Saved): string =>
  mobiles.length === 0 ? text : `${text}\n\n${mobiles.map((mobile) => `@${mobile}`).join(' ')}`;

const callsOf = ({ at_mobiles: mobiles = [], at_all: all = false }: Saved): object =>
  mobiles.length > 0 || all ? { at: { atMobiles: mobiles, isAtAll: all } } : {};

const markdownBody = (composed: ComposedMessage, destination: Saved): object => ({
  msgtype: 'markdown',
  markdown: {
    title: composed.title,
    text: withCalls(headed(composed, writeAll(composed, MARKUP)), destination),
  },
  ...callsOf(destination),
});

const cardBody = (composed: ComposedMessage, destination: Saved): object => {
  const { message_type: type, buttons, button_layout: layout } = destination;
  const [first, ...others] = buttonsOf(composed, buttons);
  // A card without a button is refused.
  if (!first) return markdownBody(composed, destination);
  const shown = new Set((type === 'single_card' ? [first] : [first, ...others]).map(urlOf));
  const left = webLinks(composed).filter(({ url }) => !shown.has(linkTarget(url)));
  const lines = [
    writeCardText(composed, MARKUP),
    ...writeFields(composed, MARKUP),
    left.map(({ text: name, url }) => MARKUP.link(name, url)).join(' · '),
  ];
  const text = headed(composed, joinLines(lines, MARKUP));
  const head = { title: composed.title, text };
  const actionCard =
    type === 'single_card'
      ? { ...head, singleTitle: first.title, singleURL: first.actionURL }
      : { ...head, btnOrientation: layout === 'beside' ? '1' : '0', btns: [first, ...others] };
  return { msgtype: 'actionCard', actionCard };
};

const bodyOf = (composed: ComposedMessage, destination: Saved): object => {
  switch (destination.message_type) {
    case 'text':
      return {
        msgtype: 'text',
        text: { content: withCalls(writePlain(composed), destination) },
        ...callsOf(destination),
      };
    case 'markdown':
      return markdownBody(composed, destination);
    default:
      return cardBody(composed, destination);
  }
};

interface Body {
  text?: { content: string };
  markdown?: { text: string };
  actionCard?: { text: string; singleTitle?: string; singleURL?: string; btns?: Button[] };
}

const lookOf = ({ text, markdown, actionCard: card }: Body): ChatLook => {
  if (text) return textLook(plainBlocks(text.content));
  if (!card) return textLook(parseMarkdown(markdown?.text ?? ''));
  const single = [{ title: card.singleTitle ?? '', actionURL: card.singleURL ?? '' }];
  const links = (card.btns ?? single).map(({ title, actionURL }) => ({
    text: title,
    url: actionURL,
  }));
  return { text: parseMarkdown(card.text), fields: [], links };
};

const isCard = (values: Readonly<Record<string, unknown>>): boolean =>
  values.message_type === 'card' || values.message_type === 'single_card';

/** https://open.dingtalk.com/document/orgapp/custom-robots-send-group-messages */
export const dingtalk = describeKind(
  'dingtalk',
  { settings, secrets },
  {
    label: phrase('watchkeeper.destinations.dingtalk.label', 'DingTalk'),
    description: phrase(
      'watchkeeper.destinations.dingtalk.description',
      'Posts to a group through a custom robot.'
    ),
    icon: 'discuss',
    fields: [
      {
        name: 'secrets.access_token',
        control: { kind: 'secret' },
        label: phrase('watchkeeper.destinations.dingtalk.tokenLabel', 'Access token'),
        help: phrase(
          'watchkeeper.destinations.dingtalk.tokenHelp',
          'From DingTalk: the group’s settings, “Bots”, “Custom”. The URL that is shown there, or only its access_token.'
        ),
      },
      SIGN_FIELD,
      messageTypeField(
        [
          { value: 'markdown', text: MARKDOWN_OPTION },
          { value: 'text', text: TEXT_OPTION },
          {
            value: 'single_card',
            text: phrase(
              'watchkeeper.destinations.dingtalk.singleCardOption',
              'Card with one button'
            ),
          },
          {
            value: 'card',
            text: phrase('watchkeeper.destinations.dingtalk.cardOption', 'Card with buttons'),
          },
        ],
        'markdown'
      ),
      {
        name: 'at_mobiles',
        control: { kind: 'list' },
        when: (values) => !isCard(values),
        placeholder: '13800000000',
        label: MOBILES_LABEL,
        help: ONE_A_LINE,
      },
      {
        name: 'at_all',
        control: { kind: 'switch' },
        when: (values) => !isCard(values),
        label: phrase('watchkeeper.destinations.dingtalk.atAllLabel', 'Mention everybody'),
      },
      {
        name: 'buttons',
        control: { kind: 'list' },
        when: isCard,
        placeholder: 'Dashboard | https://example.com/dashboard',
        label: phrase('watchkeeper.destinations.dingtalk.buttonsLabel', 'Buttons'),
        help: phrase(
          'watchkeeper.destinations.dingtalk.buttonsHelp',
          'One a line, as: Text | https://… Empty: the links to the alert and to the runbook. A message without any button is sent as Markdown.'
        ),
      },
      {
        name: 'button_layout',
        advanced: true,
        control: {
          kind: 'choice',
          options: [
            {
              value: 'stacked',
              text: phrase('watchkeeper.destinations.dingtalk.stackedOption', 'One below another'),
            },
            {
              value: 'beside',
              text: phrase('watchkeeper.destinations.dingtalk.besideOption', 'Side by side'),
            },
          ],
        },
        initial: 'stacked',
        when: ({ message_type: type }) => type === 'card',
        label: phrase('watchkeeper.destinations.dingtalk.layoutLabel', 'Order of the buttons'),
      },
      apiUrlField(HOST),
    ],
    origin: ({ api_url: url }) => originOf(url ?? HOST),
    render: (destination, content) => {
      const { written, notes } = fitted(
        composeMessage(content),
        (composed) => JSON.stringify(bodyOf(composed, destination)),
        `${LIMIT} bytes`,
        (body) => utf8Length(body) <= LIMIT
      );
      return { body: written, content_type: 'application/json', notes };
    },
    request: ({ api_url: url }, { access_token: token, sign }, _content, { now, hmacSha256 }) => {
      const signed =
        sign === undefined
          ? ''
          : `&timestamp=${now}&sign=${encodeURIComponent(hmacSha256(sign, `${now}\n${sign}`))}`;
      return { url: `${baseOf(url, HOST)}/robot/send?access_token=${token}${signed}` };
    },
    look: ({ body = '{}' }) => lookOf(JSON.parse(body) as Body),
    judge: judgeByCode({
      code: ['errcode'],
      message: ['errmsg'],
      // Busy; sent too fast, by two names.
      passing: [-1, 130101, 410100],
      wait: 60_000,
    }),
    rate: { messages: 20, per_seconds: 60 },
    digests: true,
  }
);
