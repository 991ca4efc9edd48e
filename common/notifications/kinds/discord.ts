import { phrase } from '../../phrase';
import { composeMessage } from '../compose/compose_message';
import type { ComposedMessage } from '../compose/composed';
import { fieldsOfAnswer } from './chat/answers';
import type { ChatLook } from './chat/chat_look';
import { fitted } from './chat/fit';
import { MARKDOWN, escapeMarkdown, linkTarget } from './chat/markup';
import { parseMarkdown, parseMarkdownLine, wordsOf } from './chat/read_markdown';
import { USERNAME_FIELD, optionalText, webhookUrlField } from './chat/shared_fields';
import { joinLines, webLinks, writeCardText } from './chat/write_chat';
import { cutTo } from './cut';
import { describeKind } from './describe_kind';
import { originOf, urlSchema } from './fields';
import type { Judgement } from './kind';

/** https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
const LIMITS = { title: 256, description: 4096, fields: 25, name: 256, value: 1024, all: 6000 };

interface Embed {
  title: string;
  url?: string;
  description: string;
  color: number;
  fields: Array<{ name: string; value: string; inline: boolean }>;
}

/** What was escaped is cut before that, so that no escape is cut in two. */
const escapedTo = (text: string, limit: number): string => {
  const written = escapeMarkdown(text);
  return written.length <= limit ? written : escapeMarkdown(cutTo(text, limit / 2).text);
};

const embedOf = (composed: ComposedMessage): Embed => {
  const { title, color, fields } = composed;
  const links = webLinks(composed);
  const linkLine = links
    .map(({ text, url }) => MARKDOWN.link(escapeMarkdown(text), url))
    .join(' · ');
  return {
    title: escapedTo(title, LIMITS.title),
    ...(links.length > 0 ? { url: linkTarget(links[0].url) } : {}),
    description: joinLines([writeCardText(composed, MARKDOWN), linkLine], MARKDOWN),
    color: parseInt(color.slice(1), 16),
    fields: fields.slice(0, LIMITS.fields).map(({ name, value, short }) => ({
      name: escapedTo(name, LIMITS.name),
      value: escapedTo(value, LIMITS.value),
      inline: short,
    })),
  };
};

const sizeOf = ({ title, description, fields }: Embed): number =>
  fields.reduce(
    (sum, { name, value }) => sum + name.length + value.length,
    title.length + description.length
  );

const fits = (embed: Embed): boolean =>
  embed.description.length <= LIMITS.description && sizeOf(embed) <= LIMITS.all;

interface Body {
  content: string;
  username?: string;
  embeds: [Embed];
}

const hexOf = (color: number): string => `#${color.toString(16).padStart(6, '0')}`;

const lookOf = ({ content, username, embeds: [embed] }: Body): ChatLook => ({
  ...(username === undefined ? {} : { author: username }),
  ...(content === '' ? {} : { above: parseMarkdown(content) }),
  color: hexOf(embed.color),
  title: {
    text: wordsOf(parseMarkdownLine(embed.title)),
    ...(embed.url === undefined ? {} : { url: embed.url }),
  },
  text: parseMarkdown(embed.description),
  fields: embed.fields.map(({ name, value, inline }) => ({
    name: wordsOf(parseMarkdownLine(name)),
    value: parseMarkdownLine(value),
    short: inline,
  })),
  links: [],
});

/** How long to wait stands in its answer, in seconds. */
const judge = (status: number, answer: string): Judgement | undefined => {
  const { retry_after: seconds } = fieldsOfAnswer(answer);
  return status === 429 && typeof seconds === 'number'
    ? { result: 'retry', retryAfter: Math.ceil(seconds * 1000) }
    : undefined;
};

/** Who may be called: only by what the destination says, never by a message. */
const callsOf = (mention: string | undefined): string[] =>
  mention === undefined ? [] : ['everyone', 'roles', 'users'];

/** https://docs.discord.com/developers/resources/webhook#execute-webhook */
export const discord = describeKind(
  'discord',
  {
    settings: { username: optionalText, avatar_url: urlSchema.optional(), mention: optionalText },
    secrets: { url: urlSchema },
  },
  {
    label: phrase('watchkeeper.destinations.discord.label', 'Discord'),
    description: phrase(
      'watchkeeper.destinations.discord.description',
      'Posts to a channel through a webhook.'
    ),
    icon: 'discuss',
    fields: [
      webhookUrlField(
        phrase(
          'watchkeeper.destinations.discord.urlHelp',
          'From Discord: the channel’s settings, “Integrations”, “Webhooks”, “Copy Webhook URL”. For a thread, add ?thread_id=… Stored encrypted and never shown again.'
        ),
        'https://discord.com/api/webhooks/…'
      ),
      {
        name: 'mention',
        control: { kind: 'text' },
        placeholder: '@here <@&123456789>',
        label: phrase('watchkeeper.destinations.discord.mentionLabel', 'Whom to mention'),
        help: phrase(
          'watchkeeper.destinations.discord.mentionHelp',
          'Stands above every message: @here, @everyone, <@user id> or <@&role id>. Empty: nobody.'
        ),
      },
      USERNAME_FIELD,
      {
        name: 'avatar_url',
        advanced: true,
        control: { kind: 'text' },
        placeholder: 'https://example.com/bell.png',
        label: phrase('watchkeeper.destinations.discord.avatarLabel', 'Picture of the sender'),
      },
    ],
    origin: (_settings, secrets) => secrets && originOf(secrets.url),
    render: ({ username, avatar_url, mention }, content) => {
      const composed = composeMessage(content);
      const { written, notes } = fitted(
        composed,
        embedOf,
        `${LIMITS.description} characters`,
        fits
      );
      const body = JSON.stringify({
        username,
        avatar_url,
        content: mention ?? '',
        embeds: [written],
        allowed_mentions: { parse: callsOf(mention) },
      });
      return { body, content_type: 'application/json', notes };
    },
    request: (_destination, { url }) => ({ url }),
    look: ({ body = '{}' }) => lookOf(JSON.parse(body) as Body),
    judge,
    rate: { messages: 5, per_seconds: 2 },
    digests: true,
  }
);
