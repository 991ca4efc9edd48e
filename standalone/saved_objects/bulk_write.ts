import { randomUUID } from 'node:crypto';
import type {
  SavedObject,
  SavedObjectsBulkCreateObject,
  SavedObjectsBulkResponse,
  SavedObjectsBulkUpdateObject,
  SavedObjectsBulkUpdateOptions,
  SavedObjectsBulkUpdateResponse,
  SavedObjectsCreateOptions,
  MutatingOperationRefreshSetting,
} from 'opensearch-dashboards/server';
import { failed } from './bulk_read';
import { savedObjectsErrors, unsupportedType } from './errors';
import { SAVED_OBJECTS_ALIAS } from './object_index';
import { rawId, toSavedObject, toSource } from './serializer';
import type { Store } from './store';
import { decodeVersion } from './version';

interface ItemResult {
  status: number;
  _seq_no?: number;
  _primary_term?: number;
  error?: { type: string; reason: string };
}

/** One object of a bulk request: two lines to send, and what its result is turned into. */
interface Item<R> {
  lines: [action: object, body: object];
  finish(result: ItemResult): R;
}

/** Either lines to send or, when something is wrong already, the result. */
type Prepared<R> = Item<R> | { done: R };

/** Creates many objects; each that fails carries its `error`, the others are written. */
export async function bulkCreate<T>(
  store: Store,
  objects: Array<SavedObjectsBulkCreateObject<T>>,
  { overwrite = false, refresh = 'wait_for' }: SavedObjectsCreateOptions = {}
): Promise<SavedObjectsBulkResponse<T>> {
  const prepared = objects.map((object) => prepareCreate(store, object, overwrite));
  return { saved_objects: await sendBulk(store, prepared, refresh) };
}

function prepareCreate<T>(
  store: Store,
  object: SavedObjectsBulkCreateObject<T>,
  overwrite: boolean
): Prepared<SavedObject<T>> {
  const { type, attributes, references = [], originId, migrationVersion, version } = object;
  const key = { type, id: object.id ?? randomUUID() };
  if (!store.isAllowed(type)) return { done: failed(key, unsupportedType(type)) };
  const updated_at = new Date().toISOString();
  const draft = { ...key, attributes, references, originId, migrationVersion, updated_at };
  const doc = store.migrator.migrate(draft, true);
  const replace = object.id !== undefined && overwrite;
  const expected = replace && version !== undefined ? decodeVersion(version) : {};
  const action = { [replace ? 'index' : 'create']: { _id: rawId(type, key.id), ...expected } };
  return {
    lines: [action, toSource(doc)],
    finish: (result) =>
      result.error === undefined ? toSavedObject(doc, result) : failed(key, itemError(key, result)),
  };
}

/** Changes many objects; each that fails carries its `error`, the others are changed. */
export async function bulkUpdate<T>(
  store: Store,
  objects: Array<SavedObjectsBulkUpdateObject<T>>,
  { refresh = 'wait_for' }: SavedObjectsBulkUpdateOptions = {}
): Promise<SavedObjectsBulkUpdateResponse<T>> {
  const prepared = objects.map((object) => prepareUpdate(store, object));
  return { saved_objects: await sendBulk(store, prepared, refresh) };
}

function prepareUpdate<T>(
  store: Store,
  { type, id, attributes, references, version }: SavedObjectsBulkUpdateObject<T>
): Prepared<SavedObject<Partial<T>>> {
  const key = { type, id };
  if (!store.isAllowed(type)) return { done: failed(key, unsupportedType(type)) };
  const updated_at = new Date().toISOString();
  const doc = {
    [type]: attributes,
    updated_at,
    ...(references === undefined ? {} : { references }),
  };
  const expected = version === undefined ? {} : decodeVersion(version);
  return {
    lines: [{ update: { _id: rawId(type, id), ...expected } }, { doc }],
    finish: (result) =>
      result.error === undefined
        ? toSavedObject({ ...key, attributes, references, updated_at }, result)
        : failed(key, itemError(key, result)),
  };
}

async function sendBulk<R>(
  store: Store,
  prepared: Array<Prepared<R>>,
  refresh: MutatingOperationRefreshSetting
): Promise<R[]> {
  const lines = prepared.flatMap((item) => ('lines' in item ? item.lines : []));
  if (lines.length === 0) return prepared.flatMap((item) => ('done' in item ? [item.done] : []));
  const { body } = await store.call<{ items: Array<Record<string, ItemResult>> }>({
    method: 'POST',
    path: `/${SAVED_OBJECTS_ALIAS}/_bulk`,
    querystring: { refresh, require_alias: true },
    bulkBody: lines,
  });
  const results = body.items.map((item) => Object.values(item)[0]);
  return prepared.flatMap((item) => {
    if ('done' in item) return [item.done];
    const result = results.shift();
    return result === undefined ? [] : [item.finish(result)];
  });
}

function itemError({ type, id }: { type: string; id: string }, result: ItemResult): Error {
  if (result.status === 409) return savedObjectsErrors.createConflictError(type, id);
  if (result.status === 404) return savedObjectsErrors.createGenericNotFoundError(type, id);
  return savedObjectsErrors.createBadRequestError(result.error?.reason);
}
