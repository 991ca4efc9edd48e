import { JsonSyntaxError, parseLossless } from '../../json/lossless';
import { jsonTokens } from '../../json/json_tokens';
import { jsonTree, repeatedMember } from '../../json/json_tree';
import { isJsonObject } from '../../json/record';
import type { JsonObject } from '../../json/record';
import { CannotShow, cannotShow } from './cannot_show';
import { bodyFingerprint, plainBody } from './plain_body';
import type { PlainBody } from './plain_body';
import type { PlainFilter } from './plain_filters';
import { fingerprint, onlyMember } from './plain_json';
import { printQuery } from './print_query';
import { readAggregations } from './read_aggregations';
import { readFilter, readLine, readWindow } from './read_filter';
import type { ReadWindow } from './read_filter';
import type { Kept, QueryLine, ReadQuery, VisualQuery } from './visual_query';

const bodyIn = (text: string): JsonObject => {
  const body = parseLossless(text);
  if (!isJsonObject(body)) throw new CannotShow('A query is a JSON object.');
  const tree = jsonTree(jsonTokens(text));
  const repeated = tree && repeatedMember(tree);
  return repeated === undefined ? body : cannotShow(repeated, 'stands there twice.');
};

interface Window extends ReadWindow {
  filter: PlainFilter;
}

const windowIn = (filters: readonly PlainFilter[]): Window => {
  for (const filter of filters) {
    const window = readWindow(filter);
    if (window) return { ...window, filter };
  }
  const other = filters.find(({ clause }) => fingerprint(clause).includes('{{period_'));
  if (other) return cannotShow(other.path, 'names the period in a way that the builder does not.');
  throw new CannotShow(
    'The query has no range over a time field that ends at `{{period_end}}`, which the builder needs.'
  );
};

const PLAIN = { order: 'desc' };
const NEWEST_FIRST = { order: 'desc', unmapped_type: 'date' };

const sortingOf = ({ sort, size }: PlainBody, timeField: string): Pick<Kept, 'sorting'> => {
  if (sort.length === 0) return size === 0 ? {} : { sorting: 'none' };
  const [field, order] = onlyMember(sort[0]) ?? [];
  if (size === 0) return cannotShow('sort', 'sorts documents, of which none come along.');
  if (sort.length === 1 && field === timeField && isJsonObject(order)) {
    if (fingerprint(order) === fingerprint(NEWEST_FIRST)) return {};
    if (fingerprint(order) === fingerprint(PLAIN)) return { sorting: 'plain' };
  }
  return cannotShow('sort', 'is not by the time field, newest first.');
};

const documentsOf = ({ size }: PlainBody): number =>
  typeof size === 'number' && Number.isInteger(size) && size >= 0
    ? size
    : cannotShow('size', 'is no number of documents.');

/** The first condition that reads as a line; others of its kind stay conditions, and are refused as such. */
const lineIn = (
  filters: readonly PlainFilter[]
): { filter: PlainFilter; line: QueryLine } | undefined => {
  for (const filter of filters) {
    const line = readLine(filter);
    if (line && line.text.trim() !== '') return { filter, line };
  }
  return undefined;
};

const visualQueryOf = (body: PlainBody): VisualQuery => {
  const { timeField, lookBack, kept, filter: window } = windowIn(body.filters);
  const found = lineIn(body.filters);
  const { metrics, groupBy, kept: ofGroups } = readAggregations(body.aggregations);
  const all = { ...kept, ...ofGroups, ...sortingOf(body, timeField) };
  return {
    timeField,
    lookBack,
    filters: body.filters
      .filter((filter) => filter !== window && filter !== found?.filter)
      .map(readFilter),
    ...(found ? { line: found.line } : {}),
    metrics,
    groupBy,
    documents: documentsOf(body),
    ...(Object.keys(all).length === 0 ? {} : { kept: all }),
  };
};

const DEFAULT_REASON = 'The query says more than the builder shows.';

const readText = (text: string): ReadQuery => {
  const body = plainBody(bodyIn(text));
  const query = visualQueryOf(body);
  const again = plainBody(bodyIn(printQuery(query)));
  // What the parts above may have overlooked ends here: nothing is shown that would be written otherwise.
  return bodyFingerprint(again) === bodyFingerprint(body)
    ? { kind: 'visual', query }
    : { kind: 'dsl', reason: DEFAULT_REASON };
};

const reasonOf = (error: unknown): string => {
  if (error instanceof CannotShow) return error.message;
  if (error instanceof JsonSyntaxError) {
    return `It is no JSON yet: ${error.message} (line ${error.line}, column ${error.column}).`;
  }
  if (error instanceof RangeError) return 'It is nested too deeply.';
  throw error;
};

/**
 * What a search body's text is to the builder. It is shown only where printing it again gives the same document, but
 * for white space, the order of conditions, and short and long forms of the same clause.
 */
export const readQuery = (text: string): ReadQuery => {
  try {
    return readText(text);
  } catch (error) {
    return { kind: 'dsl', reason: reasonOf(error) };
  }
};
