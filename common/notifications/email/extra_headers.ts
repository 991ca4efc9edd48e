import { z } from 'zod';

/** A header of an author's own, as `Name: value`. */
export interface ExtraHeader {
  name: string;
  value: string;
}

/** They follow from the settings, or say how the mail is put together. */
const OURS = new Set([
  ...['from', 'sender', 'to', 'cc', 'bcc', 'reply-to', 'subject', 'date', 'message-id'],
  ...['in-reply-to', 'references', 'mime-version', 'received', 'return-path', 'dkim-signature'],
]);

const HEADER = /^([!-9;-~]{1,76}):[ \t]*([^\p{Cc}]{1,900})$/u;

const read = (text: string): ExtraHeader | undefined => {
  const found = HEADER.exec(text.trim());
  return found ? { name: found[1], value: found[2].trim() } : undefined;
};

const isOurs = (name: string): boolean =>
  OURS.has(name.toLowerCase()) || /^content-|^resent-/i.test(name);

export const extraHeaderSchema = z
  .string()
  .trim()
  .superRefine((text, context) => {
    const header = read(text);
    if (header && !isOurs(header.name)) return;
    const message = header
      ? `${header.name} is set by Watchkeeper.`
      : 'Write a header a line, as in List-Id: <ops.example.com>';
    context.addIssue({ code: 'custom', message });
  });

/** Those that are headers, and not ours. */
export const extraHeaders = (texts: readonly string[]): ExtraHeader[] =>
  texts.map(read).filter((one): one is ExtraHeader => one !== undefined && !isOurs(one.name));
