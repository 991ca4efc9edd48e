import { phrase } from '../../phrase';
import type { FormField, FormValues } from './form_field';
import { tlsFields } from './tls_settings';

const speaksTls = ({ security }: FormValues): boolean => security !== 'none';
const isHtml = ({ format }: FormValues): boolean => format !== 'text';

const SERVER: readonly FormField[] = [
  {
    name: 'host',
    control: { kind: 'text' },
    placeholder: 'smtp.example.com',
    label: phrase('watchkeeper.destinations.email.hostLabel', 'Mail server'),
  },
  {
    name: 'port',
    control: { kind: 'number', min: 1, max: 65_535 },
    initial: 587,
    label: phrase('watchkeeper.destinations.email.portLabel', 'Port'),
    help: phrase(
      'watchkeeper.destinations.email.portHelp',
      'Usually 587 with STARTTLS, 465 with TLS from the start, 25 within a network.'
    ),
  },
  {
    name: 'security',
    control: {
      kind: 'choice',
      options: [
        {
          value: 'starttls',
          text: phrase('watchkeeper.destinations.email.starttlsOption', 'STARTTLS, required'),
        },
        {
          value: 'tls',
          text: phrase('watchkeeper.destinations.email.tlsOption', 'TLS from the start'),
        },
        {
          value: 'none',
          text: phrase('watchkeeper.destinations.email.noneOption', 'None: everybody can read it'),
        },
      ],
    },
    initial: 'starttls',
    label: phrase('watchkeeper.destinations.email.securityLabel', 'Encryption'),
  },
  {
    name: 'user',
    control: { kind: 'text' },
    label: phrase('watchkeeper.destinations.email.userLabel', 'User'),
    help: phrase(
      'watchkeeper.destinations.email.userHelp',
      'Empty where the server takes mail without a login.'
    ),
  },
  {
    name: 'secrets.password',
    control: { kind: 'secret' },
    when: ({ user }) => typeof user === 'string' && user.trim() !== '',
    label: phrase('watchkeeper.destinations.email.passwordLabel', 'Password'),
    help: phrase(
      'watchkeeper.destinations.email.passwordHelp',
      'Many providers, such as QQ, 163, Gmail and iCloud, want an authorisation code or app password here, not that of the mailbox.'
    ),
  },
];

const ADDRESSES: readonly FormField[] = [
  {
    name: 'from',
    control: { kind: 'text' },
    placeholder: 'Watchkeeper <alerts@example.com>',
    label: phrase('watchkeeper.destinations.email.fromLabel', 'From'),
  },
  {
    name: 'to',
    control: { kind: 'list' },
    placeholder: 'Jane Doe <jane@example.com>',
    label: phrase('watchkeeper.destinations.email.toLabel', 'To'),
    help: phrase('watchkeeper.destinations.email.toHelp', 'One address a line.'),
  },
  {
    name: 'cc',
    control: { kind: 'list' },
    advanced: true,
    label: phrase('watchkeeper.destinations.email.ccLabel', 'Copy to (Cc)'),
  },
  {
    name: 'bcc',
    control: { kind: 'list' },
    advanced: true,
    label: phrase('watchkeeper.destinations.email.bccLabel', 'Hidden copy to (Bcc)'),
  },
  {
    name: 'reply_to',
    control: { kind: 'text' },
    advanced: true,
    label: phrase('watchkeeper.destinations.email.replyToLabel', 'Reply to'),
  },
];

const LOOK: readonly FormField[] = [
  {
    name: 'format',
    control: {
      kind: 'choice',
      options: [
        {
          value: 'html',
          text: phrase('watchkeeper.destinations.email.htmlOption', 'HTML and plain text'),
        },
        {
          value: 'text',
          text: phrase('watchkeeper.destinations.email.textOption', 'Plain text only'),
        },
      ],
    },
    initial: 'html',
    label: phrase('watchkeeper.destinations.email.formatLabel', 'Format'),
  },
  {
    name: 'subject_prefix',
    control: { kind: 'text' },
    placeholder: '[ops]',
    advanced: true,
    label: phrase('watchkeeper.destinations.email.prefixLabel', 'Before each subject'),
  },
  {
    name: 'threading',
    control: {
      kind: 'choice',
      options: [
        {
          value: 'alert',
          text: phrase('watchkeeper.destinations.email.threadAlertOption', 'One for each alert'),
        },
        {
          value: 'daily',
          text: phrase(
            'watchkeeper.destinations.email.threadDailyOption',
            'One for each alert and day (UTC)'
          ),
        },
        {
          value: 'none',
          text: phrase('watchkeeper.destinations.email.threadNoneOption', 'None'),
        },
      ],
    },
    initial: 'alert',
    advanced: true,
    label: phrase('watchkeeper.destinations.email.threadingLabel', 'Threads'),
    help: phrase(
      'watchkeeper.destinations.email.threadingHelp',
      'In mail programs that show conversations, the end of an alert stands below its beginning.'
    ),
  },
  {
    name: 'template',
    control: {
      kind: 'template',
      language: 'html',
      empty: phrase(
        'watchkeeper.destinations.email.templatePlaceholder',
        'Empty: the look of Watchkeeper'
      ),
    },
    when: isHtml,
    advanced: true,
    label: phrase('watchkeeper.destinations.email.templateLabel', 'HTML of your own'),
  },
  {
    name: 'extra_headers',
    control: { kind: 'list' },
    placeholder: 'List-Id: <ops.example.com>',
    advanced: true,
    label: phrase('watchkeeper.destinations.email.headersLabel', 'More headers'),
    help: phrase(
      'watchkeeper.destinations.email.headersHelp',
      'One a line, such as List-Id: <ops.example.com> or X-Priority: 1. They are shown, so put nothing secret here.'
    ),
  },
];

export const EMAIL_FIELDS: readonly FormField[] = [
  ...SERVER,
  ...ADDRESSES,
  ...LOOK,
  ...tlsFields(speaksTls),
];
