import type { SavedObject, SavedObjectsClientContract } from 'opensearch-dashboards/server';
import type { FileObject, ImportError, ImportProblem, NewId } from './import_types';
import { problemOf } from './import_types';
import { keyOf } from './keys';

export interface Creation {
  objects: readonly FileObject[];
  /** What is wrong already; these objects are left out. */
  errors: readonly ImportError[];
  newIds: ReadonlyMap<string, NewId>;
  overwrite: boolean;
}

/** An object that was written, or would be. */
export interface Created {
  object: FileObject;
  destinationId?: string;
  originId?: string;
}

const RESOLVABLE = ['conflict', 'ambiguous_conflict', 'missing_references'];

/** Writes the objects, unless something is wrong that a user can resolve first: then it tells what it would write. */
export async function createObjects(
  client: SavedObjectsClientContract,
  { objects, errors, newIds, overwrite }: Creation
): Promise<{ created: Created[]; errors: ImportError[] }> {
  const wrong = new Set(errors.map(keyOf));
  const wanted = objects.filter((object) => !wrong.has(keyOf(object)));
  if (wanted.length === 0) return { created: [], errors: [] };
  const drafts = wanted.map((object) => draftOf(object, newIds));
  const isDryRun = errors.some(({ error }) => RESOLVABLE.includes(error.type));
  const results: SavedObject[] = isDryRun
    ? drafts
    : (await client.bulkCreate(drafts, { overwrite })).saved_objects;
  const created: Created[] = [];
  const failures: ImportError[] = [];
  results.forEach((result, i) => {
    const object = wanted[i] as FileObject;
    const destinationId = result.id === object.id ? undefined : result.id;
    const problem = problemIn(result, destinationId);
    if (problem === undefined) {
      created.push({ object, destinationId, originId: drafts[i]?.originId });
    } else {
      failures.push(problemOf(object, problem));
    }
  });
  return { created, errors: failures };
}

/** The object with its id, and those of what it refers to, as they will be here. */
function draftOf(
  { version: _version, ...object }: FileObject,
  newIds: Creation['newIds']
): FileObject {
  const references = object.references.map((reference) => ({
    ...reference,
    id: newIds.get(keyOf(reference))?.id ?? reference.id,
  }));
  const entry = newIds.get(keyOf(object));
  if (entry?.id === undefined) return { ...object, references };
  const originId = entry.omitOriginId ? undefined : (object.originId ?? object.id);
  return { ...object, id: entry.id, originId, references };
}

function problemIn({ error }: SavedObject, destinationId?: string): ImportProblem | undefined {
  if (error === undefined) return undefined;
  if (error.statusCode !== 409) return { ...error, type: 'unknown' };
  return { type: 'conflict', ...(destinationId === undefined ? {} : { destinationId }) };
}
