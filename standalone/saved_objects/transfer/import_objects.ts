import { randomUUID } from 'node:crypto';
import type { SavedObjectsClientContract } from 'opensearch-dashboards/server';
import { savedObjectsErrors } from '../errors';
import type { TypeRegistry } from '../type_registry';
import type { Created } from './create_objects';
import { createObjects } from './create_objects';
import { checkConflicts, checkReferences } from './import_checks';
import type {
  FileObject,
  ImportError,
  ImportResponse,
  ImportSuccess,
  NewId,
  Retry,
} from './import_types';
import { iconOf } from './import_types';
import { keyOf, repeatedKeys } from './keys';
import { namedOnly, supportedOnly } from './read_file';

export interface ImportTools {
  /** Of the calling user, with the wrappers of the plugin around it. */
  client: SavedObjectsClientContract;
  registry: TypeRegistry;
}

const typesOf = (registry: TypeRegistry): string[] =>
  registry.getImportableAndExportableTypes().map(({ name }) => name);

/** New ids for all, so that nothing here is touched. */
function freshIds(objects: readonly FileObject[]): Map<string, NewId> {
  return new Map(
    objects.map((object) => [keyOf(object), { id: randomUUID(), omitOriginId: true }])
  );
}

/** Takes the objects of a file in, or says what is in their way. */
export async function importObjects(
  { client, registry }: ImportTools,
  objects: readonly FileObject[],
  { overwrite, createNewCopies }: { overwrite: boolean; createNewCopies: boolean }
): Promise<ImportResponse> {
  const { supported, errors: unsupported } = supportedOnly(objects, typesOf(registry));
  const dangling = await checkReferences(client, supported);
  const conflicts = createNewCopies
    ? { errors: [], overwrites: new Set<string>() }
    : await checkConflicts(client, supported, { overwriteAll: overwrite });
  const errors = [...unsupported, ...dangling, ...conflicts.errors];
  const newIds = createNewCopies ? freshIds(supported) : new Map<string, NewId>();
  const creation = { objects: supported, errors, newIds, overwrite };
  const { created, errors: failures } = await createObjects(client, creation);
  const isOverwrite = (key: string) => conflicts.overwrites.has(key);
  const tell = { registry, createNewCopies, isOverwrite };
  return respond(created, [...errors, ...failures], tell);
}

/** The second attempt, with the user's decision for each object that it names; the others stay out. */
export async function resolveImportErrors(
  { client, registry }: ImportTools,
  objects: readonly FileObject[],
  { retries, createNewCopies }: { retries: readonly Retry[]; createNewCopies: boolean }
): Promise<ImportResponse> {
  demandUnique(retries);
  const { supported, errors: unsupported } = supportedOnly(objects, typesOf(registry));
  const wanted = replaceReferences(namedOnly(supported, retries), retries);
  const dangling = await checkReferences(client, wanted, retries);
  const conflicts = await checkConflicts(client, wanted, { retries });
  const errors = [...unsupported, ...dangling, ...conflicts.errors];
  const newIds = new Map([
    ...(createNewCopies ? freshIds(wanted) : []),
    ...destinationsOf(retries, createNewCopies),
  ]);
  const overwritten = new Set(retries.filter(({ overwrite }) => overwrite).map(keyOf));
  const isOverwrite = (key: string) => overwritten.has(key);
  const create = (overwrite: boolean) => {
    const part = wanted.filter((object) => isOverwrite(keyOf(object)) === overwrite);
    return createObjects(client, { objects: part, errors, newIds, overwrite });
  };
  const over = await create(true);
  const beside = await create(false);
  const tell = { registry, createNewCopies, isOverwrite };
  const failures = [...over.errors, ...beside.errors];
  return respond([...over.created, ...beside.created], [...errors, ...failures], tell);
}

function demandUnique(retries: readonly Retry[]): void {
  const repeated = repeatedKeys(retries);
  if (repeated.length > 0) {
    throw savedObjectsErrors.createBadRequestError(
      `Non-unique retry objects: [${repeated.join()}]`
    );
  }
  const destinations = retries.flatMap(({ type, destinationId: id }) => (id ? [{ type, id }] : []));
  const shared = repeatedKeys(destinations);
  if (shared.length > 0) {
    throw savedObjectsErrors.createBadRequestError(
      `Non-unique retry destinations: [${shared.join()}]`
    );
  }
}

function replaceReferences(objects: FileObject[], retries: readonly Retry[]): FileObject[] {
  const replacements = new Map(retries.map((retry) => [keyOf(retry), retry.replaceReferences]));
  return objects.map((object) => ({
    ...object,
    references: object.references.map((reference) => {
      const replaced = replacements
        .get(keyOf(object))
        ?.find(({ type, from }) => type === reference.type && from === reference.id);
      return replaced === undefined ? reference : { ...reference, id: replaced.to };
    }),
  }));
}

function destinationsOf(
  retries: readonly Retry[],
  createNewCopies: boolean
): Array<[string, NewId]> {
  return retries.flatMap((retry): Array<[string, NewId]> => {
    const { id, destinationId, createNewCopy = false } = retry;
    if (destinationId === undefined || destinationId === id) return [];
    const omitOriginId = createNewCopies || createNewCopy;
    return [[keyOf(retry), { id: destinationId, omitOriginId }]];
  });
}

interface Telling {
  registry: TypeRegistry;
  createNewCopies: boolean;
  isOverwrite(key: string): boolean;
}

function respond(created: Created[], errors: ImportError[], tell: Telling): ImportResponse {
  const successResults = created.map((one) => successOf(one, tell));
  return {
    success: errors.length === 0,
    successCount: created.length,
    ...(successResults.length > 0 ? { successResults } : {}),
    ...(errors.length > 0 ? { errors: errors.map((error) => errorOf(error, tell)) } : {}),
  };
}

function successOf(
  { object, destinationId, originId }: Created,
  { registry, createNewCopies, isOverwrite }: Telling
): ImportSuccess {
  const { type, id, attributes } = object;
  const isCopy = destinationId !== undefined && originId === undefined && !createNewCopies;
  return {
    type,
    id,
    meta: { title: attributes.title, icon: iconOf(registry, type) },
    ...(isOverwrite(keyOf(object)) ? { overwrite: true as const } : {}),
    ...(destinationId === undefined ? {} : { destinationId }),
    ...(isCopy ? { createNewCopy: true as const } : {}),
  };
}

function errorOf(error: ImportError, { registry, isOverwrite }: Telling): ImportError {
  return {
    ...error,
    meta: { ...error.meta, icon: iconOf(registry, error.type) },
    ...(isOverwrite(keyOf(error)) ? { overwrite: true as const } : {}),
  };
}
