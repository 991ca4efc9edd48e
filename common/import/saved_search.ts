import { z } from 'zod';
import { formatJson } from '../json/format_json';
import { stringifyLossless } from '../json/lossless';
import { bodyOf, printQuery } from '../monitors/query_builder/print_query';
import type { Json } from '../monitors/query_builder/print_query';
import type {
  Filter,
  FilterTest,
  QueryLine,
  VisualQuery,
} from '../monitors/query_builder/visual_query';
import { isFields } from './plain';

/** A saved search of Dashboards, with the index pattern that it refers to. */
export interface SavedSearch {
  title: string;
  description?: string;
  /** Of `kibanaSavedObjectMeta.searchSourceJSON`. */
  searchSource: string;
  columns: readonly string[];
  /** Undefined where the index pattern is gone. */
  indexPattern?: { title: string; timeFieldName?: string };
}

/** What a saved search has that does not come along as it is. */
export type SearchNote =
  | { kind: 'disabled_filter'; name: string }
  | { kind: 'unreadable_filter'; name: string }
  /** It stands in the DSL, which the builder does not show. */
  | { kind: 'dsl_filter'; name: string }
  | { kind: 'unknown_language'; language: string; text: string }
  | { kind: 'no_index_pattern' }
  | { kind: 'no_time_field' }
  | { kind: 'unreadable' };

/** A search as a monitor asks it. */
export interface ReadSearch {
  name: string;
  indices: string[];
  query: string;
  /** Fields that the search shows, for messages. */
  columns: string[];
  notes: SearchNote[];
}

const valueSchema = z.union([z.string(), z.number(), z.boolean()]);

const filterSchema = z.object({
  meta: z
    .object({
      alias: z.string().nullish(),
      disabled: z.boolean().nullish(),
      negate: z.boolean().nullish(),
      type: z.string().nullish(),
      key: z.string().nullish(),
      params: z.unknown().optional(),
    })
    .default({}),
  query: z.record(z.string(), z.unknown()).optional(),
  range: z.record(z.string(), z.unknown()).optional(),
  exists: z.object({ field: z.string() }).optional(),
});
type StoredFilter = z.output<typeof filterSchema>;

const sourceSchema = z.object({
  query: z
    .object({
      query: z.union([z.string(), z.record(z.string(), z.unknown())]),
      language: z.string().default('kuery'),
    })
    .optional(),
  filter: z.array(z.unknown()).default([]),
});

const phraseSchema = z.object({ query: valueSchema });
const boundsSchema = z.object({
  gt: valueSchema.optional(),
  gte: valueSchema.optional(),
  lt: valueSchema.optional(),
  lte: valueSchema.optional(),
});

/** The words of Dashboards are those of a phrase, whatever the field; a number is itself. */
const isTest = (value: string | number | boolean): FilterTest =>
  typeof value === 'string' ? { kind: 'phrase', value } : { kind: 'is', value };

const rangeTest = (bounds: unknown): FilterTest | undefined => {
  const parsed = boundsSchema.safeParse(bounds);
  return parsed.success ? { kind: 'range', ...parsed.data } : undefined;
};

/** What a filter tests, where the builder has a word for it. */
const testOf = ({ meta, range, exists }: StoredFilter): FilterTest | undefined => {
  const { type, key, params } = meta;
  switch (type) {
    case 'phrase': {
      const phrase = phraseSchema.safeParse(params);
      return phrase.success ? isTest(phrase.data.query) : undefined;
    }
    case 'phrases': {
      const values = z.array(valueSchema).min(1).safeParse(params);
      return values.success ? { kind: 'one_of', values: values.data } : undefined;
    }
    case 'range':
      return rangeTest(params ?? (key ? range?.[key] : undefined));
    case 'exists':
      return { kind: 'exists' };
    default:
      return exists && !range ? { kind: 'exists' } : undefined;
  }
};

/** The filter as Dashboards sends it. */
const clauseOf = ({ query, range, exists }: StoredFilter): Json | undefined =>
  query ?? (range ? { range } : exists ? { exists } : undefined);

const nameOf = ({ meta }: StoredFilter): string => meta.alias ?? meta.key ?? '';

class Reading {
  readonly filters: Filter[] = [];
  readonly clauses: Json[] = [];
  readonly notes: SearchNote[] = [];

  /** As a filter of the builder, else as a clause of the DSL; what is neither is named. */
  take(stored: unknown): void {
    const parsed = filterSchema.safeParse(stored);
    if (!parsed.success) {
      this.notes.push({ kind: 'unreadable_filter', name: '' });
      return;
    }
    const filter = parsed.data;
    const name = nameOf(filter);
    if (filter.meta.disabled) {
      this.notes.push({ kind: 'disabled_filter', name });
      return;
    }
    const not = filter.meta.negate === true;
    const field = filter.meta.key ?? filter.exists?.field;
    const test = testOf(filter);
    if (field && test) {
      this.filters.push({ field, ...(not ? { not } : {}), test });
      return;
    }
    const clause = clauseOf(filter);
    if (!clause) {
      this.notes.push({ kind: 'unreadable_filter', name });
      return;
    }
    this.clauses.push(not ? { bool: { must_not: [clause] } } : clause);
    this.notes.push({ kind: 'dsl_filter', name });
  }

  /** The line above the filters; undefined where there is none. */
  line(query: z.output<typeof sourceSchema>['query']): QueryLine | undefined {
    if (query === undefined) return undefined;
    const { language, query: asked } = query;
    if (typeof asked !== 'string') {
      this.clauses.push(asked);
      this.notes.push({ kind: 'dsl_filter', name: '' });
      return undefined;
    }
    if (asked.trim() === '') return undefined;
    if (language === 'kuery') return { language: 'dql', text: asked };
    if (language === 'lucene') return { language: 'lucene', text: asked };
    this.notes.push({ kind: 'unknown_language', language, text: asked });
    return undefined;
  }
}

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** With clauses that the builder has no word for. */
const withClauses = (query: VisualQuery, clauses: readonly Json[]): string => {
  if (clauses.length === 0) return printQuery(query);
  const body = bodyOf(query);
  const bool = isFields(body.query) && isFields(body.query.bool) ? body.query.bool : {};
  const filter = [...(Array.isArray(bool.filter) ? bool.filter : []), ...clauses];
  return formatJson(stringifyLossless({ ...body, query: { bool: { filter } } }));
};

const DEFAULT_TIME = '@timestamp';
const SHOWN_DOCUMENTS = 5;
/** What Discover shows where nobody chose columns. */
const WHOLE = '_source';

/**
 * Reads a saved search of Dashboards as the query of a monitor: whatever came in since the last run.
 *
 * Source: `src/plugins/discover` (saved object `search`) and `src/plugins/data/common/opensearch_query` of OpenSearch
 * Dashboards, for the forms of queries and filters.
 */
export const readSavedSearch = ({
  title,
  searchSource,
  columns,
  indexPattern,
}: SavedSearch): ReadSearch => {
  const reading = new Reading();
  const source = sourceSchema.safeParse(parsedJson(searchSource));
  if (!source.success) reading.notes.push({ kind: 'unreadable' });
  const { query: asked, filter = [] } = source.success ? source.data : {};
  const line = reading.line(asked);
  filter.forEach((stored) => reading.take(stored));
  if (!indexPattern) reading.notes.push({ kind: 'no_index_pattern' });
  else if (!indexPattern.timeFieldName) reading.notes.push({ kind: 'no_time_field' });
  const query: VisualQuery = {
    timeField: indexPattern?.timeFieldName ?? DEFAULT_TIME,
    lookBack: { kind: 'since_last_run' },
    filters: reading.filters,
    ...(line ? { line } : {}),
    metrics: [],
    groupBy: [],
    documents: SHOWN_DOCUMENTS,
  };
  return {
    name: title,
    indices: (indexPattern?.title ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    query: withClauses(query, reading.clauses),
    columns: columns.filter((column) => column !== WHOLE),
    notes: reading.notes,
  };
};
