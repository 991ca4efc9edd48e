import { JsonSyntaxError, parseLossless } from '../json/lossless';
import { invalidInput } from '../errors';
import { importDestination, isDestinationDocument } from './destinations';
import type { DestinationImport } from './destinations';
import { importMonitor, isMonitorDocument } from './open_distro';
import type { MonitorImport } from './open_distro';
import { fieldsAt, isFields } from './plain';

/** At most so many at once. */
export const MOST_DOCUMENTS = 5000;

export type ImportedDocument =
  | { kind: 'monitor'; result: MonitorImport }
  | { kind: 'destination'; result: DestinationImport }
  | { kind: 'unknown'; problem: string };

const LISTS = ['config_list', 'destinations', 'monitors', 'workflows', 'documents'];

/** A list of documents within what an API answers, or undefined where it is one document itself. */
const listIn = (value: unknown): unknown[] | undefined => {
  if (Array.isArray(value)) return value;
  if (!isFields(value)) return undefined;
  const hits = fieldsAt(value, 'hits')?.hits;
  if (Array.isArray(hits)) return hits;
  const name = LISTS.find((each) => Array.isArray(value[each]));
  const list = name === undefined ? undefined : value[name];
  return Array.isArray(list) ? list : undefined;
};

const flattened = (value: unknown): unknown[] => {
  const list = listIn(value);
  return list ? list.flatMap(flattened) : [value];
};

/** One document a line, as exports write them; undefined when the text is not of that kind. */
const linesOf = (text: string): unknown[] | undefined => {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length < 2) return undefined;
  try {
    return lines.map(parseLossless);
  } catch {
    return undefined;
  }
};

const parsed = (text: string): unknown => {
  try {
    return parseLossless(text);
  } catch (error) {
    const lines = linesOf(text);
    if (lines) return lines;
    if (!(error instanceof JsonSyntaxError)) throw error;
    const { message, line, column } = error;
    throw invalidInput([
      { field: 'documents', message: `This is no JSON: ${message}`, line, column },
    ]);
  }
};

/**
 * The documents in a text or in JSON: one or a list of them, one a line, or as the neighbour's API answers (hits of a
 * search, `config_list`, `destinations`).
 *
 * @throws WatchkeeperError `invalid_input`
 */
export const readDocuments = (input: unknown): unknown[] => {
  const documents = flattened(typeof input === 'string' ? parsed(input) : input);
  if (documents.length === 0) {
    throw invalidInput([{ field: 'documents', message: 'There is nothing in it to import.' }]);
  }
  if (documents.length > MOST_DOCUMENTS) {
    const message = `There are ${documents.length} documents in it; at most ${MOST_DOCUMENTS} are imported at once.`;
    throw invalidInput([{ field: 'documents', message }]);
  }
  return documents;
};

const OURS = /^watchkeeper-/;

/** What becomes of a document. `now`: see `importMonitor`. */
export const importDocument = (document: unknown, now: number): ImportedDocument => {
  const type = isFields(document) ? document.type : undefined;
  if (typeof type === 'string' && OURS.test(type)) {
    const problem = 'This is a saved object of Watchkeeper: import its file with Import file.';
    return { kind: 'unknown', problem };
  }
  if (isDestinationDocument(document)) {
    return { kind: 'destination', result: importDestination(document) };
  }
  if (isMonitorDocument(document)) {
    return { kind: 'monitor', result: importMonitor(document, now) };
  }
  const problem =
    'This is no monitor, workflow, destination or channel of Open Distro or OpenSearch.';
  return { kind: 'unknown', problem };
};
