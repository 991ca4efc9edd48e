import type { OpenSearchDashboardsRequest } from './http';
import type {
  SavedObjectReference,
  SavedObjectsMigrationVersion,
  SavedObject,
  ISavedObjectsRepository,
  SavedObjectsClientContract,
} from './saved_objects_client';

export interface SavedObjectsClientWrapperOptions {
  client: SavedObjectsClientContract;
  typeRegistry: ISavedObjectTypeRegistry;
  request: OpenSearchDashboardsRequest;
}

export type SavedObjectsClientWrapperFactory = (
  options: SavedObjectsClientWrapperOptions
) => SavedObjectsClientContract;

export interface SavedObjectMigrationContext {
  log: {
    debug(message: string): void;
    info(message: string): void;
    warning(message: string): void;
  };
}

/** A stored document as a migration sees it, without the saved-object index around it. */
export interface SavedObjectUnsanitizedDoc<T = unknown> {
  id?: string;
  type: string;
  attributes: T;
  references?: SavedObjectReference[];
  migrationVersion?: SavedObjectsMigrationVersion;
  updated_at?: string;
}

/** Plain and synchronous. The parameter's type is what the version before it wrote. */
export type SavedObjectMigrationFn<InputAttributes = unknown, MigratedAttributes = unknown> = (
  doc: SavedObjectUnsanitizedDoc<InputAttributes>,
  context: SavedObjectMigrationContext
) => SavedObjectUnsanitizedDoc<MigratedAttributes>;

export interface SavedObjectsFieldMapping {
  type?: string;
  index?: boolean;
  enabled?: boolean;
  dynamic?: false | 'strict';
  ignore_above?: number;
  doc_values?: boolean;
  fields?: Record<string, SavedObjectsFieldMapping>;
  properties?: Record<string, SavedObjectsFieldMapping>;
}

export interface SavedObjectsType {
  name: string;
  /** Hidden types are out of reach of clients that do not name them. */
  hidden: boolean;
  namespaceType: 'single' | 'multiple' | 'agnostic';
  mappings: { dynamic?: false | 'strict'; properties: Record<string, SavedObjectsFieldMapping> };
  /** By the semver that introduced the change. */
  migrations?: Record<string, SavedObjectMigrationFn>;
  management?: {
    importableAndExportable?: boolean;
    defaultSearchField?: string;
    /** Name of an EUI icon. */
    icon?: string;
    getTitle?(savedObject: SavedObject): string;
    getEditUrl?(savedObject: SavedObject): string;
    getInAppUrl?(savedObject: SavedObject): { path: string; uiCapabilitiesPath: string };
  };
}

/** A type of anybody's, of which only so much is known here. */
export type RegisteredType = Pick<SavedObjectsType, 'name' | 'hidden' | 'namespaceType'>;

export interface ISavedObjectTypeRegistry {
  getType(type: string): RegisteredType | undefined;
  getAllTypes(): RegisteredType[];
  getImportableAndExportableTypes(): RegisteredType[];
  isHidden(type: string): boolean;
  isImportableAndExportable(type: string): boolean;
}

export interface SavedObjectsServiceSetup {
  /** Only in `setup`. */
  registerType(type: SavedObjectsType): void;
  /**
   * The lowest priority is the outermost wrapper. Two wrappers with one priority stop the host: -3 to
   * 1, 3, 10, 11, 50 and `Number.MAX_VALUE` are taken in Dashboards. Wrappers are around scoped
   * clients (routes, import), not around internal repositories.
   */
  addClientWrapper(priority: number, id: string, factory: SavedObjectsClientWrapperFactory): void;
}

export interface SavedObjectsServiceStart {
  getScopedClient(
    request: OpenSearchDashboardsRequest,
    options?: { includedHiddenTypes?: string[]; excludedWrappers?: string[] }
  ): SavedObjectsClientContract;
  /** Acts as the host's own user. */
  createInternalRepository(includedHiddenTypes?: string[]): ISavedObjectsRepository;
  createScopedRepository(
    request: OpenSearchDashboardsRequest,
    includedHiddenTypes?: string[]
  ): ISavedObjectsRepository;
  getTypeRegistry(): ISavedObjectTypeRegistry;
}
