import fc from 'fast-check';
import { compileQuery, coverageWarnings, renderQuery } from '../query';
import { printQuery } from './print_query';
import { readQuery } from './read_query';
import { randomQuery } from './testing/random_queries';
import type { VisualQuery } from './visual_query';

const query = (changes: Partial<VisualQuery> = {}): VisualQuery => ({
  timeField: '@timestamp',
  lookBack: { kind: 'since_last_run' },
  filters: [],
  metrics: [],
  groupBy: [],
  documents: 0,
  ...changes,
});

const WINDOW = {
  range: {
    '@timestamp': { gte: '{{period_start}}', lt: '{{period_end}}', format: 'epoch_millis' },
  },
};

const search = (members: object, ...clauses: object[]): string =>
  JSON.stringify({ size: 0, query: { bool: { filter: [WINDOW, ...clauses] } }, ...members });

const visual = (text: string): VisualQuery => {
  const read = readQuery(text);
  if (read.kind === 'dsl') throw new Error(read.reason);
  return read.query;
};

const reason = (text: string): string => {
  const read = readQuery(text);
  return read.kind === 'dsl' ? read.reason : 'It is visual.';
};

describe('a query of the builder', () => {
  it('reads as a person would have written it', () => {
    const text = printQuery(
      query({
        lookBack: { kind: 'span', amount: 1, unit: 'h' },
        filters: [{ field: 'level', test: { kind: 'is', value: 'ERROR' } }],
        metrics: [{ kind: 'percentile', field: 'http.took', percent: 95 }],
        documents: 5,
      })
    );
    expect(text).toBe(`{
  "size": 5,
  "query": {
    "bool": {
      "filter": [
        {
          "range": {
            "@timestamp": {
              "gte": "{{period_end}}||-1h",
              "lt": "{{period_end}}",
              "format": "epoch_millis"
            }
          }
        },
        { "term": { "level": "ERROR" } }
      ]
    }
  },
  "aggregations": {
    "p95_http_took": {
      "percentiles": { "field": "http.took", "percents": [95] }
    }
  },
  "sort": [{ "@timestamp": { "order": "desc", "unmapped_type": "date" } }]
}`);
  });

  it('is read again as it was, and is JSON that can be run', () => {
    fc.assert(
      fc.property(randomQuery, (built) => {
        const text = printQuery(built);
        expect(readQuery(text)).toEqual({ kind: 'visual', query: built });
        const rendered = renderQuery(compileQuery(text, 30), { start: 1, end: 2 });
        expect(JSON.parse(rendered)).toMatchObject({ track_total_hits: true });
      }),
      { numRuns: 300 }
    );
  });

  it('leaves no holes when it looks back to the last run', () => {
    expect(coverageWarnings(printQuery(query()), 60_000)).toEqual([]);
  });

  it('groups by pages that the run turns to the end', () => {
    const text = printQuery(
      query({ groupBy: ['kubernetes.pod', 'host'], metrics: [{ kind: 'avg', field: 'took' }] })
    );
    expect(JSON.parse(text).aggregations).toEqual({
      groups: {
        composite: {
          size: 1000,
          sources: [
            { kubernetes_pod: { terms: { field: 'kubernetes.pod' } } },
            { host: { terms: { field: 'host' } } },
          ],
        },
        aggregations: { avg_took: { avg: { field: 'took' } } },
      },
    });
  });
});

describe('a query of other hands', () => {
  it('of the neighbour’s visual editor is shown, and written as it was', () => {
    const theirs = {
      size: 0,
      aggregations: { metric: { avg: { field: 'bytes' } } },
      query: {
        bool: {
          filter: [
            {
              range: {
                '@timestamp': {
                  gte: '{{period_end}}||-1h',
                  lte: '{{period_end}}',
                  format: 'epoch_millis',
                },
              },
            },
            { bool: { must_not: { term: { level: 'INFO' } } } },
          ],
        },
      },
    };
    const read = visual(JSON.stringify(theirs));
    expect(read).toEqual(
      query({
        lookBack: { kind: 'span', amount: 1, unit: 'h' },
        filters: [{ field: 'level', not: true, test: { kind: 'is', value: 'INFO' } }],
        metrics: [{ kind: 'avg', field: 'bytes', name: 'metric' }],
        kept: { endIncluded: true },
      })
    );
    const bool = { must_not: [{ term: { level: 'INFO' } }] };
    const [window] = theirs.query.bool.filter;
    expect(JSON.parse(printQuery(read))).toEqual({
      ...theirs,
      query: { bool: { filter: [window, { bool }] } },
    });
  });

  it('of the neighbour’s groups keeps their names', () => {
    const read = visual(
      search({
        aggregations: {
          composite_agg: {
            composite: { sources: [{ 'host.name': { terms: { field: 'host.name' } } }] },
            aggs: { count_bytes: { value_count: { field: 'bytes' } } },
          },
        },
      })
    );
    expect(read).toMatchObject({
      metrics: [{ kind: 'value_count', field: 'bytes', name: 'count_bytes' }],
      groupBy: ['host.name'],
      kept: {
        groupsName: 'composite_agg',
        pageSize: null,
        sources: [{ field: 'host.name', name: 'host.name' }],
      },
    });
  });

  it.each([
    ['the long form of a clause', { term: { level: { value: 'E', boost: 1 } } }, 'is'],
    [
      'a range in the words of old',
      { range: { n: { from: 1, to: null, include_lower: false } } },
      'range',
    ],
    ['a pattern that is a prefix', { wildcard: { pod: { value: 'api-*' } } }, 'starts_with'],
    ['words in a row', { match_phrase: { message: { query: 'a b', slop: 0 } } }, 'phrase'],
  ])('is shown with %s', (_what, clause, kind) => {
    expect(visual(search({}, clause)).filters).toMatchObject([{ test: { kind } }]);
  });

  it('is shown where its conditions are nested or written as must', () => {
    const text = JSON.stringify({
      size: 0,
      query: {
        bool: {
          must: [{ bool: { filter: { term: { a: 1 } }, boost: 1.0 } }, { match_all: {} }],
          must_not: [{ exists: { field: 'b' } }],
          filter: WINDOW,
        },
      },
    });
    expect(visual(text).filters).toEqual([
      { field: 'a', test: { kind: 'is', value: 1 } },
      { field: 'b', not: true, test: { kind: 'exists' } },
    ]);
  });

  it.each([
    [
      'a clause',
      search({}, { geo_distance: { distance: '1km' } }),
      '`query.bool.filter[1].geo_distance`',
    ],
    ['a member of the body', search({ _source: false }), '`_source`'],
    [
      'an aggregation',
      search({ aggs: { x: { terms: { field: 'a' } } } }),
      '`aggregations.x.terms`',
    ],
    [
      'a condition that is enough alone',
      search({}, { bool: { should: [{ term: { a: 1 } }] } }),
      '`query.bool.filter[1].bool`',
    ],
    [
      'a bound that is rounded',
      search({}, { range: { n: { gte: 1, format: 'x' } } }),
      'range.format`',
    ],
    [
      'a second line',
      search({}, { query_string: { query: 'a' } }, { query_string: { query: 'b' } }),
      '`query.bool.filter[2].query_string`',
    ],
    ['a pattern within', search({}, { wildcard: { a: 'x*y' } }), 'wildcard` is a pattern'],
    [
      'a double that is whole',
      search({}, { term: { a: 'N' } }).replace('"N"', '5.0'),
      '`query.bool.filter[1].term` holds a value',
    ],
    [
      'a long beyond the doubles',
      search({}, { term: { a: 'N' } }).replace('"N"', '9007199254740993'),
      'holds a value',
    ],
    ['an order', search({ size: 5, sort: [{ host: 'asc' }] }), '`sort`'],
    ['a limited count', search({ track_total_hits: 5 }), '`track_total_hits`'],
    ['a member that stands twice', '{"size":0,"size":0}', '`size` stands there twice'],
    ['no window', '{"size":0,"query":{"term":{"a":1}}}', 'no range over a time field'],
    [
      'another window',
      '{"query":{"range":{"@timestamp":{"gte":"{{period_start}}"}}}}',
      '`query` names the period',
    ],
    [
      'ranked documents',
      JSON.stringify({ query: { bool: { must: [{ term: { a: 1 } }], filter: [WINDOW] } } }),
      '`query.bool.must[0]` ranks',
    ],
    ['no JSON', '{"size":', 'no JSON yet'],
    ['no object', '[]', 'JSON object'],
    ['a deep nest', '['.repeat(100_000), 'nested too deeply'],
  ])('stays in the DSL editor for %s, and says so', (_what, text, named) => {
    expect(reason(text).toLowerCase()).toContain(named.toLowerCase());
  });

  it('keeps a line of DQL only while its clause is its translation', () => {
    const line = { language: 'dql' as const, text: 'level: ERROR and not pod: "a b"' };
    const text = printQuery(query({ line }));
    expect(visual(text).line).toEqual(line);
    expect(reason(text.replace('"level": "ERROR"', '"level": "WARN"'))).toContain('bool`');
  });

  it('is refused by every cluster while its line of DQL makes no sense', () => {
    const line = { language: 'dql' as const, text: 'level:' };
    const text = printQuery(query({ line }));
    expect(text).toContain('unreadable_dql');
    expect(visual(text).line).toEqual(line);
  });
});
