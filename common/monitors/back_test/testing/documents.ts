import { parseLossless, stringifyLossless } from '../../../json/lossless';
import { JavaDouble } from '../../../json/java_double';
import { isRecord } from '../../../json/record';

/** A few searches as the cluster answers them, over documents in memory. */

export interface Doc {
  at: number;
  took: number | null;
  level: string;
}

type Query = Record<string, unknown>;

const record = (value: unknown): Query => (isRecord(value) ? value : {});

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

const instant = (value: unknown): number => {
  const [, base, amount] = /^(\d+)(?:\|\|-(\d+)m)?$/.exec(String(value)) ?? [];
  return Number(base) - Number(amount ?? 0) * 60_000;
};

const within = (at: number, { gte, gt, lt, lte }: Query): boolean =>
  (gte === undefined || at >= instant(gte)) &&
  (gt === undefined || at > instant(gt)) &&
  (lt === undefined || at < instant(lt)) &&
  (lte === undefined || at <= instant(lte));

const matches = (query: unknown, doc: Doc): boolean => {
  const { range, bool, term, terms, match_none: none } = record(query);
  if (none) return false;
  if (range) return within(doc.at, record(record(range).at));
  if (terms) return list(record(terms).at).some((at) => Number(at) === doc.at);
  if (term) return record(term).level === doc.level;
  return bool ? list(record(bool).filter ?? []).every((clause) => matches(clause, doc)) : true;
};

const double = (value: number) => new JavaDouble(value);

const metric = (type: string, definition: unknown, docs: readonly Doc[]): Query => {
  const values =
    record(definition).field === 'at'
      ? docs.map(({ at }) => at)
      : docs.flatMap(({ took }) => (took === null ? [] : [took]));
  const sum = values.reduce((a, b) => a + b, 0);
  const none = values.length === 0;
  const least = none ? null : double(Math.min(...values));
  const most = none ? null : double(Math.max(...values));
  const mean = none ? null : sum / values.length;
  const avg = mean !== null && Number.isInteger(mean) ? double(mean) : mean;
  switch (type) {
    case 'sum':
      return { value: double(sum) };
    case 'min':
      return { value: least };
    case 'max':
      return { value: most };
    case 'avg':
      return { value: avg };
    case 'value_count':
      return { value: values.length };
    case 'cardinality':
      return { value: new Set(values).size };
    default:
      return { count: values.length, min: least, max: most, avg, sum: double(sum) };
  }
};

const cellsOf = (body: Query, docs: readonly Doc[]): Query => {
  const histogram = record(body.date_histogram);
  const step = Number.parseInt(String(histogram.fixed_interval), 10);
  const offset = Number.parseInt(String(histogram.offset), 10);
  const cells = new Map<number, Doc[]>();
  for (const doc of docs) {
    const key = Math.floor((doc.at - offset) / step) * step + offset;
    cells.set(key, [...(cells.get(key) ?? []), doc]);
  }
  const buckets = [...cells]
    .sort(([a], [b]) => a - b)
    .map(([key, own]) => ({ key, doc_count: own.length, ...aggregated(body.aggs, own) }));
  return { buckets };
};

const groupsOf = (body: Query, docs: readonly Doc[]): Query => {
  const { terms, composite } = body;
  const [source] = list(record(composite).sources ?? []);
  const [name] = Object.keys(record(source));
  const levels = [...new Set(docs.map(({ level }) => level))].sort();
  const buckets = levels.map((level) => {
    const own = docs.filter((doc) => doc.level === level);
    const key = composite ? { [name]: level } : level;
    return { key, doc_count: own.length, ...aggregated(body.aggs, own) };
  });
  if (!terms) return { buckets };
  const ordered = buckets.sort((a, b) => b.doc_count - a.doc_count);
  const shown = ordered.slice(0, Number(record(terms).size ?? 10));
  const rest = ordered.slice(shown.length).reduce((sum, { doc_count: count }) => sum + count, 0);
  return { doc_count_error_upper_bound: 0, sum_other_doc_count: rest, buckets: shown };
};

const aggregated = (aggs: unknown, docs: readonly Doc[]): Query =>
  Object.fromEntries(
    Object.entries(record(aggs)).map(([name, body]) => {
      const inner = record(body);
      if (inner.date_histogram) return [name, cellsOf(inner, docs)];
      if (inner.terms || inner.composite) return [name, groupsOf(inner, docs)];
      const [type] = Object.keys(inner);
      if (!inner.filter) return [name, metric(type, inner[type], docs)];
      const own = docs.filter((doc) => matches(inner.filter, doc));
      return [name, { doc_count: own.length, ...aggregated(inner.aggs, own) }];
    })
  );

/** @param body the text of a query, its period filled in */
export const answer = (body: string, docs: readonly Doc[]): Query => {
  const { query, aggs } = record(parseLossless(body));
  const found = docs.filter((doc) => matches(query, doc));
  const response = {
    hits: { total: { value: found.length, relation: 'eq' } },
    ...(aggs === undefined ? {} : { aggregations: aggregated(aggs, found) }),
  };
  // Through text and back, as over the wire.
  return record(parseLossless(stringifyLossless(response)));
};
