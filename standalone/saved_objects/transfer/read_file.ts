import { extname } from 'node:path';
import type { Readable } from 'node:stream';
import { badRequest } from '@hapi/boom';
import { z } from 'zod';
import { savedObjectsErrors } from '../errors';
import { MAX_OBJECTS } from './export_objects';
import type { FileObject, ImportError } from './import_types';
import { problemOf } from './import_types';
import { keyOf, repeatedKeys } from './keys';

/** A file of a form, as hapi hands it over. */
export type UploadedFile = Readable & { hapi: { filename: string } };

const objectSchema = z.looseObject({
  type: z.string(),
  id: z.string().min(1),
  attributes: z.looseObject({ title: z.string().optional() }),
  references: z
    .array(z.looseObject({ name: z.string(), type: z.string(), id: z.string() }))
    .optional(),
});

/**
 * The objects of an exported file.
 *
 * @throws a bad request when it is no such file, naming the line
 */
export async function readFile(file: UploadedFile): Promise<FileObject[]> {
  const extension = extname(file.hapi.filename).toLowerCase();
  if (extension !== '.ndjson') throw badRequest(`Invalid file extension ${extension}`);
  const chunks: Buffer[] = [];
  for await (const chunk of file) chunks.push(Buffer.from(chunk as Buffer));
  const lines = Buffer.concat(chunks).toString('utf8').split('\n');
  const objects = lines.flatMap((line, i) => readLine(line, i + 1));
  if (objects.length > MAX_OBJECTS) {
    throw badRequest(`Can't import more than ${MAX_OBJECTS} objects`);
  }
  const repeated = repeatedKeys(objects);
  if (repeated.length > 0) {
    throw savedObjectsErrors.createBadRequestError(
      `Non-unique import objects detected: [${repeated.join()}]`
    );
  }
  return objects;
}

function readLine(line: string, number: number): FileObject[] {
  if (line.trim() === '') return [];
  const value = parseLine(line, number);
  // The last line of an export, which counts the others.
  if (typeof value === 'object' && value !== null && 'exportedCount' in value) return [];
  const parsed = objectSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = issue?.path.join('.') || 'the line';
    throw badRequest(`Line ${number} is no saved object: ${place}: ${issue?.message}`);
  }
  // An object that does not say which migrations it has had gets them all.
  return [{ migrationVersion: {}, references: [], ...parsed.data } as FileObject];
}

function parseLine(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw badRequest(`Line ${number} is not JSON: ${(error as Error).message}`);
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Objects that belong to a data source carry its id before their own. */
const isOfDataSource = (id: string): boolean => {
  const parts = id.split('_');
  return parts.length === 2 && parts.every((part) => UUID.test(part));
};

/** Sorts out what this host does not know: other types, and objects of other data sources. */
export function supportedOnly(
  objects: readonly FileObject[],
  types: readonly string[]
): { supported: FileObject[]; errors: ImportError[] } {
  const isSupported = ({ type, id }: FileObject) => types.includes(type) && !isOfDataSource(id);
  return {
    supported: objects.filter(isSupported),
    errors: objects
      .filter((object) => !isSupported(object))
      .map((object) => problemOf(object, { type: 'unsupported_type' })),
  };
}

/** The objects that the keys name. */
export function namedOnly<T extends { type: string; id: string }>(
  objects: readonly T[],
  keys: ReadonlyArray<{ type: string; id: string }>
): T[] {
  const wanted = new Set(keys.map(keyOf));
  return objects.filter((object) => wanted.has(keyOf(object)));
}
