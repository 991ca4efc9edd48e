import fc from 'fast-check';
import { parseLossless } from '../../json/lossless';
import type { JsonObject } from '../../json/record';
import { bodyFingerprint, plainBody } from './plain_body';
import { printQuery } from './print_query';
import { readQuery } from './read_query';

const WINDOW = {
  range: {
    '@timestamp': { gte: '{{period_start}}', lt: '{{period_end}}', format: 'epoch_millis' },
  },
};

/** Pieces of the query DSL, put together in any way. */
const randomDsl = fc.letrec<{ clause: unknown; list: unknown }>((tie) => ({
  list: fc.oneof(tie('clause'), fc.array(tie('clause'), { maxLength: 3 })),
  clause: fc.oneof(
    { maxDepth: 4 },
    fc.constant(WINDOW),
    fc.constantFrom<unknown>(
      { match_all: {} },
      { term: { a: 5, b: 1 } },
      { term: { a: { value: 1, case_insensitive: true } } },
      { wildcard: { a: '*\\' } },
      { wildcard: { a: '**' } },
      { exists: { field: 'a', boost: 2 } },
      { terms: { a: [1, null] } },
      { range: { a: { from: 1, gte: 2 } } },
      { range: { a: { gt: '{{ period_end }}', boost: 1 } } },
      { query_string: { query: ' ' } },
      { bool: { _name: 'dql:a', filter: [{ match: { a: 1 } }] } },
      null
    ),
    fc
      .record(
        {
          filter: tie('list'),
          must: tie('list'),
          must_not: tie('list'),
          should: tie('list'),
          boost: fc.constantFrom(1, 2),
          _name: fc.constant('dql:x'),
        },
        { requiredKeys: [] }
      )
      .map((bool) => ({ bool }))
  ),
}));

const randomAggregations = fc.dictionary(
  fc.constantFrom('metric', 'groups', 'a'),
  fc.constantFrom<unknown>(
    { avg: { field: 'x' } },
    { avg: { field: 'x', missing: 0 } },
    { avg: { field: 'x' }, meta: {} },
    { percentiles: { field: 'x', percents: [1, 2] } },
    { composite: { sources: [{ s: { terms: { field: 'x', order: 'desc' } } }] } },
    {
      composite: { sources: [{ s: { terms: { field: 'x' } } }] },
      aggs: { y: { max: { field: 'x' } } },
    },
    { composite: { size: 3, sources: [{ s: { terms: { field: 'x' } } }] }, aggs: {} }
  )
);

const randomBody = fc
  .record({
    clauses: fc.array(randomDsl.clause, { maxLength: 2 }),
    members: fc.oneof(
      fc.constant({ size: 0 }),
      fc.record({ aggs: randomAggregations }),
      fc.record(
        {
          size: fc.constantFrom<unknown>(0, 5, 10, '5', -1),
          sort: fc.constantFrom<unknown>([], { '@timestamp': 'desc' }, [{ a: 'desc' }, '_score']),
          aggregations: randomAggregations,
          track_total_hits: fc.boolean(),
          from: fc.constant(0),
        },
        { requiredKeys: [] }
      )
    ),
  })
  .map(({ clauses, members }) => ({
    query: { bool: { filter: [WINDOW, ...clauses] } },
    ...members,
  }));

describe('any other DSL', () => {
  it('is never claimed where a part of it would be lost', () => {
    let shown = 0;
    fc.assert(
      fc.property(randomBody, (body) => {
        const text = JSON.stringify(body);
        const read = readQuery(text);
        if (read.kind === 'dsl') {
          expect(read.reason).not.toBe('');
          return;
        }
        shown += 1;
        const parsed = (json: string) => plainBody(parseLossless(json) as JsonObject);
        const again = printQuery(read.query);
        expect(bodyFingerprint(parsed(again))).toBe(bodyFingerprint(parsed(text)));
        expect(readQuery(again)).toEqual(read);
      }),
      { numRuns: 1000 }
    );
    expect(shown).toBeGreaterThan(100);
  });

  it('never makes it throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.object().map((any) => JSON.stringify(any) ?? '')
        ),
        (text) => {
          expect(['visual', 'dsl']).toContain(readQuery(text).kind);
        }
      )
    );
  });
});
