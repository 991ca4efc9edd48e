import { parseLossless } from '../../../common/json/lossless';
import { seriesOf, summedBySteps } from './series';

const T = Date.UTC(2026, 0, 2, 3, 0);
const MINUTE = 60_000;
const WINDOW = { start: T, end: T + 10 * MINUTE };

const seriesOfText = (response: string, query = '{}') =>
  seriesOf(parseLossless(response), parseLossless(query), WINDOW);

const bucket = (minute: number, more = '"doc_count":7') =>
  `{"key":${T + minute * MINUTE},"key_as_string":"2026-01-02T03:0${minute}:00.000Z",${more}}`;

describe('what of an answer is drawn', () => {
  it('is the counts of the first date histogram', () => {
    const response = `{"aggregations":{"top":{"buckets":[{"key":"a","doc_count":1}]},
      "per_minute":{"buckets":[${bucket(0)},${bucket(1, '"doc_count":0')}]}}}`;
    expect(seriesOfText(response)).toEqual({
      kind: 'histogram',
      aggregation: 'per_minute',
      points: [
        { at: T, value: 7 },
        { at: T + MINUTE, value: 0 },
      ],
    });
  });

  it('is its metric where it has one, with holes where that has no value', () => {
    const of = (value: string) => `"doc_count":3,"slowest":{"value":${value}}`;
    const response = `{"aggregations":{"only_errors":{"doc_count":9,"per_minute":{"buckets":[
      ${bucket(0, of('19999.0'))},${bucket(1, of('null'))},${bucket(2, of('0.5'))}]}}}}`;
    expect(seriesOfText(response)).toEqual({
      kind: 'histogram',
      aggregation: 'per_minute',
      metric: 'slowest',
      points: [
        { at: T, value: 19999 },
        { at: T + 2 * MINUTE, value: 0.5 },
      ],
    });
  });

  it('takes no histogram of numbers for one of times', () => {
    const response = '{"aggregations":{"sizes":{"buckets":[{"key":100.0,"doc_count":3}]}}}';
    expect(seriesOfText(response)).toEqual({ kind: 'none' });
  });

  it('is the documents by the field that they were sorted by', () => {
    const response = `{"hits":{"hits":[{"_id":"1","sort":[${T + 1000}]},{"_id":"2","sort":[${T + 2000}]}]}}`;
    const series = seriesOfText(response, '{"sort":[{"created":{"order":"desc"}}]}');
    expect(series).toMatchObject({ kind: 'documents', field: 'created', documents: 2 });
    expect(series.kind === 'documents' && series.points[0]).toEqual({ at: T, value: 2 });
  });

  it('is the documents by @timestamp where they were sorted by something else', () => {
    const response = `{"hits":{"hits":[{"sort":[0.5],"_source":{"@timestamp":"2026-01-02T03:04:05Z"}},{"_source":{}}]}}`;
    const series = seriesOfText(response, '{"sort":["_score"]}');
    expect(series).toMatchObject({ kind: 'documents', field: '@timestamp', documents: 1 });
  });

  it('reads nanoseconds', () => {
    const series = seriesOfText(`{"hits":{"hits":[{"sort":[${T}000001]}]}}`, '{"sort":"time"}');
    expect(series).toMatchObject({ kind: 'documents', field: 'time', documents: 1 });
  });

  it('is nothing for an answer without times', () => {
    expect(seriesOfText('{"hits":{"hits":[{"_source":{"@timestamp":"soon"}}]}}')).toEqual({
      kind: 'none',
    });
    expect(seriesOfText('[]')).toEqual({ kind: 'none' });
  });

  it('sums the counts of buckets that are too many to be seen', () => {
    const buckets = Array.from(
      { length: 900 },
      (_, i) => `{"key":${T + i * 1000},"key_as_string":"x","doc_count":${i % 2}}`
    );
    const series = seriesOfText(`{"aggregations":{"fine":{"buckets":[${buckets.join(',')}]}}}`);
    expect(series).toMatchObject({ kind: 'histogram', summedBy: 30_000 });
    const points = series.kind === 'histogram' ? series.points : [];
    expect(points).toHaveLength(30);
    expect(points.every(({ value }) => value === 15)).toBe(true);
  });
});

describe('summing by steps', () => {
  const once = (at: number) => ({ at, value: 1 });
  const total = (points: Array<{ value: number }>) =>
    points.reduce((sum, { value }) => sum + value, 0);

  it('takes every instant once, over the whole window', () => {
    const times = [T, T + 1, T + 5 * MINUTE, WINDOW.end - 1];
    const { points, step } = summedBySteps(times.map(once), WINDOW);
    expect(total(points)).toBe(times.length);
    expect(points[0].at).toBe(T);
    expect(points).toHaveLength((10 * MINUTE) / step);
    expect(points.length).toBeLessThanOrEqual(41);
  });

  it('reaches to documents outside of the window', () => {
    const { points } = summedBySteps([once(T - 365 * 86_400_000), once(T)], WINDOW);
    expect(total(points)).toBe(2);
    expect(points[0].at).toBeLessThanOrEqual(T - 365 * 86_400_000);
    expect(points.length).toBeLessThan(60);
  });

  it('takes a single instant in a window of no length', () => {
    expect(summedBySteps([once(T)], { start: T, end: T }).points).toEqual([once(T)]);
  });
});
