import { formatJson } from '../../json/format_json';
import { stringifyLossless } from '../../json/lossless';
import { translateDql } from './dql/translate';
import { GROUPS, PAGE_SIZE, metricNames, sourceNames } from './names';
import { without } from './plain_json';
import type { Filter, FilterTest, LookBack, Metric, QueryLine, VisualQuery } from './visual_query';
import { literally } from './wildcards';

/** A part of a search body. */
export type Json = Record<string, unknown>;

/** Before the DQL that a clause was translated from, in its `_name`. */
export const DQL_NAME = 'dql:';

const startOf = (lookBack: LookBack): string =>
  lookBack.kind === 'since_last_run'
    ? '{{period_start}}'
    : `{{period_end}}||-${lookBack.amount}${lookBack.unit}`;

/** The window of a run as a range over the time field. */
export const windowClause = ({ timeField, lookBack, kept }: VisualQuery): Json => ({
  range: {
    [timeField]: {
      gte: startOf(lookBack),
      [kept?.endIncluded ? 'lte' : 'lt']: '{{period_end}}',
      ...(kept?.noTimeFormat ? {} : { format: 'epoch_millis' }),
    },
  },
});

const testClause = (field: string, test: FilterTest): Json => {
  switch (test.kind) {
    case 'is':
      return { term: { [field]: test.value } };
    case 'one_of':
      return { terms: { [field]: test.values } };
    case 'range':
      return { range: { [field]: without(test, 'kind') } };
    case 'exists':
      return { exists: { field } };
    case 'phrase':
      return { match_phrase: { [field]: test.value } };
    case 'starts_with':
      return { prefix: { [field]: test.value } };
    case 'ends_with':
      return { wildcard: { [field]: `*${literally(test.value)}` } };
    case 'contains':
      return { wildcard: { [field]: `*${literally(test.value)}*` } };
  }
};

/** A filter as a clause of the query DSL. */
export const filterClause = ({ field, not, test }: Filter): Json => {
  const clause = testClause(field, test);
  return not ? { bool: { must_not: [clause] } } : clause;
};

/**
 * A line as a clause. The name keeps the words of DQL, which the cluster does not know. Where they make no sense, the
 * clause is one that every cluster refuses: a monitor must not run without what its author asked for.
 */
export const lineClause = ({ language, text, lenient }: QueryLine): Json => {
  if (language === 'lucene') {
    return { query_string: { query: text, ...(lenient ? { lenient } : {}) } };
  }
  const translated = translateDql(text);
  const clause =
    translated.kind === 'query'
      ? translated.query
      : { unreadable_dql: { message: translated.message, column: translated.column } };
  return { bool: { _name: `${DQL_NAME}${text}`, filter: [clause] } };
};

const metricBody = (metric: Metric): Json =>
  metric.kind === 'percentile'
    ? { percentiles: { field: metric.field, percents: [metric.percent] } }
    : { [metric.kind]: { field: metric.field } };

const metricsOf = (metrics: readonly Metric[]): Json | undefined => {
  const names = metricNames(metrics);
  const entries = metrics.map((metric, i) => [names[i], metricBody(metric)] as const);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
};

const aggregationsOf = (query: VisualQuery): Json | undefined => {
  const metrics = metricsOf(query.metrics);
  const { groupBy, kept } = query;
  if (groupBy.length === 0) return metrics;
  const names = sourceNames(query);
  const size = kept?.pageSize === undefined ? PAGE_SIZE : kept.pageSize;
  const composite = {
    ...(size === null ? {} : { size }),
    sources: groupBy.map((field, i) => ({ [names[i]]: { terms: { field } } })),
  };
  const groups = { composite, ...(metrics ? { aggregations: metrics } : {}) };
  return { [kept?.groupsName ?? GROUPS]: groups };
};

const sortOf = ({ documents, timeField, kept }: VisualQuery): unknown[] | undefined => {
  if (documents === 0 || kept?.sorting === 'none') return undefined;
  const unmapped = kept?.sorting === 'plain' ? {} : { unmapped_type: 'date' };
  return [{ [timeField]: { order: 'desc', ...unmapped } }];
};

const hasWords = ({ line }: VisualQuery): boolean => line !== undefined && line.text.trim() !== '';

/** The search body that a query stands for. */
export const bodyOf = (query: VisualQuery): Json => {
  const filter = [
    windowClause(query),
    ...query.filters.map(filterClause),
    ...(query.line && hasWords(query) ? [lineClause(query.line)] : []),
  ];
  const aggregations = aggregationsOf(query);
  const sort = sortOf(query);
  return {
    size: query.documents,
    query: { bool: { filter } },
    ...(aggregations ? { aggregations } : {}),
    ...(sort ? { sort } : {}),
  };
};

/** The text of the search body, laid out for reading. `readQuery` gives the same query back. */
export const printQuery = (query: VisualQuery): string =>
  formatJson(stringifyLossless(bodyOf(query)));
