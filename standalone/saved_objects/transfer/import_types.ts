import type { SavedObject } from 'opensearch-dashboards/server';
import type { TypeRegistry } from '../type_registry';
import type { Key } from './keys';

/** An object of a file; the title is the only attribute that importing knows. */
export type FileObject = SavedObject<{ title?: string }>;

export type ImportProblem =
  | { type: 'conflict'; destinationId?: string }
  | { type: 'unsupported_type' }
  | { type: 'missing_references'; references: Key[] }
  | { type: 'unknown'; message: string; statusCode: number; error: string };

/** Why one object did not come in. */
export interface ImportError extends Key {
  title?: string;
  meta: { title?: string; icon?: string };
  overwrite?: true;
  error: ImportProblem;
}

export interface ImportSuccess extends Key {
  meta: { title?: string; icon?: string };
  overwrite?: true;
  /** The id here, where it is not that of the file. */
  destinationId?: string;
  createNewCopy?: true;
}

export interface ImportResponse {
  success: boolean;
  /** While there are errors that a user can resolve, nothing is written, and this is what would be. */
  successCount: number;
  successResults?: ImportSuccess[];
  errors?: ImportError[];
}

/** What is to be done with one object at the second attempt. */
export interface Retry extends Key {
  overwrite: boolean;
  destinationId?: string;
  replaceReferences: Array<{ type: string; from: string; to: string }>;
  createNewCopy?: boolean;
  ignoreMissingReferences?: boolean;
}

/** The id under which an object of the file is written, where it is another one. */
export interface NewId {
  id?: string;
  /** The object has nothing to do with that of the file any more. */
  omitOriginId?: boolean;
}

export function problemOf({ type, id, attributes }: FileObject, error: ImportProblem): ImportError {
  const { title } = attributes;
  return { type, id, title, meta: { title }, error };
}

export function iconOf(registry: TypeRegistry, type: string): string | undefined {
  return registry.getType(type)?.management?.icon;
}
