import { z } from 'zod';

/** An address of e-mail, with the name that readers see. */
export interface Mailbox {
  name: string;
  address: string;
}

/** RFC 5321, 4.5.3.1.3. */
const LONGEST_ADDRESS = 254;
const ADDRESS = /^[^\s<>()[\]\\,;:@"\p{Cc}]+@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u;
/** Line ends would begin another header. */
const CONTROLS = /[\p{Cc}\u2028\u2029]/u;
const IN_BRACKETS = /^(.*?)\s*<([^<>]*)>$/;

/** Without quotation marks around it; a comma needs them, since lists of addresses have commas. */
const nameOf = (text: string): string | undefined => {
  const quoted = /^"((?:[^"\\]|\\.)*)"$/.exec(text);
  if (quoted) return quoted[1].replace(/\\(.)/g, '$1');
  return /[",;<>@]/.test(text) ? undefined : text;
};

const isAddress = (text: string): boolean =>
  ADDRESS.test(text) && text.length <= LONGEST_ADDRESS && !text.includes('..');

/** `jane@example.com`, `Jane Doe <jane@example.com>`, `"Doe, Jane" <jane@example.com>`; undefined for anything else. */
export const parseMailbox = (written: string): Mailbox | undefined => {
  const text = written.trim();
  if (CONTROLS.test(text)) return undefined;
  const [, name = '', address = text] = IN_BRACKETS.exec(text) ?? [];
  const shown = nameOf(name.trim());
  return shown === undefined || !isAddress(address) ? undefined : { name: shown, address };
};

const problemOf = (text: string): string =>
  /[,;]\s*\S+@/.test(text) && parseMailbox(text) === undefined
    ? 'Give one address a line.'
    : 'This is not an address of e-mail: write jane@example.com, or Jane Doe <jane@example.com>.';

export const mailboxSchema = z
  .string({ error: 'An address is required.' })
  .trim()
  .superRefine((text, context) => {
    if (parseMailbox(text) !== undefined) return;
    context.addIssue({ code: 'custom', message: problemOf(text) });
  });

/** @throws Error where it did not pass `mailboxSchema` */
export const mailboxOf = (text: string): Mailbox => {
  const mailbox = parseMailbox(text);
  if (!mailbox) throw new Error('This is not an address of e-mail.');
  return mailbox;
};
