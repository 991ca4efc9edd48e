import { WatchkeeperError, invalidInput } from '../../common/errors';
import type { Destination } from '../../common/notifications/destination';
import {
  describeDestination,
  mergeSecrets,
  problemsOfDestination,
  readSecrets,
  redescribeDestination,
} from '../../common/notifications/kinds/registry';
import type { ParsedSave, ParsedUpdate, Secrets } from '../../common/notifications/kinds/registry';
import type { StoredDestination } from '../storage/destination_repository';
import type { UnsealedSecrets } from '../storage/secrets';

/** A destination as a form wants it; `secrets` only where they are new. */
export interface Wanted {
  destination: Destination;
  secrets?: Secrets;
}

const demandSound = (destination: Destination): void => {
  const problems = problemsOfDestination(destination);
  if (problems.length > 0) throw invalidInput(problems);
};

/** @throws WatchkeeperError `invalid_input` */
export const wantedNew = (form: ParsedSave): Required<Wanted> => {
  const destination = describeDestination(form, form.secrets);
  demandSound(destination);
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
  const wanted = form.secrets ? withNewSecrets(form, form.secrets, unsealed) : keeping(form, old);
  demandSound(wanted.destination);
  return wanted;
};

const keeping = (form: ParsedUpdate, old: Destination): Wanted => ({
  destination: redescribeDestination(form, old),
});

const withNewSecrets = (
  form: ParsedUpdate,
  given: NonNullable<ParsedUpdate['secrets']>,
  unsealed: UnsealedSecrets
): Wanted => {
  const stored = unsealed.kind === 'open' ? readSecrets(form.type, unsealed.secrets) : undefined;
  const secrets = mergeSecrets(form.type, given, stored);
  return { destination: describeDestination(form, secrets), secrets };
};

/** @throws WatchkeeperError `invalid_input`, saying why the stored ones cannot be used */
export const usableSecrets = (
  { destination }: StoredDestination,
  unsealed: UnsealedSecrets
): Secrets => {
  const secrets =
    unsealed.kind === 'open' ? readSecrets(destination.type, unsealed.secrets) : undefined;
  if (secrets) return secrets;
  const message =
    unsealed.kind === 'open' ? 'The stored secrets are not complete.' : unsealed.reason;
  throw invalidInput([{ field: 'secrets.url', message }]);
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
