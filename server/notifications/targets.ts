import { isBoundRightly } from '../../common/notifications/kinds/destination_secrets';
import { messageOf } from '../../common/errors';
import type { DestinationRepository, StoredDestination } from '../storage/destination_repository';
import type { Bound, SecretStore, UnsealedSecrets } from '../storage/secrets';
import { openedSecrets } from './changes';
import type { Target, Targets } from './types';

/** What a destination's secrets are bound to. */
export const boundOf = ({
  id,
  destination,
}: Pick<StoredDestination, 'id' | 'destination'>): Bound => ({
  destination_id: id,
  kind: destination.type,
  origin: destination.origin,
});

const targetOf = ({ destination }: StoredDestination, unsealed: UnsealedSecrets): Target => {
  const unusable = (reason: string): Target => ({
    kind: 'unusable',
    reason: `"${destination.name}" cannot send. ${reason}`,
  });
  const secrets = openedSecrets(destination, unsealed);
  if (!secrets) {
    return unusable(
      unsealed.kind === 'open'
        ? 'The stored secrets are not complete. Give them again.'
        : unsealed.reason
    );
  }
  return isBoundRightly(destination, secrets)
    ? { kind: 'ready', destination, secrets }
    : unusable('The stored secrets were given for another address. Give them again.');
};

const statusOf = (error: unknown): number | undefined =>
  (error as { output?: { statusCode?: number } } | undefined)?.output?.statusCode;

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | undefined)?.code;

/** @param repository As the host's own user. */
export const createTargets = (repository: DestinationRepository, secrets: SecretStore): Targets => {
  const find = async (id: string): Promise<StoredDestination | string> => {
    try {
      return await repository.get(id);
    } catch (error) {
      if (statusOf(error) === 404) return 'The destination was deleted.';
      if (codeOf(error) === 'invalid_input') {
        return `The destination is not valid: ${messageOf(error)}`;
      }
      throw error;
    }
  };

  const resolve = async (id: string, seen?: string): Promise<Target> => {
    const found = await find(id);
    if (typeof found === 'string') return { kind: 'unusable', reason: found };
    const unsealed = await secrets.read(boundOf(found), found.secretReference);
    // Changed in between: the reference that we read is in force no more.
    if (unsealed.kind === 'missing' && found.secretReference !== seen) {
      return resolve(id, found.secretReference);
    }
    return targetOf(found, unsealed);
  };

  return { resolve: (id) => resolve(id) };
};
