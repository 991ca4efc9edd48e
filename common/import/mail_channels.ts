import type { FieldProblem } from '../errors';
import { fieldsAt, isFields, textAt } from './plain';
import type { Fields } from './plain';
import type { Warnings } from './warning';

/**
 * E-mail channels name an account and groups that are documents of their own, in Notifications (`smtp_account`,
 * `ses_account`, `email_group`) as in Open Distro (`email_account`, `email_group`). Here a destination has it all.
 */

/** What an e-mail channel carries along once it has met those that it names. */
const JOINED = 'watchkeeper_joined';

interface Part {
  id: string;
  kind: 'account' | 'group';
  /** `smtp_account`, `ses_account` and so on. */
  type: string;
  name: string;
  fields: Fields;
}

const idOf = (document: Fields, inner: Fields): string =>
  textAt(document, 'config_id') ??
  textAt(document, '_id') ??
  textAt(document, 'id') ??
  textAt(inner, 'id') ??
  '';

const TYPES: Readonly<Record<string, Part['kind']>> = {
  smtp_account: 'account',
  ses_account: 'account',
  email_account: 'account',
  email_group: 'group',
};

/** An account or a group, as the APIs and their searches wrap it. */
export const mailPartOf = (document: unknown): Part | undefined => {
  if (!isFields(document)) return undefined;
  const config = fieldsAt(document, 'config') ?? fieldsAt(document, '_source') ?? document;
  const said = textAt(config, 'config_type');
  const type = said ?? Object.keys(TYPES).find((each) => fieldsAt(config, each) !== undefined);
  const kind = type === undefined ? undefined : TYPES[type];
  if (type === undefined || kind === undefined) return undefined;
  const fields = fieldsAt(config, type) ?? {};
  const name = textAt(config, 'name') ?? textAt(fields, 'name') ?? '';
  return { id: idOf(document, fields), kind, type, name, fields };
};

const textsAt = (value: unknown, name: string): string[] =>
  (Array.isArray(value) ? value : []).flatMap((each) => textAt(each, name) ?? []);

const idsOf = (email: Fields): { account: string; groups: string[] } => ({
  account: textAt(email, 'email_account_id') ?? '',
  groups: [
    ...(Array.isArray(email.email_group_id_list) ? email.email_group_id_list.map(String) : []),
    ...textsAt(email.recipients, 'email_group_id'),
  ],
});

const emailOf = (document: Fields): Fields | undefined => {
  const config = fieldsAt(document, 'config') ?? fieldsAt(document, '_source') ?? document;
  const inner = fieldsAt(config, 'destination') ?? config;
  const isEmail = (textAt(inner, 'config_type') ?? textAt(inner, 'type')) === 'email';
  return isEmail ? fieldsAt(inner, 'email') : undefined;
};

/** The documents, with the accounts and groups in those e-mail channels that name them. */
export const withMailParts = (documents: readonly unknown[]): unknown[] => {
  const parts = new Map<string, Part>(
    documents.flatMap((document) => {
      const part = mailPartOf(document);
      return part ? [[`${part.kind}:${part.id}`, part] as const] : [];
    })
  );
  return documents.map((document) => {
    const email = isFields(document) ? emailOf(document) : undefined;
    if (!isFields(document) || !email) return document;
    const { account, groups } = idsOf(email);
    const found = [`account:${account}`, ...groups.map((id) => `group:${id}`)].map((key) =>
      parts.get(key)
    );
    return { ...document, [JOINED]: found.filter((part) => part !== undefined) };
  });
};

const joinedTo = (document: unknown): Part[] => {
  const joined = isFields(document) ? document[JOINED] : undefined;
  return Array.isArray(joined) ? (joined as Part[]).filter((part) => isFields(part?.fields)) : [];
};

const addressesOf = ({ fields }: Part): string[] => [
  ...textsAt(fields.recipient_list, 'recipient'),
  ...textsAt(fields.emails, 'email'),
];

const SECURITIES: Readonly<Record<string, string>> = {
  none: 'none',
  ssl: 'tls',
  start_tls: 'starttls',
  starttls: 'starttls',
};

const serverOf = ({ type, name, fields }: Part, warnings: Warnings): Fields => {
  if (type === 'ses_account') {
    warnings.tell(
      'user',
      'It is sent by the SMTP interface of Amazon SES, which has credentials of its own: give its user and password.'
    );
    const region = textAt(fields, 'region') ?? 'us-east-1';
    return {
      host: `email-smtp.${region}.amazonaws.com`,
      ...{ port: 587, security: 'starttls', from: textAt(fields, 'from_address') },
    };
  }
  warnings.tell(
    'user',
    `User and password of ${name || 'the account'} stand in the keystore of the nodes there, where nobody can read them: give them here, unless the server takes mail without.`
  );
  return {
    host: textAt(fields, 'host'),
    port: Number(fields.port),
    security: SECURITIES[(textAt(fields, 'method') ?? 'none').toLowerCase()],
    from: textAt(fields, 'from_address') ?? textAt(fields, 'email'),
  };
};

const missing = (kind: string, id: string): FieldProblem => ({
  field: kind === 'account' ? 'host' : 'to',
  message:
    kind === 'account'
      ? `It sends by the account “${id}”, which is not among these documents. Paste its smtp_account, ses_account or email_account along with it.`
      : `It writes to the group “${id}”, which is not among these documents. Paste its email_group along with it.`,
});

/** What becomes of an e-mail channel; problems where it names what was not pasted. */
export const emailShape = (
  document: unknown,
  email: Fields,
  warnings: Warnings
): Fields | FieldProblem[] => {
  const parts = joinedTo(document);
  const { account: accountId, groups } = idsOf(email);
  const account = parts.find(({ kind, id }) => kind === 'account' && id === accountId);
  const found = groups.map((id) => parts.find((part) => part.kind === 'group' && part.id === id));
  const problems = [
    ...(account ? [] : [missing('account', accountId)]),
    ...groups.flatMap((id, i) => (found[i] ? [] : [missing('group', id)])),
  ];
  if (!account || problems.length > 0) return problems;
  const to = [
    ...textsAt(email.recipient_list, 'recipient'),
    ...textsAt(email.recipients, 'email'),
    ...found.flatMap((part) => (part ? addressesOf(part) : [])),
  ];
  const server = serverOf(account, warnings);
  return { type: 'email', ...server, to: [...new Set(to)], secrets: {} };
};

/** Why nothing is made of an account or a group by itself. */
export const partRefusal = ({ kind, type }: Part): FieldProblem => ({
  field: 'type',
  message:
    kind === 'account'
      ? `Nothing is made of an ${type} by itself: e-mail channels that send by it take it in when they come together.`
      : 'Nothing is made of a group by itself: e-mail channels that write to it take it in when they come together.',
});
