import type {
  SavedObject,
  SavedObjectReference,
  SavedObjectsMigrationVersion,
  SavedObjectUnsanitizedDoc,
} from 'opensearch-dashboards/server';
import { encodeVersion } from './version';

/** A document of the index; its attributes stand under the name of its type. */
export interface RawSource extends Record<string, unknown> {
  type: string;
  references?: SavedObjectReference[];
  migrationVersion?: SavedObjectsMigrationVersion;
  updated_at?: string;
  originId?: string;
}

export interface RawDoc {
  _id: string;
  _source: RawSource;
  _seq_no?: number;
  _primary_term?: number;
}

/** An object on its way into the index or out of it. */
export interface StoredDoc<T = unknown> extends SavedObjectUnsanitizedDoc<T> {
  id: string;
  originId?: string;
}

export function rawId(type: string, id: string): string {
  return `${type}:${id}`;
}

/** The document of an object; only that of its attributes and references depends on the caller. */
export function toSource(doc: StoredDoc): RawSource {
  const { type, attributes, references = [], originId, migrationVersion, updated_at } = doc;
  return {
    [type]: attributes,
    type,
    references,
    ...(originId === undefined ? {} : { originId }),
    ...(migrationVersion === undefined ? {} : { migrationVersion }),
    ...(updated_at === undefined ? {} : { updated_at }),
  };
}

/** The object of a document, before its migrations. */
export function fromRaw<T>({ _id, _source }: RawDoc): StoredDoc<T> {
  const { type, references = [], migrationVersion, updated_at, originId } = _source;
  return {
    id: _id.slice(type.length + 1),
    type,
    attributes: (_source[type] ?? {}) as T,
    references,
    ...(originId === undefined ? {} : { originId }),
    ...(migrationVersion === undefined ? {} : { migrationVersion }),
    ...(updated_at === undefined ? {} : { updated_at }),
  };
}

/** The object as clients see it. */
export function toSavedObject<T>(
  doc: StoredDoc<T>,
  { _seq_no, _primary_term }: Pick<RawDoc, '_seq_no' | '_primary_term'>
): SavedObject<T> {
  const version =
    _seq_no === undefined || _primary_term === undefined
      ? {}
      : { version: encodeVersion(_seq_no, _primary_term) };
  return { ...doc, references: doc.references ?? [], ...version, namespaces: [] };
}
