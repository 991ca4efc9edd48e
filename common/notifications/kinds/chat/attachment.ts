import type { ComposedMessage } from '../../compose/composed';
import type { Block, Inline } from '../slack_mrkdwn';
import type { ChatLook } from './chat_look';
import { isWebUrl } from './markup';
import type { Markup } from './markup';
import { joinLines, webLinks, writeCardText } from './write_chat';

/** The card of Slack, and of all that speak like it: Mattermost, Rocket.Chat. */
export interface Attachment {
  fallback: string;
  color: string;
  title: string;
  title_link?: string;
  text: string;
  fields: ReadonlyArray<{ title: string; value: string; short: boolean }>;
}

/** @param plain how a text is written where the receiver reads no mark-up: in titles */
export const attachmentOf = (
  composed: ComposedMessage,
  markup: Markup,
  plain: (text: string) => string
): Attachment => {
  const { title, color, fields } = composed;
  const links = webLinks(composed);
  const linkLine = links.map(({ text, url }) => markup.link(markup.plain(text), url)).join(' · ');
  return {
    fallback: plain(links.length > 0 ? `${title} | ${links[0].url}` : title),
    color,
    title: plain(title),
    ...(links.length > 0 ? { title_link: links[0].url } : {}),
    text: joinLines([writeCardText(composed, markup), linkLine], markup),
    fields: fields.map(({ name, value, short }) => ({
      title: plain(name),
      value: markup.plain(value),
      short,
    })),
  };
};

export interface AttachmentBody {
  text: string;
  username?: string;
  attachments?: readonly Attachment[];
}

interface Reader {
  blocks(text: string): Block[];
  line(text: string): Inline[];
  plain(text: string): string;
}

/** What people see of a body with such a card, or with a text alone. */
export const attachmentLook = (body: AttachmentBody, read: Reader): ChatLook => {
  const { text, attachments = [], username } = body;
  const author = username === undefined ? {} : { author: username };
  const [card] = attachments;
  if (!card) return { ...author, text: read.blocks(text.trimEnd()), fields: [], links: [] };
  const { title, title_link: url, color, fields } = card;
  return {
    ...author,
    ...(text.trim() === '' ? {} : { above: read.blocks(text) }),
    color,
    title: { text: read.plain(title), ...(url !== undefined && isWebUrl(url) ? { url } : {}) },
    text: read.blocks(card.text),
    fields: fields.map((field) => ({
      name: read.plain(field.title),
      value: read.line(field.value),
      short: field.short,
    })),
    links: [],
  };
};

/** The name of an emoji, or a picture. */
export const iconFields = (icon: string | undefined): object => {
  if (icon === undefined) return {};
  return /^https?:/i.test(icon) ? { icon_url: icon } : { icon_emoji: icon };
};
