import * as boom from '@hapi/boom';
import type { SavedObject, SavedObjectsClientContract } from 'opensearch-dashboards/server';
import type { Key } from './keys';
import { keyOf } from './keys';
import { sortByReference } from './sort_by_reference';
import { stableJson } from './stable_json';

/** As in Dashboards (`savedObjects.maxImportExportSize`). */
export const MAX_OBJECTS = 10_000;

export interface ExportOptions {
  types?: string[];
  objects?: Key[];
  search?: string;
  includeReferencesDeep: boolean;
  excludeExportDetails: boolean;
}

/**
 * The objects as one JSON text a line, referenced ones first, and a last line that counts them.
 *
 * @throws a bad request, with what could not be had as `attributes.objects`
 */
export async function exportObjects(
  client: SavedObjectsClientContract,
  options: ExportOptions
): Promise<string> {
  const roots = await readRoots(client, options);
  const { found, missing } = options.includeReferencesDeep
    ? await withReferenced(client, roots)
    : { found: roots, missing: [] };
  const lines = sortByReference(found).map(({ namespaces: _namespaces, ...object }) => object);
  const details = {
    exportedCount: lines.length,
    missingRefCount: missing.length,
    missingReferences: missing,
  };
  const all: object[] = options.excludeExportDetails ? lines : [...lines, details];
  return all.map(stableJson).join('\n');
}

async function readRoots(
  client: SavedObjectsClientContract,
  { types = [], objects = [], search }: ExportOptions
): Promise<SavedObject[]> {
  if (types.length > 0 && objects.length > 0) {
    throw boom.badRequest(`Can't specify both "types" and "objects" properties when exporting`);
  }
  if (objects.length > 0) {
    if (search === undefined) return readNamed(client, objects);
    throw boom.badRequest(`Can't specify both "search" and "objects" properties when exporting`);
  }
  if (types.length === 0) throw boom.badRequest('Either `type` or `objects` are required.');
  return readTypes(client, types, search);
}

async function readNamed(
  client: SavedObjectsClientContract,
  objects: Key[]
): Promise<SavedObject[]> {
  if (objects.length > MAX_OBJECTS) throw tooMany();
  const { saved_objects } = await client.bulkGet(objects);
  const failed = saved_objects.filter(({ error }) => error !== undefined);
  if (failed.length === 0) return saved_objects;
  const error = boom.badRequest();
  Object.assign(error.output.payload, { attributes: { objects: failed } });
  throw error;
}

async function readTypes(
  client: SavedObjectsClientContract,
  type: string[],
  search: string | undefined
): Promise<SavedObject[]> {
  const { total, saved_objects } = await client.find({ type, search, perPage: MAX_OBJECTS });
  if (total > MAX_OBJECTS) throw tooMany();
  return saved_objects
    .map(({ score: _score, ...object }) => object)
    .sort((a, b) => (a.id > b.id ? 1 : -1));
}

function tooMany(): Error {
  return boom.badRequest(`Can't export more than ${MAX_OBJECTS} objects`);
}

/** Fetches what the objects refer to, and what that refers to. */
async function withReferenced(client: SavedObjectsClientContract, roots: SavedObject[]) {
  const known = new Map(roots.map((object) => [keyOf(object), object]));
  for (let wanted = unread(known); wanted.length > 0; wanted = unread(known)) {
    const { saved_objects } = await client.bulkGet(wanted);
    for (const object of saved_objects) known.set(keyOf(object), object);
  }
  const all = [...known.values()];
  return {
    found: all.filter(({ error }) => error === undefined),
    missing: all
      .filter(({ error }) => error !== undefined)
      .map(({ type, id }): Key => ({ type, id })),
  };
}

function unread(known: ReadonlyMap<string, SavedObject>): Key[] {
  const wanted = new Map<string, Key>();
  for (const { references = [] } of known.values()) {
    for (const { type, id } of references) {
      if (!known.has(keyOf({ type, id }))) wanted.set(keyOf({ type, id }), { type, id });
    }
  }
  return [...wanted.values()];
}
