/** What can be written in a search body. Source: the query DSL of OpenSearch and Elasticsearch 7.10. */

/** How a value begins, with `|` where one goes on writing. */
type Begun = string;

const FIELD: Begun = '{ "|": "" }';
const OBJECT: Begun = '{ | }';
const LIST: Begun = '[|]';
const TEXT: Begun = '"|"';
const PLAIN: Begun = '|';

const words = (begun: Begun, ...names: string[]): Record<string, Begun> =>
  Object.fromEntries(names.map((name) => [name, begun]));

export const BODY_WORDS = {
  query: OBJECT,
  aggregations: OBJECT,
  size: '0|',
  sort: '[{ "|": { "order": "desc" } }]',
  ...words('true|', 'track_total_hits', 'version', 'seq_no_primary_term', 'explain'),
  ...words(LIST, '_source', 'docvalue_fields', 'stored_fields', 'search_after'),
  ...words(OBJECT, 'post_filter', 'highlight', 'script_fields', 'collapse'),
  ...words(TEXT, 'timeout'),
  ...words(PLAIN, 'from', 'min_score', 'terminate_after'),
};

export const CLAUSES = {
  bool: '{ "filter": [|] }',
  range: '{ "|": { "gte": "{{period_start}}", "lt": "{{period_end}}", "format": "epoch_millis" } }',
  ...words(FIELD, 'term', 'match', 'match_phrase', 'prefix', 'wildcard', 'regexp', 'fuzzy'),
  ...words(FIELD, 'match_phrase_prefix', 'match_bool_prefix'),
  terms: '{ "|": [] }',
  exists: '{ "field": "|" }',
  query_string: '{ "query": "|" }',
  simple_query_string: '{ "query": "|" }',
  multi_match: '{ "query": "|" }',
  match_all: '{}|',
  match_none: '{}|',
  ids: '{ "values": [|] }',
  constant_score: '{ "filter": { | } }',
  nested: '{ "path": "|", "query": {} }',
  script: '{ "script": { "source": "|" } }',
};

/** Clauses whose members are fields. */
export const BY_FIELD: readonly string[] = [
  ...['term', 'terms', 'match', 'match_phrase', 'match_phrase_prefix', 'match_bool_prefix'],
  ...['prefix', 'wildcard', 'regexp', 'fuzzy', 'range', 'sort'],
];

/** Members that hold clauses. */
export const HOLDS_CLAUSES: readonly string[] = [
  ...['query', 'filter', 'must', 'must_not', 'should', 'post_filter', 'positive', 'negative'],
];

export const AGGREGATIONS = {
  ...words('{ "field": "|" }', 'avg', 'sum', 'min', 'max', 'cardinality', 'value_count', 'stats'),
  ...words('{ "field": "|" }', 'extended_stats', 'missing', 'median_absolute_deviation'),
  percentiles: '{ "field": "|", "percents": [95] }',
  terms: '{ "field": "|" }',
  composite: '{ "size": 1000, "sources": [{ "|": { "terms": { "field": "" } } }] }',
  date_histogram: '{ "field": "|", "fixed_interval": "1m" }',
  histogram: '{ "field": "|", "interval": 1 }',
  ...words(OBJECT, 'filter', 'nested', 'top_hits', 'scripted_metric', 'weighted_avg'),
  filters: '{ "filters": { | } }',
  range: '{ "field": "|", "ranges": [] }',
  bucket_script: '{ "buckets_path": { | }, "script": "" }',
  bucket_selector: '{ "buckets_path": { | }, "script": "" }',
  aggregations: OBJECT,
  meta: OBJECT,
};

/** The members of some objects, by the name before them. */
export const MEMBERS: Readonly<Record<string, Record<string, Begun>>> = {
  bool: {
    ...words(LIST, 'filter', 'must', 'must_not', 'should'),
    minimum_should_match: '1|',
    _name: TEXT,
    boost: PLAIN,
  },
  exists: words(TEXT, 'field'),
  query_string: {
    ...words(TEXT, 'query', 'default_field', 'default_operator', 'analyzer', 'time_zone'),
    fields: LIST,
    ...words('true|', 'lenient', 'analyze_wildcard'),
  },
  multi_match: { ...words(TEXT, 'query', 'type', 'operator'), fields: LIST, lenient: 'true|' },
  composite: { size: '1000|', sources: '[{ | }]', after: OBJECT },
  percentiles: { field: TEXT, percents: LIST, keyed: 'false|' },
  date_histogram: {
    ...words(TEXT, 'field', 'fixed_interval', 'calendar_interval', 'time_zone', 'format'),
    min_doc_count: '0|',
  },
};

/** The members of what stands under a field, by the clause around it. */
export const UNDER_FIELD: Readonly<Record<string, Record<string, Begun>>> = {
  range: { ...words(TEXT, 'gte', 'gt', 'lte', 'lt', 'format', 'time_zone'), boost: PLAIN },
  term: { value: TEXT, boost: PLAIN, case_insensitive: 'true|' },
  wildcard: { value: TEXT, boost: PLAIN, case_insensitive: 'true|' },
  prefix: { value: TEXT, boost: PLAIN, case_insensitive: 'true|' },
  match: { ...words(TEXT, 'query', 'operator', 'fuzziness', 'analyzer'), lenient: 'true|' },
  match_phrase: { query: TEXT, slop: '0|', analyzer: TEXT },
  sort: { ...words(TEXT, 'order', 'unmapped_type', 'mode', 'missing', 'format') },
};

/** The members of any other aggregation. */
export const OF_AGGREGATION = {
  ...words(TEXT, 'field'),
  ...words(PLAIN, 'size', 'missing', 'min_doc_count'),
  ...words(OBJECT, 'order', 'script'),
};

/** Members whose values are names of fields. */
export const NAMES_FIELDS: readonly string[] = [
  ...['field', 'default_field', 'fields', '_source', 'includes', 'excludes', 'docvalue_fields'],
];

const PERIOD = ['"{{period_start}}"', '"{{period_end}}"', '"{{period_end}}||-1h"', '"now-1h"'];

export const VALUES: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(['gte', 'gt', 'lte', 'lt', 'from', 'to'].map((name) => [name, PERIOD])),
  format: ['"epoch_millis"', '"strict_date_optional_time"'],
  order: ['"desc"', '"asc"'],
  unmapped_type: ['"date"', '"long"', '"keyword"'],
  track_total_hits: ['true', 'false'],
  default_operator: ['"AND"', '"OR"'],
  operator: ['"and"', '"or"'],
  type: ['"best_fields"', '"phrase"', '"cross_fields"', '"most_fields"', '"phrase_prefix"'],
  fixed_interval: ['"1m"', '"5m"', '"1h"', '"1d"'],
  calendar_interval: ['"day"', '"week"', '"month"'],
};
