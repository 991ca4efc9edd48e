import { z } from 'zod';
import { phrase } from '../../phrase';
import { composeMessage } from '../compose/compose_message';
import type { ComposedMessage, Tone } from '../compose/composed';
import { judgeByCode } from './chat/answers';
import { textLook } from './chat/chat_look';
import { fitted } from './chat/fit';
import { INVISIBLE, MARKDOWN, breakMarkdown } from './chat/markup';
import type { Markup } from './chat/markup';
import { parseMarkdown, plainBlocks } from './chat/read_markdown';
import {
  MARKDOWN_OPTION,
  MOBILES_LABEL,
  ONE_A_LINE,
  TEXT_OPTION,
  apiUrlField,
  apiUrlSetting,
  baseOf,
  messageTypeField,
  textList,
  tokenOfUrl,
} from './chat/shared_fields';
import { writeAll, writePlain } from './chat/write_chat';
import { utf8Length } from './cut';
import { describeKind } from './describe_kind';
import { originOf } from './fields';

const HOST = 'https://qyapi.weixin.qq.com';
/** Bytes of the content. */
const LIMITS = { text: 2048, markdown: 4096 } as const;

const settings = {
  message_type: z.enum(['markdown', 'text']).default('markdown'),
  mentioned_list: textList,
  mentioned_mobile_list: textList,
  api_url: apiUrlSetting,
};

const secrets = { key: tokenOfUrl('The key', /[?&]key=([\w.~-]+)/) };

type Saved = z.output<z.ZodObject<typeof settings>>;

/** It knows no escapes. */
const MARKUP: Markup = { ...MARKDOWN, plain: breakMarkdown };

/** The three colours that it has. */
const COLORS: Readonly<Record<Tone, string>> = {
  critical: 'warning',
  warning: 'warning',
  info: 'comment',
  good: 'info',
  neutral: 'comment',
};

const markdownOf = (composed: ComposedMessage, { mentioned_list: people = [] }: Saved): string => {
  const { symbol, title, tone } = composed;
  return [
    `**<font color="${COLORS[tone]}">${symbol} ${breakMarkdown(title)}</font>**`,
    writeAll(composed, MARKUP),
    people.map((person) => `<@${person}>`).join(''),
  ]
    .filter((part) => part !== '')
    .join('\n');
};

/** In a text only a name in brackets means something. */
const textOf = (composed: ComposedMessage): string => {
  const text = writePlain(composed);
  return composed.ownText ? text : text.replace(/<(?=@)/g, `<${INVISIBLE}`);
};

const bodyOf = (destination: Saved, content: string): object => {
  const { message_type: type, mentioned_list, mentioned_mobile_list } = destination;
  return type === 'text'
    ? { msgtype: 'text', text: { content, mentioned_list, mentioned_mobile_list } }
    : { msgtype: 'markdown', markdown: { content } };
};

interface Body {
  text?: { content: string };
  markdown?: { content: string };
}

/** https://developer.work.weixin.qq.com/document/path/91770 */
export const wecom = describeKind(
  'wecom',
  { settings, secrets },
  {
    label: phrase('watchkeeper.destinations.wecom.label', 'WeCom'),
    description: phrase(
      'watchkeeper.destinations.wecom.description',
      'Posts to a group chat through its robot.'
    ),
    icon: 'discuss',
    fields: [
      {
        name: 'secrets.key',
        control: { kind: 'secret' },
        label: phrase('watchkeeper.destinations.wecom.keyLabel', 'Key of the robot'),
        help: phrase(
          'watchkeeper.destinations.wecom.keyHelp',
          'From WeCom: the group’s menu, “Add Group Bot”. The webhook URL that is shown there, or only its key.'
        ),
      },
      messageTypeField(
        [
          { value: 'markdown', text: MARKDOWN_OPTION },
          { value: 'text', text: TEXT_OPTION },
        ],
        'markdown'
      ),
      {
        name: 'mentioned_list',
        control: { kind: 'list' },
        label: phrase('watchkeeper.destinations.wecom.peopleLabel', 'Members to mention'),
        help: phrase(
          'watchkeeper.destinations.wecom.peopleHelp',
          'User ids, one a line. @all stands for everybody in messages that are text.'
        ),
      },
      {
        name: 'mentioned_mobile_list',
        control: { kind: 'list' },
        when: ({ message_type: type }) => type === 'text',
        placeholder: '13800000000',
        label: MOBILES_LABEL,
        help: ONE_A_LINE,
      },
      apiUrlField(HOST),
    ],
    origin: ({ api_url: url }) => originOf(url ?? HOST),
    render: (destination, content) => {
      const { message_type: type } = destination;
      const limit = LIMITS[type];
      const { written, notes } = fitted(
        composeMessage(content),
        (composed) => (type === 'text' ? textOf(composed) : markdownOf(composed, destination)),
        `${limit} bytes`,
        (text) => utf8Length(text) <= limit
      );
      const body = JSON.stringify(bodyOf(destination, written));
      return { body, content_type: 'application/json', notes };
    },
    request: ({ api_url: url }, { key }) => ({
      url: `${baseOf(url, HOST)}/cgi-bin/webhook/send?key=${key}`,
    }),
    look: ({ body = '{}' }) => {
      const { text, markdown } = JSON.parse(body) as Body;
      return textLook(text ? plainBlocks(text.content) : parseMarkdown(markdown?.content ?? ''));
    },
    judge: judgeByCode({
      code: ['errcode'],
      message: ['errmsg'],
      // Busy; too many calls; too many at once.
      passing: [-1, 45009, 45033],
      wait: 60_000,
    }),
    rate: { messages: 20, per_seconds: 60 },
    digests: true,
  }
);
