import { stringifyLossless } from '../../../json/lossless';
import type { Window } from '../../run';
import { gridOf, partsOf } from './grid';
import type { Grid } from './grid';
import { aggregationsOf, bucketsPerCell, cellAggregations, hasWhole, wholeNames } from './metrics';
import type { Metric } from './metrics';
import { findWindowRange, not, withAt } from './window_range';
import type { Found, WindowRange } from './window_range';

/** The least number of buckets that any cluster gives in one answer. */
const MOST_BUCKETS = 10_000;

export const CELLS = 'cells';

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
  /** Texts of queries; each gives the cells of one stretch. */
  cells: readonly string[];
  /** Those of the instants that end a window which includes both its ends. */
  edges: readonly string[];
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

interface Asking {
  body: Record<string, unknown>;
  range: WindowRange;
  grid: Grid;
  metrics: readonly Metric[];
}

const histogram = ({ range, grid, metrics }: Asking) => ({
  [CELLS]: {
    date_histogram: {
      field: range.field,
      fixed_interval: `${grid.step}ms`,
      offset: `${grid.from % grid.step}ms`,
      min_doc_count: 1,
    },
    ...(metrics.length > 0 ? { aggs: cellAggregations(metrics) } : {}),
  },
});

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
  return partsOf(grid, most).map(({ from, to }) => {
    const bounds = { gte: from, lt: to, ...(format === undefined ? {} : { format }) };
    return searchText(asking, { range: { [range.field]: bounds } }, histogram(asking));
  });
};

const edgeTexts = (asking: Asking, most: number): string[] => {
  const { range, grid } = asking;
  const edges = grid.spans.flatMap(({ edge }) => (edge === undefined ? [] : [edge]));
  const texts: string[] = [];
  for (let at = 0; at < edges.length; at += most) {
    const clause = { terms: { [range.field]: edges.slice(at, at + most) } };
    texts.push(searchText(asking, clause, histogram(asking)));
  }
  return texts;
};

const emptyText = (asking: Asking): string =>
  searchText(asking, { match_none: {} }, cellAggregations(asking.metrics));

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
  const most = Math.max(1, Math.floor(MOST_BUCKETS / bucketsPerCell(metrics.value)));
  return {
    kind: 'found',
    value: {
      ...{ grid: grid.value, range: range.value, metrics: metrics.value },
      hasAggregations: 'aggs' in body || 'aggregations' in body,
      showsDocuments: !isWithoutDocuments(body),
      cells: cellTexts(asking, most),
      edges: edgeTexts(asking, most),
      ...(hasWhole(metrics.value) ? { empty: emptyText(asking) } : {}),
    },
  };
};
