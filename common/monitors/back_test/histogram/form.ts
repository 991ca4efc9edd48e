import { stringifyLossless } from '../../../json/lossless';
import { isRecord } from '../../../json/record';
import type { Window } from '../../run';
import { gridOf, partsOf } from './grid';
import type { Grid } from './grid';
import {
  aggregationsOf,
  bucketsPerCell,
  cellAggregations,
  hasGroups,
  hasWhole,
  wholeNames,
} from './metrics';
import type { Metric } from './metrics';
import { findWindowRange, not, withAt } from './window_range';
import type { Found, WindowRange } from './window_range';

/** The least number of buckets that any cluster gives in one answer. */
const MOST_BUCKETS = 10_000;

/** What a cluster gives unless it is told otherwise. */
const DEFAULT_LIMIT = 60_000;
const LEAST_CELLS = 60;
const MOST_SEARCHES = 1000;

/** A date is asked for by three clauses, and a cluster takes 1024 of them unless it is told otherwise. */
const MOST_CLAUSES = 300;

export const CELLS = 'cells';
/** In each cell the instant of its first document: whether one lies at the very begin of the cell. */
const FIRST = 'watchkeeper_first';

/** What a body may have: what decides which documents count, and what only decides how they are shown. */
const READABLE: ReadonlySet<string> = new Set([
  ...['query', 'aggs', 'aggregations', 'runtime_mappings', 'track_total_hits', 'timeout'],
  ...['size', 'from', 'sort', '_source', 'fields', 'docvalue_fields', 'stored_fields', 'highlight'],
  ...['version', 'seq_no_primary_term', 'explain', 'track_scores'],
]);

/** A query whose answers for many windows can be put together from a few date histograms. */
export interface HistogramForm {
  grid: Grid;
  range: WindowRange;
  metrics: readonly Metric[];
  /** Whether the author's answer has an `aggregations`. */
  hasAggregations: boolean;
  /** Whether the author's answer shows documents, which histograms do not have. */
  showsDocuments: boolean;
  /** The author's query, parsed. */
  body: Record<string, unknown>;
  /** Texts of queries; each gives the cells of one stretch. */
  cells: readonly string[];
  /** The answer to the aggregations where there is no document; undefined where it follows from itself. */
  empty?: string;
}

const isWithoutDocuments = ({ size }: Record<string, unknown>): boolean => Number(size ?? 10) === 0;

const problemOfBody = (body: Record<string, unknown>): string | undefined => {
  const unknown = Object.keys(body).find((name) => !READABLE.has(name));
  if (unknown !== undefined) return `The query has "${unknown}".`;
  const { track_total_hits: tracked = true } = body;
  return tracked === true ? undefined : 'The query does not count all hits.';
};

type Asking = Pick<HistogramForm, 'body' | 'range' | 'grid' | 'metrics'>;

const hasEdges = ({ grid }: Pick<Asking, 'grid'>): boolean =>
  grid.spans.some(({ edge }) => edge !== undefined);

const histogram = ({ range, grid, metrics }: Asking, more: Record<string, unknown> = {}) => {
  const aggs = { ...cellAggregations(metrics), ...more };
  return {
    [CELLS]: {
      date_histogram: {
        field: range.field,
        fixed_interval: `${grid.step}ms`,
        offset: `${grid.from % grid.step}ms`,
        min_doc_count: 1,
      },
      ...(Object.keys(aggs).length > 0 ? { aggs } : {}),
    },
  };
};

const searchText = (asking: Asking, clause: unknown, aggs: unknown): string => {
  const { query, runtime_mappings: mappings } = withAt(
    asking.body,
    asking.range.path.slice(0, -1),
    clause
  ) as Record<string, unknown>;
  return stringifyLossless({
    ...{ size: 0, track_total_hits: true, query, aggs },
    ...(mappings === undefined ? {} : { runtime_mappings: mappings }),
  });
};

const cellTexts = (asking: Asking, most: number): string[] => {
  const { range, grid } = asking;
  const { format } = range;
  const isEdged = hasEdges(asking);
  const first = isEdged ? { [FIRST]: { min: { field: range.field } } } : {};
  const parts = partsOf(grid, most);
  return parts.map(({ from, to }) => {
    // The last edge of all begins a cell of its own.
    const until = isEdged && to === grid.to ? to + 1 : to;
    const bounds = { gte: from, lt: until, ...(format === undefined ? {} : { format }) };
    return searchText(asking, { range: { [range.field]: bounds } }, histogram(asking, first));
  });
};

const startsAtOnce = (bucket: unknown): bucket is { key: unknown } =>
  isRecord(bucket) && isRecord(bucket[FIRST]) && Number(bucket[FIRST].value) === Number(bucket.key);

/** The buckets of an answer. */
export const cellBuckets = ({ aggregations }: Record<string, unknown>): unknown[] => {
  const cells = isRecord(aggregations) ? aggregations[CELLS] : undefined;
  return isRecord(cells) && Array.isArray(cells.buckets) ? cells.buckets : [];
};

/**
 * What is left to ask where windows include both their ends: of the instants at which a window ends, those at which
 * there is something. Texts of queries.
 *
 * @param responses to the queries of the cells
 */
export const edgeTexts = (
  form: HistogramForm,
  responses: ReadonlyArray<Record<string, unknown>>
): string[] => {
  const ends = new Set(form.grid.spans.map(({ edge }) => edge));
  const instants = responses
    .flatMap((response) => cellBuckets(response).filter(startsAtOnce))
    .map(({ key }) => Number(key))
    .filter((instant) => ends.has(instant));
  const texts: string[] = [];
  for (let at = 0; at < instants.length; at += MOST_CLAUSES) {
    const clause = { terms: { [form.range.field]: instants.slice(at, at + MOST_CLAUSES) } };
    texts.push(searchText(form, clause, histogram(form)));
  }
  return texts;
};

const emptyText = (asking: Asking): string =>
  searchText(asking, { match_none: {} }, cellAggregations(asking.metrics));

/** How many groups there are is not known: where there are too many, the cluster says so. */
const cellsPerSearch = (metrics: readonly Metric[]): number => {
  const room = hasGroups(metrics) ? DEFAULT_LIMIT : MOST_BUCKETS;
  const cells = Math.floor(room / bucketsPerCell(metrics));
  return Math.min(MOST_BUCKETS, Math.max(LEAST_CELLS, cells));
};

/** Every window is one cell: what cannot be put together can be taken as it is. */
const isOneCell = ({ spans, step }: Grid): boolean =>
  spans.every(({ lo, hi, edge }) => hi - lo === step && edge === undefined);

/**
 * Whether, and how, the answers to a query for many windows can be come by from date histograms. Decided from the query
 * alone; whether its field is a plain date, and whether conditions look at what histograms do not have, shows later.
 *
 * @param body the author's query, parsed
 */
export const histogramForm = (
  body: Record<string, unknown>,
  windows: readonly Window[]
): Found<HistogramForm> => {
  const wrong = problemOfBody(body);
  if (wrong !== undefined) return not(wrong);
  const range = findWindowRange(body);
  if (range.kind === 'not') return range;
  const metrics = aggregationsOf(body);
  if (metrics.kind === 'not') return metrics;
  const grid = gridOf(range.value, windows);
  if (grid.kind === 'not') return grid;
  if (hasWhole(metrics.value) && !isOneCell(grid.value)) {
    const names = wholeNames(metrics.value).join(', ');
    return not(
      `What ${names} comes to in a window does not follow from its parts, and windows overlap or leave gaps.`
    );
  }
  const asking = { body, range: range.value, grid: grid.value, metrics: metrics.value };
  const most = cellsPerSearch(metrics.value);
  if ((grid.value.to - grid.value.from) / grid.value.step / most > MOST_SEARCHES) {
    return not('So many groups in so many windows would take too many date histograms.');
  }
  return {
    kind: 'found',
    value: {
      ...{ grid: grid.value, range: range.value, metrics: metrics.value },
      hasAggregations: 'aggs' in body || 'aggregations' in body,
      showsDocuments: !isWithoutDocuments(body),
      ...{ body, cells: cellTexts(asking, most) },
      ...(hasWhole(metrics.value) ? { empty: emptyText(asking) } : {}),
    },
  };
};
