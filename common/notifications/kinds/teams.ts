import { phrase } from '../../phrase';
import { composeMessage } from '../compose/compose_message';
import type { ComposedMessage, Tone } from '../compose/composed';
import type { ChatLook } from './chat/chat_look';
import { fitted } from './chat/fit';
import { MARKDOWN, escapeMarkdown, linkTarget } from './chat/markup';
import type { Markup } from './chat/markup';
import { parseMarkdown, parseMarkdownLine, wordsOf } from './chat/read_markdown';
import { webhookUrlField } from './chat/shared_fields';
import { webLinks, writeAlerts, writeText } from './chat/write_chat';
import { utf8Length } from './cut';
import { describeKind } from './describe_kind';
import { originOf, urlSchema } from './fields';
import type { Judgement } from './kind';

/** 28 kB for the whole message. */
const LIMIT = 28 * 1024;

/** Its cards begin a line anew only after an empty one. */
const MARKUP: Markup = { ...MARKDOWN, newline: '\n\n' };

const STYLES: Readonly<Record<Tone, string>> = {
  critical: 'attention',
  warning: 'warning',
  info: 'accent',
  good: 'good',
  neutral: 'emphasis',
};

const COLORS: Readonly<Record<string, string>> = {
  attention: '#c4314b',
  warning: '#ffaa44',
  accent: '#6264a7',
  good: '#237b4b',
  emphasis: '#8a8886',
};

const textBlock = (text: string, more: object = {}): object => ({
  ...{ type: 'TextBlock', text, wrap: true },
  ...more,
});

const CARD_SCHEMA = 'http://adaptivecards.io/schemas/adaptive-card.json';

/** https://adaptivecards.io/explorer/AdaptiveCard.html */
const cardOf = (composed: ComposedMessage): object => {
  const { title, tone, symbol, fields, links } = composed;
  const text = writeText(composed, MARKUP);
  const heading = textBlock(`${symbol} ${escapeMarkdown(title)}`, {
    ...{ size: 'Large', weight: 'Bolder', style: 'heading' },
  });
  const shown = webLinks(composed);
  const facts = [
    ...fields.map(({ name, value }) => ({ title: name, value: escapeMarkdown(value) })),
    ...links
      .filter((link) => !shown.includes(link))
      .map(({ text: name, url }) => ({ title: name, value: escapeMarkdown(url) })),
  ];
  return {
    $schema: CARD_SCHEMA,
    type: 'AdaptiveCard',
    version: '1.4',
    body: [
      { type: 'Container', style: STYLES[tone], bleed: true, items: [heading] },
      ...(text === '' ? [] : [textBlock(text)]),
      ...writeAlerts(composed, MARKUP).map((line) => textBlock(line, { spacing: 'Small' })),
      ...(facts.length === 0 ? [] : [{ type: 'FactSet', facts }]),
    ],
    actions: shown.map((link) => ({
      ...{ type: 'Action.OpenUrl', title: link.text, url: linkTarget(link.url) },
    })),
    msteams: { width: 'Full' },
  };
};

const bodyOf = (composed: ComposedMessage): string =>
  JSON.stringify({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: cardOf(composed),
      },
    ],
  });

interface Item {
  type: string;
  text?: string;
  style?: string;
  items?: Array<{ text: string }>;
  facts?: Array<{ title: string; value: string }>;
}

interface Body {
  attachments: [{ content: { body: Item[]; actions: Array<{ title: string; url: string }> } }];
}

const lookOf = ({ attachments: [{ content }] }: Body): ChatLook => {
  const [head] = content.body;
  return {
    color: COLORS[head.style ?? ''],
    title: { text: wordsOf(parseMarkdownLine(head.items?.[0]?.text ?? '')) },
    text: content.body.flatMap(({ text }) => (text === undefined ? [] : parseMarkdown(text))),
    fields: content.body.flatMap(({ facts = [] }) =>
      facts.map(({ title, value }) => ({
        ...{ name: title, value: parseMarkdownLine(value), short: true },
      }))
    ),
    links: content.actions.map(({ title, url }) => ({ text: title, url })),
  };
};

/** The older connectors say with status 200 that Teams refused. */
const judge = (status: number, answer: string): Judgement | undefined => {
  const [, inner] = /HTTP error (\d{3})/i.exec(answer) ?? [];
  if (status !== 200 || inner === undefined) return undefined;
  const reason = `Teams refused it (${inner}).`;
  return inner === '429' || inner.startsWith('5')
    ? { result: 'retry', reason }
    : { result: 'parked', reason };
};

/** https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook */
export const teams = describeKind(
  'teams',
  { settings: {}, secrets: { url: urlSchema } },
  {
    label: phrase('watchkeeper.destinations.teams.label', 'Microsoft Teams'),
    description: phrase(
      'watchkeeper.destinations.teams.description',
      'Posts a card to a channel or chat through a workflow.'
    ),
    icon: 'discuss',
    fields: [
      webhookUrlField(
        phrase(
          'watchkeeper.destinations.teams.urlHelp',
          'From Teams: the channel’s menu, “Workflows”, “Send webhook alerts to a channel”. Stored encrypted and never shown again.'
        ),
        'https://….environment.api.powerplatform.com/…'
      ),
    ],
    origin: (_settings, secrets) => secrets && originOf(secrets.url),
    render: (_destination, content) => {
      const { written, notes } = fitted(
        composeMessage(content),
        bodyOf,
        '28 kB',
        (body) => utf8Length(body) <= LIMIT
      );
      return { body: written, content_type: 'application/json', notes };
    },
    request: (_destination, { url }) => ({ url }),
    look: ({ body }) => lookOf(JSON.parse(body ?? '{}') as Body),
    judge,
    rate: { messages: 4, per_seconds: 1 },
    digests: true,
  }
);
