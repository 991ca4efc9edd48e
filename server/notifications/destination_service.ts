import { randomUUID } from 'node:crypto';
import type { Logger, SavedObjectsClientContract } from 'opensearch-dashboards/server';
import { WatchkeeperError, messageOf } from '../../common/errors';
import type { DestinationRecord, OpenIncidents } from '../../common/notifications/api';
import type { Page, PageQuery } from '../../common/page';
import { hasAnySecret } from '../../common/notifications/kinds/destination_secrets';
import { keepsOrder } from '../../common/notifications/kinds/registry';
import type { ParsedSave, ParsedUpdate } from '../../common/notifications/kinds/registry';
import { createDestinationRepository } from '../storage/destination_repository';
import type { StoredDestination } from '../storage/destination_repository';
import type { SecretStore } from '../storage/secrets';
import { demandCurrent, openedSecrets, usableSecrets, wantedNew, wantedUpdate } from './changes';
import type { Wanted } from './changes';
import { boundOf } from './targets';
import type { UsedBy } from './types';

export interface DestinationServiceDeps {
  /** As the service account. */
  secrets: SecretStore;
  usedBy: UsedBy;
  /** The same at this very moment, for a decision that hangs on it. */
  usedByNow: UsedBy;
  /** Incidents that stand open at a destination. */
  openIncidents(destinationId: string): Promise<number>;
  logger: Logger;
}

/** Destinations through the hands of a caller, whose saved-objects client goes with every call. */
export interface DestinationService {
  list(client: SavedObjectsClientContract, query: PageQuery): Promise<Page<DestinationRecord>>;
  get(client: SavedObjectsClientContract, id: string): Promise<DestinationRecord>;
  /** @param id where it must have a certain one, as what is imported from elsewhere */
  create(
    client: SavedObjectsClientContract,
    form: ParsedSave,
    id?: string
  ): Promise<DestinationRecord>;
  update(
    client: SavedObjectsClientContract,
    id: string,
    form: ParsedUpdate
  ): Promise<DestinationRecord>;
  /** Refused while monitors send to it, unless forced. */
  remove(client: SavedObjectsClientContract, id: string, force: boolean): Promise<void>;
  /** How many incidents would stay open there if it were deleted. */
  incidents(client: SavedObjectsClientContract, id: string): Promise<OpenIncidents>;
  /** What a test sends with: as stored, with the form's changes over it. */
  preview(
    client: SavedObjectsClientContract,
    id: string,
    changes: ParsedUpdate | undefined
  ): Promise<Required<Wanted>>;
}

/** The host's client said no, so nothing was written. Anything else may have been written all the same. */
const wasRefused = (error: unknown): boolean => {
  const status = (error as { output?: { statusCode?: number } } | undefined)?.output?.statusCode;
  return status !== undefined && status >= 400 && status < 500;
};

class Service implements DestinationService {
  constructor(private readonly deps: DestinationServiceDeps) {}

  async list(client: SavedObjectsClientContract, query: PageQuery) {
    const { total, items, invalid } = await createDestinationRepository(client).find(query);
    if (invalid.length > 0) {
      this.deps.logger.warn(
        `Destinations that are not valid, and not listed: ${invalid.join(', ')}`
      );
    }
    return { total, items: await this.recordsOf(items) };
  }

  async get(client: SavedObjectsClientContract, id: string) {
    return this.recordOf(await createDestinationRepository(client).get(id));
  }

  async create(client: SavedObjectsClientContract, form: ParsedSave, id: string = randomUUID()) {
    const wanted = wantedNew(form);
    return this.commit(id, wanted, undefined, (secretReference) =>
      createDestinationRepository(client).create(id, { ...wanted, secretReference })
    );
  }

  async update(client: SavedObjectsClientContract, id: string, form: ParsedUpdate) {
    const repository = createDestinationRepository(client);
    const stored = await repository.get(id);
    demandCurrent(form, stored);
    const wanted = wantedUpdate(form, stored, await this.unsealed(stored));
    return this.commit(id, wanted, stored.secretReference, (secretReference) =>
      repository.replace(id, form.version, { ...wanted, secretReference })
    );
  }

  async remove(client: SavedObjectsClientContract, id: string, force: boolean) {
    const repository = createDestinationRepository(client);
    const users = force ? [] : await this.deps.usedByNow(id);
    if (users.length > 0) {
      const names = users.map(({ name }) => `"${name}"`).join(', ');
      throw new WatchkeeperError(
        'conflict',
        `Monitors send to this destination: ${names}. Their messages would go nowhere.`,
        { id, used_by: users }
      );
    }
    await repository.remove(id);
    await this.tidy(() => this.deps.secrets.removeAll(id), id);
  }

  async incidents(client: SavedObjectsClientContract, id: string) {
    const { destination } = await createDestinationRepository(client).get(id);
    return { open: keepsOrder(destination.type) ? await this.deps.openIncidents(id) : 0 };
  }

  async preview(client: SavedObjectsClientContract, id: string, changes: ParsedUpdate | undefined) {
    const stored = await createDestinationRepository(client).get(id);
    const unsealed = await this.unsealed(stored);
    const { destination, secrets } = changes
      ? wantedUpdate(changes, stored, unsealed)
      : { destination: stored.destination, secrets: undefined };
    return { destination, secrets: secrets ?? usableSecrets(stored, unsealed) };
  }

  /**
   * New secrets first, beside the old ones; then the saved object, which names those in force; then the old ones go. At
   * no instant do visible fields meet secrets that were not meant for them.
   */
  private async commit(
    id: string,
    { destination, secrets }: Wanted,
    oldReference: string | undefined,
    write: (reference: string | undefined) => Promise<StoredDestination>
  ): Promise<DestinationRecord> {
    const store = this.deps.secrets;
    const added =
      secrets && hasAnySecret(secrets)
        ? await store.add(boundOf({ id, destination }), secrets)
        : undefined;
    // None at all are none of the old ones either.
    const kept = secrets === undefined ? oldReference : undefined;
    let stored: StoredDestination;
    try {
      stored = await write(added ?? kept);
    } catch (error) {
      // Where the answer was lost, the saved object may name them already.
      if (added !== undefined && wasRefused(error)) {
        await this.tidy(() => store.remove(id, added), id);
      }
      throw error;
    }
    if (secrets !== undefined && oldReference !== undefined) {
      await this.tidy(() => store.remove(id, oldReference), id);
    }
    return this.recordOf(stored);
  }

  /** What is left behind when this fails is sealed, and named by nobody. */
  private async tidy(remove: () => Promise<void>, id: string): Promise<void> {
    try {
      await remove();
    } catch (error) {
      this.deps.logger.warn(`Old secrets of destination ${id} are left: ${messageOf(error)}`);
    }
  }

  private unsealed(stored: StoredDestination) {
    return this.deps.secrets.read(boundOf(stored), stored.secretReference);
  }

  private async recordOf(stored: StoredDestination): Promise<DestinationRecord> {
    const [record] = await this.recordsOf([stored]);
    return record;
  }

  private async recordsOf(items: StoredDestination[]): Promise<DestinationRecord[]> {
    const wanted = items.map((item) => ({ ...boundOf(item), reference: item.secretReference }));
    const unsealed = await this.deps.secrets.readAll(wanted);
    const usedBy = await Promise.all(items.map(({ id }) => this.deps.usedBy(id)));
    return items.map(({ id, version, updatedAt, destination }, i) => ({
      id,
      version,
      updated_at: updatedAt,
      destination,
      has_secrets: openedSecrets(destination, unsealed[i]) !== undefined,
      used_by: usedBy[i],
    }));
  }
}

export const createDestinationService = (deps: DestinationServiceDeps): DestinationService =>
  new Service(deps);
