import { composeMessage } from '../../compose/compose_message';
import type { ComposedMessage } from '../../compose/composed';
import { cutTo } from '../cut';
import type { WireBody } from '../kind';
import type { MessageContent } from '../message_content';
import { parseInline, parseMrkdwn } from '../slack_mrkdwn';
import { attachmentLook, attachmentOf } from './attachment';
import type { Attachment, AttachmentBody } from './attachment';
import type { ChatLook } from './chat_look';
import { fitted } from './fit';
import type { Markup } from './markup';

/** Longer texts are cut by Slack itself (https://api.slack.com/methods/chat.postMessage, "Truncating content"). */
const TEXT_LIMIT = 40_000;

/** https://docs.slack.dev/legacy/legacy-messaging/legacy-secondary-message-attachments */
export interface SlackAttachment extends Attachment {
  mrkdwn_in: readonly string[];
}

export interface SlackFields {
  text: string;
  attachments?: readonly SlackAttachment[];
}

/** What Slack takes for its own (https://docs.slack.dev/messaging/formatting-message-text, "Escaping text"). */
const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const unescaped = (text: string): string =>
  text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

export const MRKDWN: Markup = {
  plain: escaped,
  bold: (written) => `*${written}*`,
  link: (written, url) => `<${escaped(url).replace(/\|/g, '%7C')}|${written.replace(/\|/g, '¦')}>`,
  newline: '\n',
};

const slackAttachment = (composed: ComposedMessage): SlackAttachment => ({
  ...attachmentOf(composed, MRKDWN, escaped),
  mrkdwn_in: ['text'],
});

/** The author's own text stands as it is, under its subject: whoever writes for Slack knows its mark-up. */
const ownMessage = (content: MessageContent, { title }: ComposedMessage) => {
  const { subject, message, facts } = content;
  const whole = subject.trim() === '' ? message : `${facts ? title : subject}\n\n${message}`;
  const { text, notes } = cutTo(whole, TEXT_LIMIT);
  return { fields: { text }, notes };
};

/** A message as Slack takes it, whichever way it gets there. */
export const slackMessage = (content: MessageContent): { fields: SlackFields; notes: string[] } => {
  const composed = composeMessage(content);
  if (composed.ownText) return ownMessage(content, composed);
  const fits = ({ attachments }: SlackFields) => JSON.stringify(attachments).length <= TEXT_LIMIT;
  const write = (shorter: ComposedMessage): SlackFields => ({
    ...{ text: '', attachments: [slackAttachment(shorter)] },
  });
  const { written, notes } = fitted(composed, write, `${TEXT_LIMIT} characters`, fits);
  return { fields: written, notes };
};

/** What people see of such a body. */
export const slackLook = ({ body = '{"text":""}' }: WireBody): ChatLook =>
  attachmentLook(JSON.parse(body) as AttachmentBody, {
    blocks: parseMrkdwn,
    line: parseInline,
    plain: unescaped,
  });
