import fc from 'fast-check';
import { parseLossless, stringifyLossless } from '../../../json/lossless';
import { isRecord } from '../../../json/record';
import { renderQuery } from '../../query';
import type { Window } from '../../run';
import { answer } from '../testing/documents';
import type { Doc } from '../testing/documents';
import { RebuiltAnswers } from './answers';
import { edgeTexts, histogramForm } from './form';

const MINUTE = 60_000;
const START = Date.UTC(2026, 0, 1) + 15_000;

const bodyOf = (query: unknown): Record<string, unknown> => {
  const body = parseLossless(stringifyLossless(query));
  if (!isRecord(body)) throw new Error('No body.');
  return body;
};

const windowsOf = (lengths: readonly number[]): Window[] => {
  let end = START;
  return lengths.map((minutes) => {
    const start = end;
    end += minutes * MINUTE;
    return { start, end };
  });
};

const everyMinute = (count = 30): Window[] => windowsOf(Array.from({ length: count }, () => 1));

/** Instants with a liking for the very ends of windows. */
const docs = fc.array(
  fc.record({
    at: fc.oneof(
      fc.integer({ min: START - 30 * MINUTE, max: START + 40 * MINUTE }),
      fc.integer({ min: -30, max: 40 }).map((n) => START + n * MINUTE)
    ),
    took: fc.option(fc.integer({ min: -50, max: 1000 }), { freq: 5 }),
    level: fc.constantFrom('ERROR', 'INFO'),
  }),
  { maxLength: 60 }
);

const end = '{{period_end}}';
const ranges = fc.oneof(
  fc
    .integer({ min: 1, max: 20 })
    .chain((n) =>
      fc.constantFrom<Record<string, string>>(
        { gte: `${end}||-${n}m`, lte: end, format: 'epoch_millis' },
        { gte: `${end}||-${n}m`, lt: end },
        { gt: `${end}||-${n}m`, lte: end }
      )
    ),
  fc.constantFrom<Record<string, string>>(
    { gte: '{{period_start}}', lt: end },
    { gt: '{{period_start}}', lte: end },
    { gte: '{{period_start}}', lte: end }
  )
);

const took = { field: 'took' };
const aggregations = fc.constantFrom(
  undefined,
  { total: { sum: took }, mean: { avg: took } },
  { least: { min: took }, most: { max: took }, known: { value_count: took } },
  { bad: { filter: { term: { level: 'ERROR' } }, aggs: { mean: { avg: took } } } },
  { levels: { terms: { field: 'level', size: 5 }, aggs: { total: { sum: took } } } },
  {
    groups: {
      composite: { size: 100, sources: [{ level: { terms: { field: 'level' } } }] },
      aggs: { mean: { avg: took } },
    },
  }
);

const queryOf = (range: Record<string, string>, aggs?: object) => ({
  size: 0,
  query: { bool: { filter: [{ range: { at: range } }] } },
  ...(aggs ? { aggs } : {}),
});

const rebuilt = (query: object, windows: Window[], all: readonly Doc[]) => {
  const form = histogramForm(bodyOf(query), windows);
  if (form.kind === 'not') throw new Error(form.reason);
  const asked = (texts: readonly string[]) => texts.map((text) => answer(text, all));
  const { empty } = form.value;
  const cells = asked(form.value.cells);
  const answers = RebuiltAnswers.from(form.value, {
    ...{ cells, edges: asked(edgeTexts(form.value, cells)) },
    ...(empty === undefined ? {} : { empty: answer(empty, all) }),
  });
  if (answers.kind === 'not') throw new Error(answers.reason);
  return { form: form.value, answers: answers.value };
};

const whatMatters = ({ hits, aggregations: found }: Record<string, unknown>): string =>
  stringifyLossless({ total: isRecord(hits) ? hits.total : undefined, found });

describe('answers put together from date histograms', () => {
  it('are those that each window would have had, whatever its bounds and lengths', () => {
    fc.assert(
      fc.property(
        docs,
        ranges,
        aggregations,
        fc.array(fc.constantFrom(1, 1, 2, 5), { minLength: 1, maxLength: 20 }),
        (all, range, aggs, lengths) => {
          const windows = windowsOf(lengths);
          const query = queryOf(range, aggs);
          const { answers } = rebuilt(query, windows, all);
          for (const window of windows) {
            const asked = renderQuery({ template: stringifyLossless(query) }, window);
            const expected = answer(asked, all);
            const { response, hits } = answers.shift();
            expect(whatMatters(response)).toBe(whatMatters(expected));
            expect(hits).toBe(
              isRecord(expected.hits) && isRecord(expected.hits.total)
                ? expected.hits.total.value
                : undefined
            );
          }
        }
      ),
      { numRuns: 300 }
    );
  });

  it('take a count of distinct values as it is, where windows are cells', () => {
    const range = { gte: '{{period_start}}', lt: end };
    const query = queryOf(range, { distinct: { cardinality: took } });
    const all = [10, 10, 20].map((value) => ({ at: START + 5, took: value, level: 'ERROR' }));
    const { answers } = rebuilt(query, everyMinute(2), all);
    expect(answers.shift().response.aggregations).toEqual({ distinct: { value: 2 } });
    expect(answers.shift().response.aggregations).toEqual({ distinct: { value: 0 } });
  });

  it('are not made of groups that the cluster cuts off, in a cell or in a window', () => {
    const aggs = { levels: { terms: { field: 'level', size: 1 } } };
    const query = queryOf({ gte: `${end}||-2m`, lt: end }, aggs);
    const at = (minute: number, level: string) => ({ at: START + minute * MINUTE, took: 1, level });
    expect(() => rebuilt(query, everyMinute(3), [at(0, 'a'), at(0, 'b')])).toThrow('more groups');
    const { answers } = rebuilt(query, everyMinute(3), [at(0, 'a'), at(1, 'b')]);
    expect(answers.shift().response.aggregations).toMatchObject({
      levels: { buckets: [{ key: 'a', doc_count: 1 }] },
    });
    expect(() => answers.shift()).toThrow('more groups');
  });

  it('say when somebody looks at what they do not have', () => {
    const query = { ...queryOf({ gte: '{{period_start}}', lt: end }), size: 5 };
    const { answers } = rebuilt(query, everyMinute(1), []);
    const { hits } = answers.shift().response;
    expect(isRecord(hits) && hits.total).toEqual({ value: 0, relation: 'eq' });
    expect(answers.missing.looked).toBe(false);
    expect(isRecord(hits) && hits.hits).toEqual([]);
    expect(answers.missing.looked).toBe(true);
  });

  it('have no aggregations where no index is looked at, as a search has none', () => {
    const query = queryOf({ gte: '{{period_start}}', lt: end }, { total: { sum: took } });
    const form = histogramForm(bodyOf(query), everyMinute(1));
    if (form.kind === 'not') throw new Error(form.reason);
    const nowhere = { hits: { total: { value: 0 } } };
    const answers = RebuiltAnswers.from(form.value, { cells: [nowhere], edges: [] });
    if (answers.kind === 'not') throw new Error(answers.reason);
    expect('aggregations' in answers.value.shift().response).toBe(false);
  });

  it('are not made where documents have several dates', () => {
    const form = histogramForm(
      bodyOf(queryOf({ gte: '{{period_start}}', lt: end })),
      everyMinute(1)
    );
    if (form.kind === 'not') throw new Error(form.reason);
    const buckets = [
      { key: START, doc_count: 1 },
      { key: START + MINUTE, doc_count: 1 },
    ];
    const response = { hits: { total: { value: 1 } }, aggregations: { cells: { buckets } } };
    const answers = RebuiltAnswers.from(form.value, { cells: [response], edges: [] });
    expect(answers).toMatchObject({ kind: 'not', reason: expect.stringContaining('several') });
  });
});

describe('the form of date histograms', () => {
  const day = queryOf({ gte: `${end}||-1h`, lt: end });
  const formOf = (query: object, windows = everyMinute()) => histogramForm(bodyOf(query), windows);

  it('has cells as long as the interval and the look-back allow', () => {
    const form = formOf(queryOf({ gte: `${end}||-7m`, lt: end }), windowsOf([5, 5, 5]));
    expect(form).toMatchObject({ kind: 'found', value: { grid: { step: MINUTE } } });
    const wide = formOf(queryOf({ gte: `${end}||-10m`, lt: end }), windowsOf([5, 5, 5]));
    expect(wide).toMatchObject({ kind: 'found', value: { grid: { step: 5 * MINUTE } } });
  });

  it('is cut so that no answer has more buckets than any cluster gives', () => {
    const form = formOf(day, everyMinute(30 * 24 * 60));
    expect(form.kind === 'found' && form.value.cells).toHaveLength(5);
  });

  it('asks at the ends of windows only where there is something, no more at once than a cluster takes', () => {
    const windows = everyMinute(1500);
    const form = formOf(queryOf({ gte: '{{period_start}}', lte: end }), windows);
    if (form.kind === 'not') throw new Error(form.reason);
    const at = (instant: number) => ({ at: instant, took: 1, level: 'ERROR' });
    const ask = (all: Doc[]) =>
      edgeTexts(
        form.value,
        form.value.cells.map((text) => answer(text, all))
      ).length;
    expect(ask(windows.map((window) => at(window.end - 1)))).toBe(0);
    expect(ask([at(windows[1499].end)])).toBe(1);
    expect(ask(windows.map((window) => at(window.end)))).toBe(5);
  });

  it.each([
    ['no period', { query: { match_all: {} } }, 'names no period'],
    [
      'a period that only some documents need to pass',
      { query: { bool: { should: [{ range: { at: { gte: '{{period_start}}' } } }] } } },
      'names no period',
    ],
    ['no upper end', queryOf({ gte: '{{period_start}}' }), 'not a fixed distance'],
    ['a rounded end', queryOf({ gte: `${end}||/d`, lt: end }), 'not a fixed distance'],
    [
      'another aggregation',
      queryOf({ gte: '{{period_start}}', lt: end }, { hosts: { rare_terms: { field: 'host' } } }),
      'hosts (rare_terms)',
    ],
    [
      'groups in an order of their own',
      queryOf(
        { gte: '{{period_start}}', lt: end },
        { hosts: { terms: { field: 'host', order: { _key: 'asc' } } } }
      ),
      '"order"',
    ],
    [
      'groups of two fields',
      queryOf(
        { gte: '{{period_start}}', lt: end },
        {
          hosts: {
            composite: {
              sources: [{ a: { terms: { field: 'a' } } }, { b: { terms: { field: 'b' } } }],
            },
          },
        }
      ),
      'more than the values of one field',
    ],
    [
      'distinct values over windows that overlap',
      queryOf({ gte: `${end}||-1h`, lt: end }, { distinct: { cardinality: took } }),
      'distinct',
    ],
    ['a count that stops', { ...day, track_total_hits: 100 }, 'all hits'],
    ['a member that decides about documents', { ...day, min_score: 2 }, 'min_score'],
    [
      'a period in a second place',
      queryOf({ gte: '{{period_start}}', lt: end }, { x: { filter: { term: { level: end } } } }),
      'elsewhere',
    ],
    ['a zone', queryOf({ gte: '{{period_start}}', lt: end, time_zone: '+01:00' }), 'time_zone'],
  ])('is refused with its reason to a query with %s', (_what, query, reason) => {
    expect(formOf(query)).toMatchObject({ kind: 'not', reason: expect.stringContaining(reason) });
  });
});
