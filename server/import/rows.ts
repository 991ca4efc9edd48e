import type { ImportRow } from '../../common/import/api';
import { importDocument } from '../../common/import/documents';
import type { ImportedDocument } from '../../common/import/documents';
import { idOfOrigin, linksOf } from '../../common/import/origin';
import type { Hands } from './types';

const idPart = (id: string | undefined) => (id === undefined ? {} : { source_id: id });

const rowOf = (key: string, imported: ImportedDocument): ImportRow => {
  if (imported.kind === 'unknown') {
    const problems = [{ field: '', message: imported.problem }];
    return { key, kind: 'unknown', name: '', warnings: [], problems };
  }
  const { result } = imported;
  if ('problems' in result) {
    const { problems, name, source } = result;
    return { key, kind: imported.kind, name, ...idPart(source.id), warnings: [], problems };
  }
  if ('destination' in result) {
    const { destination, warnings, source } = result;
    const { name, type } = destination;
    const known = { ...idPart(source.id), destination_type: type, warnings, problems: [] };
    return { key, kind: 'destination', name, ...known };
  }
  const { monitor, warnings, source } = result;
  return {
    key,
    kind: 'monitor',
    name: monitor.name,
    ...idPart(source.id),
    monitor_type: monitor.monitor_type,
    enabled: source.enabled,
    destination_ids: linksOf(monitor).destinations,
    warnings,
    problems: [],
  };
};

/** Of an id there, the id here and the name that it has here. */
const existingOf = (
  { source_id: sourceId }: ImportRow,
  names: ReadonlyMap<string, string>
): Pick<ImportRow, 'existing'> => {
  const id = sourceId === undefined ? undefined : idOfOrigin(sourceId);
  const name = id === undefined ? undefined : names.get(id);
  return id === undefined || name === undefined ? {} : { existing: { id, name } };
};

/** What would become of documents, each under its key. */
export const rowsOf = async (
  documents: ReadonlyArray<{ key: string; document: unknown }>,
  hands: Hands,
  now: number
): Promise<ImportRow[]> => {
  const rows = documents.map(({ key, document }) => rowOf(key, importDocument(document, now)));
  const idsOf = (kind: ImportRow['kind']) =>
    rows.flatMap((row) =>
      row.kind === kind && row.source_id !== undefined ? [idOfOrigin(row.source_id)] : []
    );
  const [monitors, destinations] = await Promise.all([
    hands.monitors.names(idsOf('monitor')),
    hands.destinations.names(idsOf('destination')),
  ]);
  return rows.map((row) => ({
    ...row,
    ...existingOf(row, row.kind === 'destination' ? destinations : monitors),
  }));
};
