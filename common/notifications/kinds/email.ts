import { z } from 'zod';
import { phrase } from '../../phrase';
import { EMAIL_FORMATS, THREADINGS, emailBody } from '../email/email';
import { extraHeaderSchema } from '../email/extra_headers';
import { mailboxSchema } from '../email/mailbox';
import { parseTemplate } from '../templates/template';
import { describeKind } from './describe_kind';
import { EMAIL_FIELDS } from './email_fields';
import { TLS_SECRETS, TLS_SETTINGS } from './tls_settings';

export const EMAIL_SECURITIES = ['starttls', 'tls', 'none'] as const;
type Security = (typeof EMAIL_SECURITIES)[number];

const MOST_RECIPIENTS = 100;

const mailboxes = z
  .array(mailboxSchema)
  .max(MOST_RECIPIENTS, `At most ${MOST_RECIPIENTS} addresses.`);

const settings = {
  host: z
    .string({ error: 'The mail server is required.' })
    .trim()
    .min(1, 'The mail server is required.')
    .regex(/^[^\s/\\@?#%]+$/, 'Give the name or the address of the mail server alone.'),
  port: z
    .number({ error: 'The port is a number: 587, 465 or 25.' })
    .int('The port is a whole number.')
    .min(1, 'Ports begin at 1.')
    .max(65_535, 'Ports end at 65535.'),
  /** `starttls` is demanded, never just tried. */
  security: z.enum(EMAIL_SECURITIES).default('starttls'),
  /** Absent: the server takes mail without a login. */
  user: z.string().trim().min(1).optional(),
  from: mailboxSchema,
  reply_to: mailboxSchema.optional(),
  to: z.array(mailboxSchema, { error: 'Give at least one address.' }).min(1).max(MOST_RECIPIENTS),
  cc: mailboxes.optional(),
  bcc: mailboxes.optional(),
  subject_prefix: z
    .string()
    .max(100)
    .regex(/^[^\p{Cc}]*$/u, 'The prefix is one line.')
    .optional(),
  format: z.enum(EMAIL_FORMATS).default('html'),
  template: z.string().max(500_000).optional(),
  extra_headers: z.array(extraHeaderSchema).max(20).optional(),
  threading: z.enum(THREADINGS).default('alert'),
  ...TLS_SETTINGS,
};

const secrets = { password: z.string().optional(), ...TLS_SECRETS };

/** They say how the password travels, so it is bound to them as well. */
const SCHEMES: Readonly<Record<Security, string>> = {
  starttls: 'smtp+starttls',
  tls: 'smtps',
  none: 'smtp',
};

const originOf = ({ host, port, security }: { host: string; port: number; security: Security }) =>
  `${SCHEMES[security]}://${host.includes(':') ? `[${host}]` : host.toLowerCase()}:${port}`;

const templateProblems = (template: string | undefined) => {
  const parsed = parseTemplate(template ?? '');
  if (parsed.ok) return [];
  const { message, line, column } = parsed;
  return [{ field: 'template', message, line, column }];
};

const loginProblems = (user: string | undefined, password: string | undefined) =>
  user !== undefined && !password
    ? [{ field: 'secrets.password', message: 'Give the password that belongs to the user.' }]
    : [];

/** Mail by SMTP. It has a sender of its own. */
export const email = describeKind(
  'email',
  { settings, secrets },
  {
    label: phrase('watchkeeper.destinations.email.label', 'E-mail'),
    description: phrase(
      'watchkeeper.destinations.email.description',
      'Sends mail through an SMTP server, as HTML with a plain text beside it.'
    ),
    icon: 'email',
    fields: EMAIL_FIELDS,
    origin: originOf,
    summary: ({ to, cc = [], bcc = [] }) => {
      const others = to.length - 1 + cc.length + bcc.length;
      return others > 0 ? `${to[0]} +${others}` : to[0];
    },
    problems: ({ user, template }, given) => [
      ...templateProblems(template),
      ...(given ? loginProblems(user, given.password) : []),
    ],
    render: (destination, content) => {
      const { html, text, notes } = emailBody(destination, content);
      return html === undefined
        ? { body: text, content_type: 'text/plain; charset=utf-8', notes }
        : { body: html, content_type: 'text/html; charset=utf-8', notes };
    },
    digests: true,
  }
);
