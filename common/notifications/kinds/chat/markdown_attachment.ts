import { composeMessage } from '../../compose/compose_message';
import type { WireBody } from '../kind';
import type { MessageContent } from '../message_content';
import { attachmentLook, attachmentOf } from './attachment';
import type { AttachmentBody } from './attachment';
import type { ChatLook } from './chat_look';
import { fitted } from './fit';
import { MARKDOWN, escapeMarkdown, withoutCalls } from './markup';
import type { Markup } from './markup';
import { parseMarkdown, parseMarkdownLine } from './read_markdown';

/** Mattermost and Rocket.Chat: an attachment in Markdown, where names after an `@` are called, too. */
const MARKUP: Markup = { ...MARKDOWN, plain: (text) => withoutCalls(escapeMarkdown(text)) };

/**
 * @param sender as whom and where it is posted, in the receiver's words
 * @param limit the most characters of its text
 */
export const attachmentBody = (
  sender: object,
  content: MessageContent,
  limit: number
): WireBody => {
  const { written, notes } = fitted(
    composeMessage(content),
    (composed) => attachmentOf(composed, MARKUP, withoutCalls),
    `${limit} characters`,
    ({ text }) => text.length <= limit
  );
  const body = JSON.stringify({ ...sender, text: '', attachments: [written] });
  return { body, content_type: 'application/json', notes };
};

export const attachmentBodyLook = ({ body = '{"text":""}' }: WireBody): ChatLook =>
  attachmentLook(JSON.parse(body) as AttachmentBody, {
    blocks: parseMarkdown,
    line: parseMarkdownLine,
    plain: (text) => text,
  });
