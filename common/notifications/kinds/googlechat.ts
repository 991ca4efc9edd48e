import { phrase } from '../../phrase';
import { composeMessage } from '../compose/compose_message';
import type { ComposedMessage } from '../compose/composed';
import { textLook } from './chat/chat_look';
import type { ChatLook } from './chat/chat_look';
import { fitted } from './chat/fit';
import { escapeChatHtml } from '../escape_html';
import { INVISIBLE, linkTarget } from './chat/markup';
import type { Markup } from './chat/markup';
import { parseMarkdownLine } from './chat/read_markdown';
import { webhookUrlField } from './chat/shared_fields';
import { webLinks, writeCardText } from './chat/write_chat';
import { utf8Length } from './cut';
import { describeKind } from './describe_kind';
import { originOf, urlSchema } from './fields';
import { parseMrkdwn } from './slack_mrkdwn';

/** Of a whole message. */
const LIMIT = 32_000;

/** https://developers.google.com/workspace/chat/format-messages#card-formatting */
const MARKUP: Markup = {
  plain: escapeChatHtml,
  bold: (written) => `<b>${written}</b>`,
  link: (written, url) => `<a href="${escapeChatHtml(linkTarget(url))}">${written}</a>`,
  newline: '\n',
};

const widgetsOf = (composed: ComposedMessage): object[] => {
  const text = writeCardText(composed, MARKUP);
  const links = webLinks(composed);
  return [
    ...(text === '' ? [] : [{ textParagraph: { text } }]),
    ...composed.fields.map(({ name, value }) => ({
      decoratedText: { topLabel: name, text: escapeChatHtml(value), wrapText: true },
    })),
    ...(links.length === 0
      ? []
      : [
          {
            buttonList: {
              buttons: links.map((link) => ({
                text: link.text,
                onClick: { openLink: { url: linkTarget(link.url) } },
              })),
            },
          },
        ]),
  ];
};

/** The author's own text is in the chat's own mark-up, which cards do not read. */
const ownBody = ({ symbol, title, text }: ComposedMessage): object => ({
  text: `*${symbol} ${title.replace(/[*<]/g, `$&${INVISIBLE}`)}*\n\n${text}`,
});

const bodyOf = (composed: ComposedMessage): object => {
  if (composed.ownText) return ownBody(composed);
  const { symbol, title } = composed;
  const card = {
    header: { title: `${symbol} ${title}` },
    sections: [{ widgets: widgetsOf(composed) }],
  };
  return { cardsV2: [{ cardId: 'watchkeeper', card }] };
};

interface Widget {
  textParagraph?: { text: string };
  decoratedText?: { topLabel: string; text: string };
  buttonList?: { buttons: Array<{ text: string; onClick: { openLink: { url: string } } }> };
}

interface Body {
  text?: string;
  cardsV2?: [{ card: { header: { title: string }; sections: [{ widgets: Widget[] }] } }];
}

const lookOf = ({ text, cardsV2 }: Body): ChatLook => {
  if (!cardsV2) return textLook(parseMrkdwn(text ?? ''));
  const [{ card }] = cardsV2;
  const [{ widgets }] = card.sections;
  return {
    title: { text: card.header.title },
    text: widgets.flatMap(({ textParagraph: paragraph }) =>
      (paragraph?.text.split('\n') ?? []).map((line) => ({
        ...({ kind: 'line', content: parseMarkdownLine(line, 'html') } as const),
      }))
    ),
    fields: widgets.flatMap(({ decoratedText: field }) =>
      field
        ? [{ name: field.topLabel, value: parseMarkdownLine(field.text, 'html'), short: true }]
        : []
    ),
    links: widgets.flatMap(({ buttonList: list }) =>
      (list?.buttons ?? []).map((button) => ({
        text: button.text,
        url: button.onClick.openLink.url,
      }))
    ),
  };
};

/** https://developers.google.com/workspace/chat/quickstart/webhooks */
export const googlechat = describeKind(
  'googlechat',
  { settings: {}, secrets: { url: urlSchema } },
  {
    label: phrase('watchkeeper.destinations.googlechat.label', 'Google Chat'),
    description: phrase(
      'watchkeeper.destinations.googlechat.description',
      'Posts a card to a space through a webhook.'
    ),
    icon: 'discuss',
    fields: [
      webhookUrlField(
        phrase(
          'watchkeeper.destinations.googlechat.urlHelp',
          'From Google Chat: the space’s menu, “Apps & integrations”, “Webhooks”. Stored encrypted and never shown again.'
        ),
        'https://chat.googleapis.com/v1/spaces/…'
      ),
    ],
    origin: (_settings, secrets) => secrets && originOf(secrets.url),
    render: (_destination, content) => {
      const { written, notes } = fitted(
        composeMessage(content),
        (composed) => JSON.stringify(bodyOf(composed)),
        `${LIMIT} bytes`,
        (body) => utf8Length(body) <= LIMIT
      );
      return { body: written, content_type: 'application/json; charset=UTF-8', notes };
    },
    request: (_destination, { url }) => ({ url }),
    look: ({ body = '{}' }) => lookOf(JSON.parse(body) as Body),
    rate: { messages: 1, per_seconds: 1 },
    digests: true,
  }
);
