import { WatchkeeperError, invalidInput } from '../../common/errors';
import type { Destination } from '../../common/notifications/destination';
import {
  changesSecrets,
  firstSecretField,
  isBoundRightly,
  describeDestination,
  needsNoSecrets,
  readSecrets,
  redescribeDestination,
  secretsAfter,
} from '../../common/notifications/kinds/destination_secrets';
import { problemsOfDestination } from '../../common/notifications/kinds/registry';
import type { ParsedSave, ParsedUpdate, Secrets } from '../../common/notifications/kinds/registry';
import type { StoredDestination } from '../storage/destination_repository';
import type { UnsealedSecrets } from '../storage/secrets';
import { tlsProblems } from './tls_problems';

/** A destination as a form wants it; `secrets` only where they are new. */
export interface Wanted {
  destination: Destination;
  secrets?: Secrets;
}

const demandSound = (destination: Destination, secrets?: Secrets): void => {
  const problems = [
    ...problemsOfDestination(destination, secrets),
    ...tlsProblems(destination, secrets),
  ];
  if (problems.length > 0) throw invalidInput(problems);
};

/** @throws WatchkeeperError `invalid_input` */
export const wantedNew = (form: ParsedSave): Required<Wanted> => {
  const destination = describeDestination(form, form.secrets);
  demandSound(destination, form.secrets);
  return { destination, secrets: form.secrets };
};

/**
 * What a stored destination becomes.
 *
 * @param unsealed its stored secrets: those that the form keeps are taken from them
 * @throws WatchkeeperError `invalid_input`, at the secret that has to be given again where one is
 */
export const wantedUpdate = (
  form: ParsedUpdate,
  { destination: old }: StoredDestination,
  unsealed: UnsealedSecrets
): Wanted => {
  if (form.type !== old.type) {
    const message = `A destination keeps its type (${old.type}). Make a new one instead.`;
    throw invalidInput([{ field: 'type', message }]);
  }
  const wanted = changesSecrets(form, old)
    ? withNewSecrets(form, old, unsealed)
    : { destination: redescribeDestination(form, old) };
  demandSound(wanted.destination, wanted.secrets ?? openedSecrets(old, unsealed));
  return wanted;
};

const withNewSecrets = (
  form: ParsedUpdate,
  old: Destination,
  unsealed: UnsealedSecrets
): Wanted => {
  const stored = openedSecrets(old, unsealed);
  const secrets = secretsAfter(form, {
    origin: old.origin,
    ...(stored === undefined ? {} : { secrets: { ...stored } }),
  });
  return { destination: describeDestination(form, secrets), secrets };
};

/** Undefined where they cannot be used. A destination that needs none has none to open. */
export const openedSecrets = (
  destination: Destination,
  unsealed: UnsealedSecrets
): Secrets | undefined => {
  if (unsealed.kind === 'open') return readSecrets(destination.type, unsealed.secrets);
  return needsNoSecrets(destination) ? readSecrets(destination.type, {}) : undefined;
};

/** @throws WatchkeeperError `invalid_input`, saying why the stored ones cannot be used */
export const usableSecrets = (
  { destination }: StoredDestination,
  unsealed: UnsealedSecrets
): Secrets => {
  const secrets = openedSecrets(destination, unsealed);
  if (secrets && isBoundRightly(destination, secrets)) return secrets;
  const message =
    unsealed.kind === 'open' ? 'The stored secrets are not complete.' : unsealed.reason;
  throw invalidInput([{ field: firstSecretField(destination.type), message }]);
};

/** @throws WatchkeeperError `conflict` */
export const demandCurrent = (form: ParsedUpdate, stored: StoredDestination): void => {
  if (form.version === stored.version) return;
  throw new WatchkeeperError(
    'conflict',
    'Somebody else has saved this destination meanwhile. Nothing was overwritten: open it again to see what has changed.',
    { id: stored.id, version: stored.version }
  );
};
