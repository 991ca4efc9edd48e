import type { SavedObjectsType } from 'opensearch-dashboards/server';
import { WatchkeeperError, invalidInput } from '../../../common/errors';
import type { Reference } from '../../../common/monitors/references';
import { destinationType, fromAttributes as readDestination } from '../destination_type';
import { fromAttributes as readMonitor, monitorType } from '../monitor_type';
import { migratedToToday, newerVersionOf } from '../object_version';
import { fromAttributes as readTemplate, templateType } from '../template_type';

/** An object on its way in. */
export interface Draft {
  type: string;
  attributes: unknown;
  references?: readonly Reference[];
  migrationVersion?: Readonly<Record<string, string>>;
}

interface Guarded {
  type: SavedObjectsType;
  /** What cannot be read is not written. */
  read(attributes: unknown, references: readonly Reference[]): unknown;
}

const GUARDED: Readonly<Record<string, Guarded>> = {
  [monitorType.name]: { type: monitorType, read: readMonitor },
  [destinationType.name]: { type: destinationType, read: readDestination },
  [templateType.name]: { type: templateType, read: readTemplate },
};

export const isGuarded = (type: string): boolean => Object.hasOwn(GUARDED, type);

/** In a saved object the name is the `title`. */
const asStored = (error: unknown): unknown => {
  if (!(error instanceof WatchkeeperError) || !error.details.problems) return error;
  return invalidInput(
    error.details.problems.map((problem) => ({
      ...problem,
      field: problem.field === 'name' ? 'title' : problem.field,
    }))
  );
};

/**
 * Reads the object as it will stand after its migrations.
 *
 * @throws WatchkeeperError `invalid_input`, naming the fields of the saved object
 */
export const validateObject = (draft: Draft): void => {
  const { type: name, attributes, references = [], migrationVersion } = draft;
  const guarded = isGuarded(name) ? GUARDED[name] : undefined;
  if (!guarded) return;
  const newer = newerVersionOf(migrationVersion, guarded.type);
  if (newer) {
    const message = `A newer Watchkeeper (${newer}) wrote it. Upgrade this one first.`;
    throw invalidInput([{ field: 'migrationVersion', message }]);
  }
  const doc = { type: name, attributes, references: [...references] };
  const today = migratedToToday(doc, migrationVersion, guarded.type);
  try {
    guarded.read(today.attributes, today.references ?? []);
  } catch (error) {
    throw asStored(error);
  }
};
