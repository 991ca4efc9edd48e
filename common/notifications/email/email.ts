import { composeMessage } from '../compose/compose_message';
import type { ComposedMessage } from '../compose/composed';
import { cutToBytes, utf8Length } from '../kinds/cut';
import type { MessageContent } from '../kinds/message_content';
import { bodyView } from '../kinds/webhook_body';
import { renderTemplate } from '../templates/template';
import { defaultHtml } from './default_html';
import { extraHeaders } from './extra_headers';
import type { ExtraHeader } from './extra_headers';
import { mailboxOf } from './mailbox';
import type { Mailbox } from './mailbox';

export const THREADINGS = ['alert', 'daily', 'none'] as const;
export const EMAIL_FORMATS = ['html', 'text'] as const;

/** What a mail is made from, apart from the message. */
export interface EmailSettings {
  from: string;
  reply_to?: string;
  to: string[];
  cc?: string[];
  bcc?: string[];
  subject_prefix?: string;
  format: (typeof EMAIL_FORMATS)[number];
  /** Mustache of HTML over `bodyView`; without it there is ours. */
  template?: string;
  extra_headers?: string[];
  threading: (typeof THREADINGS)[number];
}

/** A mail, whole: what is shown before is what is sent. */
export interface Email extends EmailBody {
  from: Mailbox;
  replyTo?: Mailbox;
  to: Mailbox[];
  cc: Mailbox[];
  bcc: Mailbox[];
  /** One line. */
  subject: string;
  /** With angle brackets, as is the other one. */
  messageId: string;
  /** The thread that it belongs to. */
  thread?: string;
  headers: ExtraHeader[];
}

/** Far more than anybody reads, and less than what any server takes. */
const TEXT_LIMIT = 1_000_000;
/** RFC 5322 has 998 for a line, and mail programs show less. */
const SUBJECT_LIMIT = 250;
/** Gmail hides what goes beyond it. */
const SHOWN_HTML = 102 * 1024;

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

const subjectOf = (prefix: string, title: string): string => {
  const subject = oneLine(`${prefix} ${title}`);
  const characters = Array.from(subject);
  return characters.length <= SUBJECT_LIMIT
    ? subject
    : `${characters.slice(0, SUBJECT_LIMIT - 1).join('')}…`;
};

const domainOf = ({ address }: Mailbox): string => {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return /^[a-z0-9.-]+$/i.test(domain) ? domain : 'watchkeeper.invalid';
};

/** An id of ours as an identifier of mail. */
const identifier = (id: string, from: Mailbox): string =>
  `<${id.replace(/[^A-Za-z0-9._-]/g, '-')}@${domainOf(from)}>`;

/** The same for everything that is said of one thing, so that its end stands below its beginning. */
const threadOf = (
  { threading }: EmailSettings,
  { facts, created_at: at }: MessageContent,
  from: Mailbox
): string | undefined => {
  if (threading === 'none' || !facts || facts.event === 'test') return undefined;
  const day = threading === 'daily' && at !== undefined ? new Date(at).toISOString() : '';
  return identifier(`${facts.dedup_key}.thread${day.slice(0, 10)}`, from);
};

const headersOf = ({ extra_headers: own = [] }: EmailSettings): ExtraHeader[] => {
  const given = extraHeaders(own);
  const names = new Set(given.map(({ name }) => name.toLowerCase()));
  // No out-of-office notice comes back for it (RFC 3834).
  const ours = [{ name: 'Auto-Submitted', value: 'auto-generated' }];
  return [...ours.filter(({ name }) => !names.has(name.toLowerCase())), ...given];
};

const footerOf = ({ monitor_name: monitor }: MessageContent): string =>
  monitor ? `Sent by Watchkeeper, monitor ${oneLine(monitor)}` : 'Sent by Watchkeeper';

/** The author's text, too, says where to look. */
const textOf = ({ plain, ownText, links }: ComposedMessage): string => {
  const missing = ownText ? links.filter(({ url }) => !plain.includes(url)) : [];
  const below = missing.map(({ text, url }) => `${text}: ${url}`).join('\n');
  return below === '' ? plain : `${plain}\n\n${below}`;
};

const htmlOf = (
  { format, template = '' }: Pick<EmailSettings, 'format' | 'template'>,
  content: MessageContent,
  composed: ComposedMessage
): string | undefined => {
  if (format === 'text') return undefined;
  return template.trim() === ''
    ? defaultHtml(composed, footerOf(content))
    : renderTemplate(template, bodyView(content), { escape: 'html' });
};

const sizeNotes = (html: string | undefined): string[] =>
  html !== undefined && utf8Length(html) > SHOWN_HTML
    ? ['The mail is larger than 102 kB: Gmail shows its beginning only.']
    : [];

/** What a mail says, apart from its head. */
export interface EmailBody {
  text: string;
  html?: string;
  notes: string[];
}

/** @throws TemplateError */
export const emailBody = (
  settings: Pick<EmailSettings, 'format' | 'template'>,
  content: MessageContent
): EmailBody & { title: string } => {
  const { text: message, notes } = cutToBytes(content.message, TEXT_LIMIT);
  const cut = { ...content, message };
  const composed = composeMessage(cut);
  const html = htmlOf(settings, cut, composed);
  return {
    title: composed.title,
    text: textOf(composed),
    ...(html === undefined ? {} : { html }),
    notes: [...notes, ...sizeNotes(html)],
  };
};

/**
 * The mail that says this. Pure: the preview shows it, and the sender sends it.
 *
 * @throws TemplateError
 */
export const emailOf = (settings: EmailSettings, content: MessageContent): Email => {
  const { title, ...body } = emailBody(settings, content);
  const from = mailboxOf(settings.from);
  const thread = threadOf(settings, content, from);
  const { reply_to: replyTo, to, cc = [], bcc = [] } = settings;
  return {
    from,
    ...(replyTo === undefined ? {} : { replyTo: mailboxOf(replyTo) }),
    to: to.map(mailboxOf),
    cc: cc.map(mailboxOf),
    bcc: bcc.map(mailboxOf),
    subject: subjectOf(settings.subject_prefix ?? '', title),
    messageId: identifier(content.id, from),
    ...(thread === undefined ? {} : { thread }),
    headers: headersOf(settings),
    ...body,
  };
};
