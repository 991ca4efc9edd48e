import type { Logger, SavedObjectMigrationFn } from 'opensearch-dashboards/server';
import { savedObjectsErrors } from './errors';
import type { StoredDoc } from './serializer';
import type { TypeRegistry } from './type_registry';

/** Brings documents to the form of the registered types, when they are written and when they are read. */
export class Migrator {
  constructor(
    private readonly registry: TypeRegistry,
    private readonly log: Logger
  ) {}

  /**
   * Runs the migrations that the document has not had, oldest first. A document without a
   * `migrationVersion` is new (`isNew`) and has the latest form already, or is an old one.
   */
  migrate<T>(doc: StoredDoc<T>, isNew: boolean): StoredDoc<T> {
    const steps = this.stepsOf(doc.type);
    const latest = steps.at(-1)?.[0];
    if (latest === undefined) return doc;
    const known = doc.migrationVersion?.[doc.type];
    if (known !== undefined && compareVersions(known, latest) > 0) {
      throw savedObjectsErrors.createBadRequestError(
        `Document "${doc.id}" belongs to a more recent version (${known}) than this one knows (${latest}).`
      );
    }
    const due = isNew && doc.migrationVersion === undefined ? [] : steps.filter(isAfter(known));
    const migrated = due.reduce(
      (current, [version, step]) => this.run(current, version, step),
      doc
    );
    return { ...migrated, migrationVersion: { ...doc.migrationVersion, [doc.type]: latest } };
  }

  private run<T>(doc: StoredDoc<T>, version: string, step: SavedObjectMigrationFn): StoredDoc<T> {
    const { log } = this;
    const context = {
      log: {
        debug: (message: string) => log.debug(message),
        info: (message: string) => log.info(message),
        warning: (message: string) => log.warn(message),
      },
    };
    try {
      return step(structuredClone(doc), context) as StoredDoc<T>;
    } catch (error) {
      throw new Error(
        `Migration ${version} of ${doc.type} "${doc.id}" failed: ${(error as Error).message}`
      );
    }
  }

  private stepsOf(type: string): Array<[string, SavedObjectMigrationFn]> {
    const migrations = this.registry.getType(type)?.migrations ?? {};
    return Object.entries(migrations).sort(([a], [b]) => compareVersions(a, b));
  }
}

function isAfter(known: string | undefined) {
  return ([version]: [string, SavedObjectMigrationFn]) =>
    known === undefined || compareVersions(version, known) > 0;
}

/** Orders `1.10.0` after `1.9.0`. */
function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  const index = left.findIndex((part, i) => part !== right[i]);
  return index === -1 ? 0 : (left[index] ?? 0) - (right[index] ?? 0);
}
