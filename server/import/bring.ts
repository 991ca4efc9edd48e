import type { ExistingPolicy, ImportResult } from '../../common/import/api';
import type { DestinationImport } from '../../common/import/destinations';
import { importDocument } from '../../common/import/documents';
import type { ImportedDocument } from '../../common/import/documents';
import type { MonitorImport } from '../../common/import/open_distro';
import { idOfOrigin, linksOf, mapLinks, withOrigin } from '../../common/import/origin';
import { messageOf } from '../../common/errors';
import type { FieldProblem } from '../../common/errors';
import type { Monitor } from '../../common/monitors/monitor';
import { inTurn } from './in_turn';
import type { Hands } from './types';

/** Each save waits until searches see it; the cluster does not mind several. */
export const AT_ONCE = 10;

export interface KeyedDocument {
  key: string;
  document: unknown;
}

export interface BringOptions {
  existing: ExistingPolicy;
  /** Enable what was enabled where it comes from. */
  enable: boolean;
  /** Epoch milliseconds. */
  now: number;
}

const textOf = ({ field, message }: FieldProblem): string =>
  field === '' ? message : `${field}: ${message}`;

export const refusedRow = (
  { key }: KeyedDocument,
  kind: ImportResult['kind'],
  name: string,
  messages: string[]
): ImportResult => ({ key, kind, name, outcome: 'refused', messages });

/** One that was there keeps its id; any other has the id that follows from where it was brought from. */
const mapId =
  (known: ReadonlyMap<string, string>) =>
  (id: string): string =>
    known.has(id) ? id : idOfOrigin(id);

/** The monitor with links to what its destinations and delegates are called here, and what is missing of them. */
export const linkedHere = async (
  monitor: Monitor,
  hands: Hands
): Promise<{ monitor: Monitor; missing: string[] }> => {
  const { destinations, monitors } = linksOf(monitor);
  const withOwn = (ids: string[]) => [...ids, ...ids.map(idOfOrigin)];
  const [knownDestinations, knownMonitors] = await Promise.all([
    hands.destinations.names(withOwn(destinations)),
    hands.monitors.names(withOwn(monitors)),
  ]);
  const change = { destination: mapId(knownDestinations), monitor: mapId(knownMonitors) };
  const missing = [
    ...destinations
      .filter((id) => !knownDestinations.has(change.destination(id)))
      .map(
        (id) => `It sends to the destination ${id}, which is not here: nothing arrives until it is.`
      ),
    ...monitors
      .filter((id) => !knownMonitors.has(change.monitor(id)))
      .map((id) => `It rests on the monitor ${id}, which is not here.`),
  ];
  return { monitor: mapLinks(monitor, change), missing };
};

const bringDestination = async (
  document: KeyedDocument,
  result: DestinationImport,
  hands: Hands
): Promise<ImportResult> => {
  const kind = 'destination';
  const { key } = document;
  if ('problems' in result) {
    return refusedRow(document, kind, result.name, result.problems.map(textOf));
  }
  const { destination, source, warnings } = result;
  const { name } = destination;
  const id = source.id === undefined ? undefined : idOfOrigin(source.id);
  const known = id === undefined ? undefined : (await hands.destinations.names([id])).get(id);
  if (id !== undefined && known !== undefined) {
    const messages = ['It was brought here before, and stays as it is here.'];
    return { key, kind, name: known, outcome: 'kept', id, messages };
  }
  const created = await hands.destinations.create(id, destination);
  return { key, kind, name, outcome: 'created', id: created, messages: warnings.map(textOf) };
};

export interface BroughtMonitor {
  row: ImportResult;
  /** Why it cannot run as it stands. */
  unproven?: string;
}

type Bringable = Exclude<MonitorImport, { problems: FieldProblem[] }>;

/**
 * Saves one monitor.
 *
 * @param enabled whether it is to run at once
 */
export const bringMonitor = async (
  { key }: KeyedDocument,
  { monitor, source, warnings }: Bringable,
  enabled: boolean,
  existing: ExistingPolicy,
  hands: Hands
): Promise<BroughtMonitor> => {
  const kind = 'monitor';
  const id = source.id === undefined ? undefined : idOfOrigin(source.id);
  const before = id === undefined ? undefined : await hands.monitors.find(id);
  if (before && existing === 'keep') {
    const { name, enabled: runs } = before.monitor;
    const messages = ['It was brought here before, and stays as it is here.'];
    return { row: { key, kind, name, outcome: 'kept', id: before.id, enabled: runs, messages } };
  }
  const linked = await linkedHere(monitor, hands);
  const named =
    source.id === undefined
      ? linked.monitor
      : withOrigin(linked.monitor, { id: source.id, enabled: source.enabled });
  const wanted = { ...named, enabled: enabled && monitor.enabled };
  const { id: saved, unproven } = await hands.monitors.bring(id, wanted);
  const disabled =
    unproven === undefined ? [] : [`It is disabled, and needs to be mended: ${unproven}`];
  const row: ImportResult = {
    key,
    kind,
    name: monitor.name,
    outcome: before ? 'replaced' : 'created',
    id: saved,
    enabled: wanted.enabled && unproven === undefined,
    messages: [...disabled, ...linked.missing, ...warnings.map(textOf)],
  };
  return { row, ...(unproven === undefined ? {} : { unproven }) };
};

const bringOne = async (
  document: KeyedDocument,
  imported: ImportedDocument,
  { existing, enable }: BringOptions,
  hands: Hands
): Promise<ImportResult> => {
  switch (imported.kind) {
    case 'unknown':
      return refusedRow(document, 'unknown', '', [imported.problem]);
    case 'destination':
      return bringDestination(document, imported.result, hands);
    case 'monitor': {
      const { result } = imported;
      if ('problems' in result) {
        return refusedRow(document, 'monitor', result.name, result.problems.map(textOf));
      }
      const { row } = await bringMonitor(document, result, enable, existing, hands);
      return row;
    }
  }
};

/** Destinations first, composite monitors last: what a document refers to is there when it comes. */
export const turnOf = (imported: ImportedDocument): 0 | 1 | 2 => {
  if (imported.kind !== 'monitor') return 0;
  const { result } = imported;
  return 'monitor' in result && result.monitor.monitor_type === 'composite_monitor' ? 2 : 1;
};

const nameOf = (imported: ImportedDocument): string => {
  if (imported.kind === 'unknown') return '';
  const { result } = imported;
  if ('monitor' in result) return result.monitor.name;
  return 'destination' in result ? result.destination.name : result.name;
};

/** Runs the work for each document when its turn has come; an error refuses only the one that it is about. */
export const eachInTurn = async (
  documents: readonly KeyedDocument[],
  now: number,
  work: (document: KeyedDocument, imported: ImportedDocument) => Promise<ImportResult>
): Promise<ImportResult[]> => {
  const all = documents.map((document) => ({
    document,
    imported: importDocument(document.document, now),
  }));
  const results = new Map<string, ImportResult>();
  for (const turn of [0, 1, 2]) {
    const due = all.filter(({ imported }) => turnOf(imported) === turn);
    await inTurn(due, AT_ONCE, async ({ document, imported }) => {
      const row = await work(document, imported).catch((error: unknown) =>
        refusedRow(document, imported.kind, nameOf(imported), [messageOf(error)])
      );
      results.set(document.key, row);
    });
  }
  return documents.flatMap(({ key }) => results.get(key) ?? []);
};

/** Saves documents as monitors and destinations. */
export const bring = (
  documents: readonly KeyedDocument[],
  options: BringOptions,
  hands: Hands
): Promise<ImportResult[]> =>
  eachInTurn(documents, options.now, (document, imported) =>
    bringOne(document, imported, options, hands)
  );
