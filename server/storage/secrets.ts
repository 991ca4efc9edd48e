import { randomBytes } from 'node:crypto';
import { WatchkeeperError } from '../../common/errors';
import { aliasOf, indexFor } from '../cluster/own_indices';
import type { Cluster } from '../cluster/types';
import { NO_KEY, readKeys } from './keys';
import { createSecretBox } from './secret_box';
import type { Bound, Opened, Sealed } from './secret_box';

export type { Bound } from './secret_box';

/**
 * Secrets of destinations, sealed. A document is written once under a reference of its own and says the same ever after: the
 * destination's saved object names the reference, so that one compare-and-swap on the saved object changes visible
 * fields and secrets together, and a change that fails leaves the old secrets in force. Only the seal is renewed in its
 * place, when the key is rotated (`resealing.ts`).
 */
export interface SecretStore {
  /** False without a key: nothing can be saved. */
  readonly available: boolean;
  /** Why there is no usable key; undefined where there is one. */
  readonly problem?: string;
  /**
   * Stores them beside those in force. They count when the saved object names the reference.
   *
   * @throws WatchkeeperError `no_encryption_key`
   */
  add(bound: Bound, secrets: object): Promise<string>;
  read(bound: Bound, reference: string | undefined): Promise<UnsealedSecrets>;
  /** Whether there are any under the references, usable or not. Needs no key. In the order of what is asked. */
  has(wanted: ReadonlyArray<{ id: string; reference?: string }>): Promise<boolean[]>;
  /** `read` for many, in their order. */
  readAll(wanted: ReadonlyArray<Bound & { reference?: string }>): Promise<UnsealedSecrets[]>;
  /** Removes one that is in force no more, or never was. Others of the destination may be on their way in. */
  remove(destinationId: string, reference: string): Promise<void>;
  /** Removes all that a destination ever had, for when it is gone. */
  removeAll(destinationId: string): Promise<void>;
}

export type UnsealedSecrets =
  | { kind: 'open'; secrets: unknown }
  /** Why they cannot be used, as a sentence. Nothing is removed: with the right key they open again. */
  | { kind: 'missing' | 'unreadable'; reason: string };

/** As it is stored. */
export interface SecretDocument extends Sealed {
  destination_id: string;
  created_at: number;
}

const MISSING = 'Its secrets are not stored here. Give them again.';
const NOT_FOR_THIS =
  'The stored secrets were given for another destination or origin, or have been changed. Give them again.';

/** Under which the secrets of a reference are stored. */
export const secretIdOf = (destinationId: string, reference: string): string =>
  `${destinationId}:${reference}`;
export const secretPathOf = (id: string): string =>
  `/${indexFor('secrets')}/_doc/${encodeURIComponent(id)}`;

const unsealed = (opened: Opened): UnsealedSecrets => {
  if (opened.kind === 'open') return { kind: 'open', secrets: JSON.parse(opened.text) };
  const reason =
    opened.kind === 'unknown_key'
      ? `The stored secrets were sealed with another encryption key (${opened.key_id}). Bring that key back, as encryption_key or under previous_encryption_keys, or give the secrets again.`
      : NOT_FOR_THIS;
  return { kind: 'unreadable', reason };
};

interface Found {
  docs: Array<{ found?: boolean; _source?: SecretDocument; error?: { type?: string } }>;
}

/** A shard that does not answer is not a secret that is missing: somebody would be told to give it again. */
const refuseUnanswered = (found: Found['docs'][number]): void => {
  const type = found.error?.type;
  if (type === undefined || type === 'index_not_found_exception') return;
  throw new WatchkeeperError(
    'cluster_unreachable',
    `The secrets cannot be read from the cluster now (${type}).`
  );
};

/**
 * @param cluster As the service account.
 * @param configured The configuration's `encryption_key`.
 * @param previous Its `previous_encryption_keys`.
 */
export const createSecretStore = (
  cluster: Cluster,
  configured: string | undefined,
  now: () => number,
  previous: readonly string[] = []
): SecretStore => {
  const { current, previous: former, problem } = readKeys(configured, previous);
  const box = current ? createSecretBox([current, ...former]) : undefined;

  const openOne = (found: Found['docs'][number] | undefined, bound: Bound): UnsealedSecrets => {
    if (!found?.found || !found._source) return { kind: 'missing', reason: MISSING };
    if (!box) return { kind: 'unreadable', reason: problem ?? NO_KEY };
    return unsealed(box.open(found._source, bound));
  };

  const fetch = async (ids: string[]): Promise<Map<string, Found['docs'][number]>> => {
    if (ids.length === 0) return new Map();
    const { body } = await cluster.request<Found>({
      method: 'POST',
      path: `/${indexFor('secrets')}/_mget`,
      body: { ids },
    });
    body.docs.forEach(refuseUnanswered);
    return new Map(ids.map((id, position) => [id, body.docs[position]]));
  };

  const store: SecretStore = {
    available: box !== undefined,
    ...(problem === undefined ? {} : { problem }),

    async add(bound, secrets) {
      if (!box) throw new WatchkeeperError('no_encryption_key', problem ?? NO_KEY);
      const reference = randomBytes(12).toString('hex');
      const document: SecretDocument = {
        destination_id: bound.destination_id,
        created_at: now(),
        ...box.seal(JSON.stringify(secrets), bound),
      };
      await cluster.request({
        method: 'PUT',
        path: secretPathOf(secretIdOf(bound.destination_id, reference)),
        query: { op_type: 'create', refresh: true },
        body: document,
      });
      return reference;
    },

    async read(bound, reference) {
      const [secrets] = await store.readAll([{ ...bound, reference }]);
      return secrets;
    },

    async has(wanted) {
      const ids = wanted.flatMap(({ id, reference }) =>
        reference === undefined ? [] : [secretIdOf(id, reference)]
      );
      const found = await fetch([...new Set(ids)]);
      return wanted.map(
        ({ id, reference }) =>
          reference !== undefined && found.get(secretIdOf(id, reference))?.found === true
      );
    },

    async readAll(wanted) {
      const ids = wanted.flatMap(({ destination_id: id, reference }) =>
        reference === undefined ? [] : [secretIdOf(id, reference)]
      );
      const found = await fetch([...new Set(ids)]);
      return wanted.map((bound) =>
        openOne(
          bound.reference === undefined
            ? undefined
            : found.get(secretIdOf(bound.destination_id, bound.reference)),
          bound
        )
      );
    },

    async remove(destinationId, reference) {
      await cluster.request(
        { method: 'DELETE', path: secretPathOf(secretIdOf(destinationId, reference)) },
        { ignore: [404] }
      );
    },

    async removeAll(destinationId) {
      await cluster.request({
        method: 'POST',
        path: `/${aliasOf('secrets')}/_delete_by_query`,
        query: { conflicts: 'proceed', refresh: true },
        body: { query: { term: { destination_id: destinationId } } },
      });
    },
  };
  return store;
};
