import { isRecord } from '../json/record';
import type { Alert } from '../alerts/alert';
import { indicesOf } from '../monitors/monitor';
import type { Monitor } from '../monitors/monitor';
import { compileQuery, longestLookBack, renderQuery } from '../monitors/query';
import type { Window } from '../monitors/run';
import { toRison } from './rison';

/** An index pattern of Dashboards. */
export interface IndexPattern {
  id: string;
  title: string;
  timeFieldName?: string;
}

interface Filter {
  /** What stands on it. */
  name: string;
  /** In the language of searches. */
  query: object;
}

/** What Discover is asked to show. */
export interface DiscoverView {
  indices: string[];
  /** Epoch milliseconds. */
  from: number;
  to: number;
  filters: Filter[];
}

/** The part of the monitor's question that says which documents; none where it cannot be read. */
const queryFilter = (monitor: Monitor, window: Window): Filter[] => {
  if (
    monitor.monitor_type !== 'query_level_monitor' &&
    monitor.monitor_type !== 'bucket_level_monitor'
  ) {
    return [];
  }
  try {
    const source = renderQuery(compileQuery(monitor.inputs[0].search.query, 30), window);
    const body: unknown = JSON.parse(source);
    if (!isRecord(body) || !isRecord(body.query)) return [];
    return [{ name: monitor.name, query: body.query }];
  } catch {
    return [];
  }
};

const groupFilters = ({ group = [] }: Partial<Pick<Alert, 'group'>>): Filter[] =>
  group.map(({ field, value }) => ({
    name: `${field}: ${value}`,
    query: { match_phrase: { [field]: value } },
  }));

/** As the documents of an alert are named: `<id>|<index>`, or the id alone. */
const idOf = (name: string): string => name.split('|')[0];

const documentFilters = ({
  related_doc_ids: ids = [],
}: Partial<Pick<Alert, 'related_doc_ids'>>): Filter[] =>
  ids.length === 0
    ? []
    : [{ name: ids.map(idOf).join(', '), query: { ids: { values: ids.map(idOf) } } }];

/** A query that looks back by itself sees more than the window. */
const startOf = (monitor: Monitor, { start, end }: Window): number => {
  const [input] = monitor.inputs;
  const lookBack = 'search' in input ? longestLookBack(input.search.query) : undefined;
  return lookBack === undefined ? start : Math.min(start, end - lookBack);
};

/**
 * What a run looked at, for Discover. Undefined for monitors that do not look at documents.
 *
 * @param about the alert, where it is about a group or about single documents
 */
export const discoverView = (
  monitor: Monitor,
  window: Window,
  about: Partial<Pick<Alert, 'group' | 'related_doc_ids'>> = {}
): DiscoverView | undefined => {
  const indices = indicesOf(monitor);
  if (indices.length === 0) return undefined;
  return {
    indices,
    from: startOf(monitor, window),
    to: window.end,
    filters: [
      ...queryFilter(monitor, window),
      ...(monitor.monitor_type === 'doc_level_monitor' ? [] : groupFilters(about)),
      ...documentFilters(about),
    ],
  };
};

const expressionOf = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*')}$`);

const partsOf = (title: string): string[] => title.split(',').map((part) => part.trim());

const covers = (title: string, index: string): boolean =>
  partsOf(title).some((part) => part === index || expressionOf(part).test(index));

/** The index pattern that shows these indices: of the same name, else the narrowest that covers them all. */
export const patternFor = (
  patterns: readonly IndexPattern[],
  indices: readonly string[]
): IndexPattern | undefined => {
  const wanted = indices.join(',');
  const exact = patterns.find(({ title }) => partsOf(title).join(',') === wanted);
  if (exact) return exact;
  return patterns
    .filter(({ title }) => indices.every((index) => covers(title, index)))
    .sort((a, b) => b.title.length - a.title.length)[0];
};

const filterState = ({ name, query }: Filter, index: string): object => ({
  $state: { store: 'appState' },
  meta: {
    alias: name,
    disabled: false,
    index,
    key: 'query',
    negate: false,
    type: 'custom',
    value: JSON.stringify(query),
  },
  query,
});

const parameter = (name: string, state: object): string =>
  `${name}=${encodeURIComponent(toRison(state))}`;

/**
 * Discover with this view, as a path within Dashboards' app `data-explorer` (2.10 and later). Three states are in the
 * URL: `_a` the columns and the index pattern, `_g` the time, `_q` query and filters.
 */
export const discoverPath = (
  { from, to, filters }: DiscoverView,
  { id, title, timeFieldName }: IndexPattern
): string => {
  const time = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
  const parameters = [
    parameter('_a', {
      discover: { columns: ['_source'], isDirty: false, sort: [] },
      metadata: { indexPattern: id, view: 'discover' },
    }),
    parameter('_g', { filters: [], refreshInterval: { pause: true, value: 0 }, time }),
    parameter('_q', {
      filters: filters.map((filter) => filterState(filter, id)),
      query: {
        dataset: { id, timeFieldName, title, type: 'INDEX_PATTERN' },
        language: 'kuery',
        query: '',
      },
    }),
  ];
  return `discover#/?${parameters.join('&')}`;
};
