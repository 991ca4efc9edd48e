import { composeMessage } from '../../compose/compose_message';
import type { ComposedMessage } from '../../compose/composed';
import { cutTo } from '../cut';
import type { MessageContent } from '../message_content';
import type { WireBody } from '../kind';
import { parseInline, parseMrkdwn } from '../slack_mrkdwn';
import type { ChatLook } from './chat_look';
import { fitted } from './fit';
import { isWebUrl } from './markup';
import type { Markup } from './markup';
import { joinLines, webLinks, writeCardText } from './write_chat';

/** Longer texts are cut by Slack itself (https://api.slack.com/methods/chat.postMessage, "Truncating content"). */
const TEXT_LIMIT = 40_000;

/** https://docs.slack.dev/legacy/legacy-messaging/legacy-secondary-message-attachments */
export interface SlackAttachment {
  fallback: string;
  color: string;
  title: string;
  title_link?: string;
  text: string;
  fields: ReadonlyArray<{ title: string; value: string; short: boolean }>;
  mrkdwn_in: readonly string[];
}

export interface SlackFields {
  text: string;
  attachments?: readonly SlackAttachment[];
}

/** What Slack takes for its own (https://docs.slack.dev/messaging/formatting-message-text, "Escaping text"). */
const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

export const MRKDWN: Markup = {
  plain: escaped,
  bold: (written) => `*${written}*`,
  link: (written, url) => `<${escaped(url).replace(/\|/g, '%7C')}|${written.replace(/\|/g, '¦')}>`,
  newline: '\n',
};

const linkLine = (composed: ComposedMessage): string =>
  webLinks(composed)
    .map(({ text, url }) => MRKDWN.link(escaped(text), url))
    .join(' · ');

const attachmentOf = (composed: ComposedMessage): SlackAttachment => {
  const { title, color, fields } = composed;
  const [first] = webLinks(composed);
  return {
    fallback: escaped(first ? `${title} | ${first.url}` : title),
    color,
    title: escaped(title),
    ...(first ? { title_link: first.url } : {}),
    text: joinLines([writeCardText(composed, MRKDWN), linkLine(composed)], MRKDWN),
    fields: fields.map(({ name, value, short }) => ({
      title: escaped(name),
      value: escaped(value),
      short,
    })),
    mrkdwn_in: ['text'],
  };
};

/** The author's own text stands as it is, under its subject: whoever writes for Slack knows its mark-up. */
const ownMessage = (content: MessageContent, { title }: ComposedMessage) => {
  const { subject, message } = content;
  const whole =
    subject.trim() === '' ? message : `${content.facts ? title : subject}\n\n${message}`;
  const { text, notes } = cutTo(whole, TEXT_LIMIT);
  return { fields: { text }, notes };
};

/** A message as Slack takes it, whichever way it gets there. */
export const slackMessage = (content: MessageContent): { fields: SlackFields; notes: string[] } => {
  const composed = composeMessage(content);
  if (composed.ownText) return ownMessage(content, composed);
  const fits = ({ attachments }: SlackFields) => JSON.stringify(attachments).length <= TEXT_LIMIT;
  const { written, notes } = fitted(composed, `${TEXT_LIMIT} characters`, fits, (shorter) => ({
    text: '',
    attachments: [attachmentOf(shorter)],
  }));
  return { fields: written, notes };
};

const inAuthorsName = (username: unknown): { author?: string } =>
  typeof username === 'string' ? { author: username } : {};

const unescaped = (text: string): string =>
  text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

/** What people see of such a body. */
export const slackLook = ({ body = '{}' }: WireBody): ChatLook => {
  const {
    text,
    attachments = [],
    username,
  } = JSON.parse(body) as SlackFields & {
    username?: string;
  };
  const [card] = attachments;
  if (!card) {
    return { ...inAuthorsName(username), text: parseMrkdwn(text.trimEnd()), fields: [], links: [] };
  }
  const { title, title_link: url, color, fields } = card;
  return {
    ...inAuthorsName(username),
    ...(text.trim() === '' ? {} : { above: parseMrkdwn(text) }),
    color,
    title: { text: unescaped(title), ...(url !== undefined && isWebUrl(url) ? { url } : {}) },
    text: parseMrkdwn(card.text),
    fields: fields.map((field) => ({
      name: unescaped(field.title),
      value: parseInline(field.value),
      short: field.short,
    })),
    links: [],
  };
};
