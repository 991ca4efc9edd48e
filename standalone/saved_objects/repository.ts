import { randomUUID } from 'node:crypto';
import type {
  SavedObjectsCreateOptions,
  SavedObjectsDeleteOptions,
  SavedObjectsFindOptions,
  SavedObjectsFindResponse,
  ISavedObjectsRepository,
  SavedObject,
  SavedObjectsUpdateOptions,
  SavedObjectsUpdateResponse,
} from 'opensearch-dashboards/server';
import { bulkCreate, bulkUpdate } from './bulk_write';
import { bulkGet, checkConflicts } from './bulk_read';
import { savedObjectsErrors } from './errors';
import { findQuery } from './find_query';
import { SAVED_OBJECTS_ALIAS } from './object_index';
import type { RawDoc } from './serializer';
import { rawId, toSavedObject, toSource } from './serializer';
import type { Store } from './store';
import { decodeVersion, encodeVersion } from './version';

/** What the cluster answers to a write of one document. */
export interface WriteResult {
  _seq_no: number;
  _primary_term: number;
}

/** A repository over the store. Its methods can be taken off it: wrappers spread clients. */
export function createRepository(store: Store): ISavedObjectsRepository {
  return {
    create: (type, attributes, options) => create(store, type, attributes, options),
    get: (type, id) => get(store, type, id),
    find: (options) => find(store, options),
    update: (type, id, attributes, options) => update(store, type, id, attributes, options),
    delete: (type, id, options) => remove(store, type, id, options),
    bulkCreate: (objects, options) => bulkCreate(store, objects, options),
    bulkUpdate: (objects, options) => bulkUpdate(store, objects, options),
    bulkGet: (objects) => bulkGet(store, objects),
    checkConflicts: (objects) => checkConflicts(store, objects),
  };
}

/** Path of one document, with what every write is sent with. */
function documentRequest(type: string, id: string, endpoint = '_doc') {
  return { path: `/${SAVED_OBJECTS_ALIAS}/${endpoint}/${encodeURIComponent(rawId(type, id))}` };
}

async function create<T>(
  store: Store,
  type: string,
  attributes: T,
  options: SavedObjectsCreateOptions = {}
): Promise<SavedObject<T>> {
  store.assertAllowed(type);
  const { id, overwrite = false, refresh = 'wait_for', references = [], version } = options;
  const { originId, migrationVersion } = options;
  const updated_at = new Date().toISOString();
  const doc = store.migrator.migrate(
    {
      id: id ?? randomUUID(),
      type,
      attributes,
      references,
      originId,
      migrationVersion,
      updated_at,
    },
    true
  );
  const replace = id !== undefined && overwrite;
  const { status, body } = await store.call<WriteResult>({
    method: 'PUT',
    ...documentRequest(type, doc.id, replace ? '_doc' : '_create'),
    querystring: {
      refresh,
      require_alias: true,
      ...(replace && version !== undefined ? decodeVersion(version) : {}),
    },
    body: toSource(doc),
  });
  if (status === 409) throw savedObjectsErrors.createConflictError(type, doc.id);
  return toSavedObject(doc, body);
}

async function get<T>(store: Store, type: string, id: string): Promise<SavedObject<T>> {
  if (!store.isAllowed(type)) throw savedObjectsErrors.createGenericNotFoundError(type, id);
  const { body } = await store.call<RawDoc & { found?: boolean }>({
    method: 'GET',
    ...documentRequest(type, id),
  });
  if (body.found !== true) throw savedObjectsErrors.createGenericNotFoundError(type, id);
  return store.read(body);
}

async function find<T>(
  store: Store,
  options: SavedObjectsFindOptions
): Promise<SavedObjectsFindResponse<T>> {
  const wanted = [options.type ?? []].flat();
  if (wanted.length === 0) {
    throw savedObjectsErrors.createBadRequestError('options.type must be a string or an array');
  }
  const types = wanted.filter((type) => store.isAllowed(type));
  const { page, perPage, body: query } = findQuery(options, types);
  const empty = { page, per_page: perPage, total: 0, saved_objects: [] };
  if (types.length === 0) return empty;
  const { body, status } = await store.call<{
    hits: { total: { value: number }; hits: Array<RawDoc & { _score: number | null }> };
  }>({ method: 'POST', path: `/${SAVED_OBJECTS_ALIAS}/_search`, body: query });
  if (status === 404) return empty;
  const saved_objects = body.hits.hits.map((hit) => ({
    ...store.read<T>(hit),
    score: hit._score ?? 0,
  }));
  return { page, per_page: perPage, total: body.hits.total.value, saved_objects };
}

async function update<T>(
  store: Store,
  type: string,
  id: string,
  attributes: Partial<T>,
  { version, references, refresh = 'wait_for' }: SavedObjectsUpdateOptions = {}
): Promise<SavedObjectsUpdateResponse<T>> {
  if (!store.isAllowed(type)) throw savedObjectsErrors.createGenericNotFoundError(type, id);
  const updated_at = new Date().toISOString();
  const doc = {
    [type]: attributes,
    updated_at,
    ...(references === undefined ? {} : { references }),
  };
  const { status, body } = await store.call<WriteResult>({
    method: 'POST',
    ...documentRequest(type, id, '_update'),
    querystring: {
      refresh,
      require_alias: true,
      ...(version === undefined ? {} : decodeVersion(version)),
    },
    body: { doc },
  });
  if (status === 404) throw savedObjectsErrors.createGenericNotFoundError(type, id);
  if (status === 409) throw savedObjectsErrors.createConflictError(type, id);
  const newVersion = encodeVersion(body._seq_no, body._primary_term);
  return { id, type, updated_at, version: newVersion, namespaces: [], references, attributes };
}

async function remove(
  store: Store,
  type: string,
  id: string,
  { refresh = 'wait_for' }: SavedObjectsDeleteOptions = {}
): Promise<object> {
  if (!store.isAllowed(type)) throw savedObjectsErrors.createGenericNotFoundError(type, id);
  const { status } = await store.call({
    method: 'DELETE',
    ...documentRequest(type, id),
    querystring: { refresh },
  });
  if (status === 404) throw savedObjectsErrors.createGenericNotFoundError(type, id);
  return {};
}
