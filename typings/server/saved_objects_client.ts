export interface SavedObjectReference {
  name: string;
  type: string;
  id: string;
}

export interface SavedObjectError {
  error: string;
  message: string;
  statusCode: number;
  metadata?: Record<string, unknown>;
}

export type SavedObjectsMigrationVersion = Record<string, string>;

export interface SavedObject<T = unknown> {
  id: string;
  type: string;
  attributes: T;
  references: SavedObjectReference[];
  /** Opaque; changes with every write. */
  version?: string;
  /** ISO 8601. */
  updated_at?: string;
  migrationVersion?: SavedObjectsMigrationVersion;
  namespaces?: string[];
  originId?: string;
  workspaces?: string[];
  /** Set in bulk answers when this one object failed. */
  error?: SavedObjectError;
}

export interface SavedObjectsBaseOptions {
  namespace?: string;
  workspaces?: string[] | null;
}

export type MutatingOperationRefreshSetting = boolean | 'wait_for';

export interface SavedObjectsCreateOptions extends SavedObjectsBaseOptions {
  id?: string;
  overwrite?: boolean;
  /** With `overwrite`: the version that is overwritten; another one is a conflict. */
  version?: string;
  migrationVersion?: SavedObjectsMigrationVersion;
  references?: SavedObjectReference[];
  refresh?: MutatingOperationRefreshSetting;
  originId?: string;
  initialNamespaces?: string[];
}

export interface SavedObjectsBulkCreateObject<T = unknown> {
  id?: string;
  type: string;
  attributes: T;
  version?: string;
  references?: SavedObjectReference[];
  migrationVersion?: SavedObjectsMigrationVersion;
  originId?: string;
  initialNamespaces?: string[];
  workspaces?: string[];
}

export interface SavedObjectsUpdateOptions extends SavedObjectsBaseOptions {
  /** The version that the change is based on; another one is a conflict (409). */
  version?: string;
  references?: SavedObjectReference[];
  refresh?: MutatingOperationRefreshSetting;
}

export interface SavedObjectsBulkUpdateObject<T = unknown> {
  id: string;
  type: string;
  attributes: Partial<T>;
  version?: string;
  references?: SavedObjectReference[];
  namespace?: string;
}

export interface SavedObjectsBulkUpdateOptions extends SavedObjectsBaseOptions {
  refresh?: MutatingOperationRefreshSetting;
}

export interface SavedObjectsDeleteOptions extends SavedObjectsBaseOptions {
  refresh?: MutatingOperationRefreshSetting;
  force?: boolean;
}

export interface SavedObjectsFindOptions {
  type: string | string[];
  /** From 1. `page * perPage` ends at 10,000. */
  page?: number;
  /** 20 unless given. */
  perPage?: number;
  sortField?: string;
  sortOrder?: string;
  /** Attributes to return. */
  fields?: string[];
  /** In the simple query string syntax. */
  search?: string;
  /** Attribute names, without the type. */
  searchFields?: string[];
  hasReference?: { type: string; id: string };
  defaultSearchOperator?: 'AND' | 'OR';
  namespaces?: string[];
  preference?: string;
}

export interface SavedObjectsFindResult<T = unknown> extends SavedObject<T> {
  score: number;
}

export interface SavedObjectsFindResponse<T = unknown> {
  saved_objects: Array<SavedObjectsFindResult<T>>;
  total: number;
  per_page: number;
  page: number;
}

export interface SavedObjectsBulkGetObject {
  id: string;
  type: string;
  fields?: string[];
}

export interface SavedObjectsBulkResponse<T = unknown> {
  saved_objects: Array<SavedObject<T>>;
}

export interface SavedObjectsUpdateResponse<T = unknown> extends Omit<
  SavedObject<T>,
  'attributes' | 'references'
> {
  attributes: Partial<T>;
  references: SavedObjectReference[] | undefined;
}

export interface SavedObjectsBulkUpdateResponse<T = unknown> {
  saved_objects: Array<SavedObjectsUpdateResponse<T>>;
}

export interface SavedObjectsCheckConflictsObject {
  id: string;
  type: string;
}

export interface SavedObjectsCheckConflictsResponse {
  errors: Array<{ id: string; type: string; error: SavedObjectError }>;
}

/** An error of the saved-object client: a Boom with a code of its own. */
export interface SavedObjectsClientError extends Error {
  isBoom: boolean;
  output: { statusCode: number; payload: { statusCode: number; error: string; message: string } };
}

/** The `errors` of every client: makes the client's errors and tells them apart. */
export interface SavedObjectsErrorHelpers {
  isSavedObjectsClientError(error: unknown): boolean;
  isBadRequestError(error: Error): boolean;
  isNotAuthorizedError(error: Error): boolean;
  isForbiddenError(error: Error): boolean;
  isNotFoundError(error: Error): boolean;
  isConflictError(error: Error): boolean;
  createBadRequestError(reason?: string): SavedObjectsClientError;
  createGenericNotFoundError(type?: string | null, id?: string | null): SavedObjectsClientError;
  createConflictError(type: string, id: string): SavedObjectsClientError;
  decorateBadRequestError(error: Error, reason?: string): SavedObjectsClientError;
  decorateForbiddenError(error: Error, reason?: string): SavedObjectsClientError;
  decorateConflictError(error: Error, reason?: string): SavedObjectsClientError;
}

/** Writes wait for the next refresh (`wait_for`) unless told otherwise. */
export interface SavedObjectsRepositoryContract {
  create<T = unknown>(
    type: string,
    attributes: T,
    options?: SavedObjectsCreateOptions
  ): Promise<SavedObject<T>>;
  bulkCreate<T = unknown>(
    objects: Array<SavedObjectsBulkCreateObject<T>>,
    options?: SavedObjectsCreateOptions
  ): Promise<SavedObjectsBulkResponse<T>>;
  checkConflicts(
    objects?: SavedObjectsCheckConflictsObject[],
    options?: SavedObjectsBaseOptions
  ): Promise<SavedObjectsCheckConflictsResponse>;
  delete(type: string, id: string, options?: SavedObjectsDeleteOptions): Promise<unknown>;
  find<T = unknown>(options: SavedObjectsFindOptions): Promise<SavedObjectsFindResponse<T>>;
  bulkGet<T = unknown>(
    objects?: SavedObjectsBulkGetObject[],
    options?: SavedObjectsBaseOptions
  ): Promise<SavedObjectsBulkResponse<T>>;
  get<T = unknown>(
    type: string,
    id: string,
    options?: SavedObjectsBaseOptions
  ): Promise<SavedObject<T>>;
  update<T = unknown>(
    type: string,
    id: string,
    attributes: Partial<T>,
    options?: SavedObjectsUpdateOptions
  ): Promise<SavedObjectsUpdateResponse<T>>;
  bulkUpdate<T = unknown>(
    objects: Array<SavedObjectsBulkUpdateObject<T>>,
    options?: SavedObjectsBulkUpdateOptions
  ): Promise<SavedObjectsBulkUpdateResponse<T>>;
}

export type ISavedObjectsRepository = SavedObjectsRepositoryContract;

/**
 * What handlers get, and what a wrapper wraps. A wrapper must not spread the client, whose methods are
 * on its prototype; it hands on what it does not change, also members of other versions, with
 * `Object.assign(Object.create(client), { create, update })`.
 */
export interface SavedObjectsClientContract extends SavedObjectsRepositoryContract {
  errors: SavedObjectsErrorHelpers;
}
