import type {
  IClusterClient,
  ISavedObjectsRepository,
  Logger,
  OpenSearchClient,
  OpenSearchDashboardsRequest,
  SavedObjectsClientContract,
  SavedObjectsClientWrapperFactory,
  SavedObjectsServiceSetup,
  SavedObjectsServiceStart,
} from 'opensearch-dashboards/server';
import { SavedObjectsClient } from './client';
import { Migrator } from './migrator';
import { ObjectIndex } from './object_index';
import { createRepository } from './repository';
import { Store } from './store';
import { TypeRegistry } from './type_registry';

interface Wrapper {
  priority: number;
  id: string;
  factory: SavedObjectsClientWrapperFactory;
}

export interface SavedObjectsDeps {
  client: IClusterClient;
  log: Logger;
  /** Called each time that the index has become usable. */
  onReady(): void;
}

/** The host's saved objects: types and wrappers from the plugin, clients for it. */
export class SavedObjectsService {
  readonly registry = new TypeRegistry();
  private readonly wrappers: Wrapper[] = [];
  private readonly index: ObjectIndex;
  private readonly migrator: Migrator;
  private started = false;

  constructor(private readonly deps: SavedObjectsDeps) {
    const { client, log, onReady } = deps;
    this.index = new ObjectIndex(client.asInternalUser, this.registry, log, onReady);
    this.migrator = new Migrator(this.registry, log);
  }

  setup(): SavedObjectsServiceSetup {
    return {
      registerType: (type) => {
        if (this.started) throw new Error('Types can be registered in setup only.');
        this.registry.register(type);
      },
      addClientWrapper: (priority, id, factory) => {
        if (this.wrappers.some((wrapper) => wrapper.priority === priority)) {
          throw new Error(`${priority} is already taken by another client wrapper.`);
        }
        this.wrappers.push({ priority, id, factory });
      },
    };
  }

  start(): SavedObjectsServiceStart {
    this.started = true;
    return {
      getTypeRegistry: () => this.registry,
      createInternalRepository: (hidden) =>
        this.repository(this.deps.client.asInternalUser, hidden),
      createScopedRepository: (request, hidden) => this.scopedRepository(request, hidden),
      getScopedClient: (request, options) => this.scopedClient(request, options),
    };
  }

  /** Makes the index now instead of at the first use. */
  async prepare(): Promise<void> {
    this.index.forget();
    await this.index.ensure();
  }

  private repository(client: OpenSearchClient, hidden?: string[]): ISavedObjectsRepository {
    const allowed = this.registry.allowedTypes(hidden);
    return createRepository(new Store(client, this.index, this.migrator, allowed));
  }

  private scopedRepository(
    request: OpenSearchDashboardsRequest,
    hidden?: string[]
  ): ISavedObjectsRepository {
    return this.repository(this.deps.client.asScoped(request).asCurrentUser, hidden);
  }

  /** A client with its wrappers around it; the lowest priority is the outermost one. */
  scopedClient(
    request: OpenSearchDashboardsRequest,
    {
      includedHiddenTypes,
      excludedWrappers = [],
    }: { includedHiddenTypes?: string[]; excludedWrappers?: string[] } = {}
  ): SavedObjectsClientContract {
    const repository = this.scopedRepository(request, includedHiddenTypes);
    return this.wrappers
      .filter(({ id }) => !excludedWrappers.includes(id))
      .sort((a, b) => b.priority - a.priority)
      .reduce<SavedObjectsClientContract>(
        (client, { factory }) => factory({ client, typeRegistry: this.registry, request }),
        new SavedObjectsClient(repository)
      );
  }
}
