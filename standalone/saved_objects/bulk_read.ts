import type {
  SavedObject,
  SavedObjectsBulkGetObject,
  SavedObjectsBulkResponse,
  SavedObjectsCheckConflictsObject,
  SavedObjectsCheckConflictsResponse,
} from 'opensearch-dashboards/server';
import { errorContent, savedObjectsErrors, unsupportedType } from './errors';
import { SAVED_OBJECTS_ALIAS } from './object_index';
import type { RawDoc } from './serializer';
import { rawId } from './serializer';
import type { Store } from './store';

interface Key {
  type: string;
  id: string;
}

/** The documents of the keys, `undefined` for each that is not there. In the order of the keys. */
export async function readAll(
  store: Store,
  keys: readonly Key[]
): Promise<Array<RawDoc | undefined>> {
  if (keys.length === 0) return [];
  const ids = keys.map(({ type, id }) => rawId(type, id));
  const { body } = await store.call<{ docs?: Array<RawDoc & { found?: boolean }> }>({
    method: 'POST',
    path: `/${SAVED_OBJECTS_ALIAS}/_mget`,
    body: { ids },
  });
  return keys.map((_key, index) => {
    const doc = body.docs?.[index];
    return doc?.found === true ? doc : undefined;
  });
}

/** Reads many objects; those that are missing or not allowed carry an `error`. */
export async function bulkGet<T>(
  store: Store,
  objects: SavedObjectsBulkGetObject[] = []
): Promise<SavedObjectsBulkResponse<T>> {
  const allowed = objects.filter(({ type }) => store.isAllowed(type));
  const docs = await readAll(store, allowed);
  const saved_objects = objects.map((object) => {
    const index = allowed.indexOf(object);
    if (index === -1) return failed<T>(object, unsupportedType(object.type));
    const doc = docs[index];
    return doc === undefined ? failed<T>(object, notFound(object)) : store.read<T>(doc);
  });
  return { saved_objects };
}

/** Names those of the objects that exist already. */
export async function checkConflicts(
  store: Store,
  objects: SavedObjectsCheckConflictsObject[] = []
): Promise<SavedObjectsCheckConflictsResponse> {
  const allowed = objects.filter(({ type }) => store.isAllowed(type));
  const docs = await readAll(store, allowed);
  const errors = objects.flatMap(({ type, id }) => {
    const index = allowed.findIndex((object) => object.type === type && object.id === id);
    if (index === -1) return [{ type, id, error: errorContent(unsupportedType(type)) }];
    if (docs[index] === undefined) return [];
    const conflict = savedObjectsErrors.createConflictError(type, id);
    return [{ type, id, error: errorContent(conflict) }];
  });
  return { errors };
}

/** An object of a bulk answer that could not be had. */
export function failed<T>({ type, id }: Key, error: Error): SavedObject<T> {
  return { id, type, attributes: {} as T, references: [], error: errorContent(error) };
}

function notFound({ type, id }: Key): Error {
  return savedObjectsErrors.createGenericNotFoundError(type, id);
}
