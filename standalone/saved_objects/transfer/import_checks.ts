import type { SavedObjectsClientContract } from 'opensearch-dashboards/server';
import type { FileObject, ImportError, Retry } from './import_types';
import { problemOf } from './import_types';
import type { Key } from './keys';
import { keyOf } from './keys';

/** Only references to these are checked; others may dangle, and whoever reads the object says so. */
const CHECKED_TYPES = ['index-pattern', 'search'];

/** Objects that refer to an index pattern or a search that is neither here nor in the file. */
export async function checkReferences(
  client: SavedObjectsClientContract,
  objects: readonly FileObject[],
  retries: readonly Retry[] = []
): Promise<ImportError[]> {
  const ignored = new Set(
    retries.filter(({ ignoreMissingReferences }) => ignoreMissingReferences).map(keyOf)
  );
  const checked = objects.filter((object) => !ignored.has(keyOf(object)));
  const absent = await absentOf(client, checked, new Set(objects.map(keyOf)));
  return checked.flatMap((object) => {
    const references = checkedReferences(object).filter((key) => absent.has(keyOf(key)));
    return references.length === 0
      ? []
      : [problemOf(object, { type: 'missing_references', references })];
  });
}

function checkedReferences({ references }: FileObject): Key[] {
  return references
    .filter(({ type }) => CHECKED_TYPES.includes(type))
    .map(({ type, id }) => ({ type, id }));
}

async function absentOf(
  client: SavedObjectsClientContract,
  objects: readonly FileObject[],
  inFile: ReadonlySet<string>
): Promise<Set<string>> {
  const wanted = new Map(
    objects
      .flatMap(checkedReferences)
      .filter((key) => !inFile.has(keyOf(key)))
      .map((key) => [keyOf(key), key])
  );
  if (wanted.size === 0) return new Set();
  const { saved_objects } = await client.bulkGet([...wanted.values()]);
  return new Set(saved_objects.filter(({ error }) => error !== undefined).map(keyOf));
}

export interface Conflicts {
  errors: ImportError[];
  /** Keys of objects that are written over what is here. */
  overwrites: Set<string>;
}

/**
 * Objects whose id is taken. Types of one namespace or none can conflict by their id only; the host has no others.
 *
 * @param overwriteAll writes over whatever is here
 */
export async function checkConflicts(
  client: SavedObjectsClientContract,
  objects: readonly FileObject[],
  { overwriteAll = false, retries = [] }: { overwriteAll?: boolean; retries?: readonly Retry[] }
): Promise<Conflicts> {
  const retryOf = new Map(retries.map((retry) => [keyOf(retry), retry]));
  const targetOf = (object: FileObject): Key => {
    const id = retryOf.get(keyOf(object))?.destinationId ?? object.id;
    return { type: object.type, id };
  };
  const { errors: found } = await client.checkConflicts(objects.map(targetOf));
  const taken = new Map(found.map((item) => [keyOf(item), item.error]));
  const conflicts: Conflicts = { errors: [], overwrites: new Set() };
  for (const object of objects) {
    const error = taken.get(keyOf(targetOf(object)));
    if (error === undefined) continue;
    const { destinationId, overwrite = false } = retryOf.get(keyOf(object)) ?? {};
    if (error.statusCode !== 409) {
      conflicts.errors.push(problemOf(object, { ...error, type: 'unknown' }));
    } else if (overwriteAll || overwrite) {
      conflicts.overwrites.add(keyOf(object));
    } else {
      const target = destinationId === undefined ? {} : { destinationId };
      conflicts.errors.push(problemOf(object, { type: 'conflict', ...target }));
    }
  }
  return conflicts;
}
