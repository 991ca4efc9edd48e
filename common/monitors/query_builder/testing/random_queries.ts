import fc from 'fast-check';
import { metricNames, withoutDefaultNames } from '../names';
import { FIELD_METRICS } from '../read_aggregations';
import type { Filter, FilterTest, Kept, Metric, QueryLine, VisualQuery } from '../visual_query';

/** Texts that are hard on quotes, patterns and placeholders. */
const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...'*?\\"{}():<> abé\n'), maxLength: 12 }),
  fc.constantFrom('dql:x', '{{period_end}}', '{{period_start}}', 'and', '\ue000', '5', 'true')
);

const field = fc.constantFrom(
  'level',
  'http.status',
  'boost',
  '1',
  'field',
  'a b',
  'Ärger',
  'query'
);

const value = fc.oneof(
  text,
  fc.boolean(),
  fc.integer(),
  fc.double({ min: -1000, max: 1000, noNaN: true }).filter((number) => number % 1 !== 0)
);

/** One side of a range: open, or with one of two bounds. */
const side = (outside: 'gt' | 'lt', inside: 'gte' | 'lte') =>
  fc.oneof(
    fc.constant({}),
    value.map((bound) => ({ [outside]: bound })),
    value.map((bound) => ({ [inside]: bound }))
  );

const range = fc
  .tuple(side('gt', 'gte'), side('lt', 'lte'))
  .map(([lower, upper]): FilterTest => ({ kind: 'range', ...lower, ...upper }));

const test: fc.Arbitrary<FilterTest> = fc.oneof(
  value.map((one): FilterTest => ({ kind: 'is', value: one })),
  fc.array(value, { maxLength: 4 }).map((values): FilterTest => ({ kind: 'one_of', values })),
  range,
  fc.constant<FilterTest>({ kind: 'exists' }),
  fc
    .record({
      kind: fc.constantFrom('phrase' as const, 'starts_with', 'ends_with', 'contains'),
      text,
    })
    .map(({ kind, text: words }): FilterTest => ({ kind, value: words }))
);

const filter: fc.Arbitrary<Filter> = fc
  .record({ field, not: fc.boolean(), test })
  .map(({ not, ...rest }) => (not ? { ...rest, not } : rest));

const DQL = ['level: ERROR', 'not a:(b or "c d") and n >= 5', 'x*', '', 'level:', '"open'];

export const randomLine: fc.Arbitrary<QueryLine> = fc
  .record({
    language: fc.constantFrom('dql' as const, 'lucene' as const),
    words: fc.oneof(text, fc.constantFrom(...DQL)).filter((words) => words.trim() !== ''),
    lenient: fc.boolean(),
  })
  .map(({ language, words, lenient }) =>
    language === 'lucene' && lenient
      ? { language, text: words, lenient }
      : { language, text: words }
  );

const metric: fc.Arbitrary<Metric> = fc
  .record({
    field,
    kind: fc.constantFrom(...FIELD_METRICS, 'percentile' as const),
    percent: fc.constantFrom(50, 95, 99.9),
    name: fc.option(fc.constantFrom('metric', 'avg_level', 'avg_level_2', 'p95'), {
      nil: undefined,
    }),
  })
  .map(({ kind, percent, name, ...rest }) => {
    const named = name === undefined ? rest : { ...rest, name };
    return kind === 'percentile' ? { kind, percent, ...named } : { kind, ...named };
  });

/** The members that hold something, and no empty object. */
const keptOf = (kept: Kept, { groupBy, documents }: Pick<VisualQuery, 'groupBy' | 'documents'>) => {
  const { groupsName, pageSize, sources, sorting, ...rest } = kept;
  const all: Kept = {
    ...rest,
    ...(documents > 0 && sorting ? { sorting } : {}),
    ...(groupBy.length > 0 && groupsName ? { groupsName } : {}),
    ...(groupBy.length > 0 && pageSize !== undefined ? { pageSize } : {}),
    ...(groupBy.length > 0 && sources
      ? { sources: groupBy.map((name, i) => ({ field: name, name: `s${i}` })) }
      : {}),
  };
  return Object.keys(all).length === 0 ? {} : { kept: all };
};

const kept: fc.Arbitrary<Kept> = fc.record(
  {
    endIncluded: fc.constant(true as const),
    noTimeFormat: fc.constant(true as const),
    sorting: fc.constantFrom('none' as const, 'plain' as const),
    groupsName: fc.constantFrom('composite_agg', 'by host'),
    pageSize: fc.constantFrom(null, 10, 500),
    sources: fc.constant([]),
  },
  { requiredKeys: [] }
);

/** No name twice: of two metrics with one name the query could hold only one. */
const apart = (metrics: Metric[]): Metric[] => {
  const names = metricNames(metrics);
  return withoutDefaultNames(metrics.map((one, i) => ({ ...one, name: names[i] })));
};

/** Whatever the builder can hold. */
export const randomQuery: fc.Arbitrary<VisualQuery> = fc
  .record({
    timeField: fc.constantFrom('@timestamp', 'time', 'event.created'),
    lookBack: fc.oneof(
      fc.constant({ kind: 'since_last_run' as const }),
      fc.record({
        kind: fc.constant('span' as const),
        amount: fc.integer({ min: 1, max: 999 }),
        unit: fc.constantFrom('s' as const, 'm' as const, 'h' as const, 'd' as const),
      })
    ),
    filters: fc.array(filter, { maxLength: 4 }),
    line: fc.option(randomLine, { nil: undefined }),
    metrics: fc.array(metric, { maxLength: 4 }),
    groupBy: fc.uniqueArray(field, { maxLength: 3 }),
    documents: fc.nat({ max: 20 }),
    given: kept,
  })
  .map(({ line, given, metrics, ...query }) => ({
    ...query,
    ...(line ? { line } : {}),
    metrics: apart(metrics),
    ...keptOf(given, query),
  }));
