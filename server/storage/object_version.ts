import type { SavedObjectUnsanitizedDoc, SavedObjectsType } from 'opensearch-dashboards/server';

const partsOf = (version: string): number[] => version.split('.').map(Number);

const compare = (a: string, b: string): number => {
  const [left, right] = [partsOf(a), partsOf(b)];
  const differs = left.findIndex((part, i) => part !== (right[i] ?? 0));
  return differs === -1 ? 0 : left[differs] - (right[differs] ?? 0);
};

/**
 * The version that wrote an object, when that is newer than what this plugin knows: it may mean other things by the same
 * fields, so it is not read. The host's own clients refuse such an object in the same way.
 */
export const newerVersionOf = (
  migrationVersion: Readonly<Record<string, string>> | undefined,
  { name, migrations = {} }: Pick<SavedObjectsType, 'name' | 'migrations'>
): string | undefined => {
  const written = migrationVersion?.[name];
  if (written === undefined) return undefined;
  const known = Object.keys(migrations);
  return known.every((version) => compare(written, version) > 0) ? written : undefined;
};

const SILENT = { debug: () => undefined, info: () => undefined, warning: () => undefined };

/**
 * A document as the host will store it. One that does not say which migrations it has had is new, as clients of today
 * write it; one that comes from a file always says so, and an empty answer means none of them.
 */
export const migratedToToday = (
  doc: SavedObjectUnsanitizedDoc,
  migrationVersion: Readonly<Record<string, string>> | undefined,
  { name, migrations = {} }: Pick<SavedObjectsType, 'name' | 'migrations'>
): SavedObjectUnsanitizedDoc => {
  if (migrationVersion === undefined) return doc;
  const had = migrationVersion[name];
  return Object.entries(migrations)
    .filter(([version]) => had === undefined || compare(version, had) > 0)
    .sort(([a], [b]) => compare(a, b))
    .reduce((current, [, migrate]) => migrate(current, { log: SILENT }), doc);
};
