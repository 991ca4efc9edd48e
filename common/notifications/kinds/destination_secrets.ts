import { z } from 'zod';
import { invalidInput } from '../../errors';
import { parseInput } from '../../parse';
import { demandSameOrigin, mergeSecrets } from './merge_secrets';
import type { StoredSecrets } from './merge_secrets';
import { kindOf } from './registry';
import type { Destination, DestinationType, ParsedSave, ParsedUpdate, Secrets } from './registry';

/** Undefined when they are not the secrets of such a destination. */
export const readSecrets = (type: DestinationType, secrets: unknown): Secrets | undefined => {
  const result = kindOf(type).secrets.safeParse(secrets);
  return result.success ? (result.data as Secrets) : undefined;
};

/** Whether a destination sends without any secret: none is needed, and none was ever stored. */
export const needsNoSecrets = ({ type, secret_names: names, header_names: headers }: Destination) =>
  (names ?? []).length + (headers ?? []).length === 0 && readSecrets(type, {}) !== undefined;

export const hasAnySecret = (secrets: object): boolean =>
  Object.values(secrets).some(
    (value) => value !== undefined && (typeof value !== 'object' || Object.keys(value).length > 0)
  );

/** Where a form says what is wrong with its secrets as a whole. */
export const firstSecretField = (type: DestinationType): string =>
  kindOf(type).fields.find(({ name }) => name.startsWith('secrets.'))?.name ?? '';

const isOptional = (type: DestinationType, name: string): boolean => {
  const schema: unknown = kindOf(type).secrets.shape[name];
  return schema instanceof z.ZodOptional;
};

/** What is shown of secrets: where they go, and which there are. */
const derivedFrom = (form: ParsedSave | ParsedUpdate, secrets: Secrets): object => {
  const { headers, ...others } = secrets as Record<string, unknown>;
  const names = Object.keys(others).filter(
    (name) => others[name] !== undefined && isOptional(form.type, name)
  );
  return {
    origin: originBy(form, secrets) ?? '',
    ...(headers === undefined ? {} : { header_names: Object.keys(headers as object) }),
    ...(names.length === 0 ? {} : { secret_names: names }),
  };
};

const originBy = (
  form: ParsedSave | ParsedUpdate,
  secrets: Secrets | undefined
): string | undefined => kindOf(form.type).origin(visibleOf(form), secrets);

/** Whether a destination still points to where its secrets are bound to: raw writes can change the one field only. */
export const isBoundRightly = (destination: Destination, secrets: Secrets): boolean =>
  kindOf(destination.type).origin(destination, secrets) === destination.origin;

/** The visible destination that a form means, with all of its secrets at hand. */
export const describeDestination = (
  form: ParsedSave | ParsedUpdate,
  secrets: Secrets
): Destination =>
  kindOf(form.type).saved.parse({
    ...visibleOf(form),
    ...derivedFrom(form, secrets),
  }) as Destination;

const DERIVED = ['origin', 'header_names', 'secret_names'] as const;

/** The visible destination that a form means while the stored secrets stay as they are. */
export const redescribeDestination = (form: ParsedUpdate, stored: Destination): Destination => {
  const derived = DERIVED.filter((field) => stored[field] !== undefined).map((field) => [
    field,
    stored[field],
  ]);
  return kindOf(form.type).saved.parse({
    ...visibleOf(form),
    ...Object.fromEntries(derived),
  }) as Destination;
};

/** Whether an update touches what the secrets are bound to, or the secrets themselves. */
export const changesSecrets = (form: ParsedUpdate, stored: Destination): boolean =>
  form.secrets !== undefined || (originBy(form, undefined) ?? stored.origin) !== stored.origin;

const visibleOf = (form: ParsedSave | ParsedUpdate): Omit<Destination, 'origin'> =>
  Object.fromEntries(
    Object.entries(form).filter(([field]) => field !== 'secrets' && field !== 'version')
  ) as Omit<Destination, 'origin'>;

/**
 * The secrets after an update.
 *
 * @throws WatchkeeperError `invalid_input` at a secret that has to be given, or given again
 */
export const secretsAfter = (form: ParsedUpdate, stored: StoredSecrets): Secrets => {
  const given: Record<string, unknown> = form.secrets ?? {};
  const merged = mergeSecrets(given, stored);
  const missing = demandedSecrets(form.type).filter((name) => merged[name] === undefined);
  if (missing.length > 0) {
    const message = 'The stored value is missing: give it again.';
    throw invalidInput(missing.map((name) => ({ field: `secrets.${name}`, message })));
  }
  const secrets = parseInput(kindOf(form.type).secrets, merged) as Secrets;
  demandSameOrigin(given, stored, originBy(form, secrets) ?? stored.origin);
  return secrets;
};

/** The names of the secrets that such a destination cannot do without. */
export const demandedSecrets = (type: DestinationType): string[] =>
  Object.entries(kindOf(type).secrets.shape).flatMap(([name, schema]: [string, unknown]) =>
    schema instanceof z.ZodType && !schema.safeParse(undefined).success ? [name] : []
  );
