import { invalidInput } from '../../common/errors';
import type { IndexField, ValuesAnswer } from '../../common/indices/fields';
import type { Cluster } from '../cluster/types';
import { readField } from './fields';
import { PATIENCE_MS, WHERE_PRESENT, indexPath } from './index_path';

const MOST = 20;
/** With a beginning, so many are looked through here. */
const MOST_LOOKED_THROUGH = 500;
const SEARCH_TIME = '2s';

interface Bucket {
  key: string | number | boolean;
  key_as_string?: string;
  doc_count: number;
}

interface Answer {
  timed_out: boolean;
  aggregations?: { values?: { buckets: Bucket[] } };
}

export interface ValuesQuestion {
  indices: readonly string[];
  field: string;
  /** What the values begin with, whatever its case. */
  query: string;
}

/** Lucene's regular expression for whatever begins so. */
const beginsWith = (text: string): string =>
  `${[...text]
    .map((character) => {
      const cases = new Set([character.toLowerCase(), character.toUpperCase()]);
      if (cases.size === 2 && [...cases].every((one) => one.length === 1)) {
        return `[${[...cases].join('')}]`;
      }
      return /[A-Za-z0-9\s]/.test(character) ? character : `\\${character}`;
    })
    .join('')}.*`;

const canNarrow = ({ type }: IndexField): boolean => type === 'keyword';

/**
 * Documents are narrowed down, not the values of the aggregation: its `include` fails on some versions when no value
 * matches (seen on OpenSearch 2.19). Other values of the same documents are left out here.
 */
const bodyFor = (field: IndexField, query: string): object => ({
  size: 0,
  timeout: SEARCH_TIME,
  track_total_hits: false,
  ...(query !== '' && canNarrow(field)
    ? { query: { regexp: { [field.name]: { value: beginsWith(query) } } } }
    : {}),
  aggs: {
    values: { terms: { field: field.name, size: query === '' ? MOST : MOST_LOOKED_THROUGH } },
  },
});

const valueOf = ({ type }: IndexField, { key, key_as_string: text }: Bucket) =>
  type === 'boolean' ? text === 'true' || key === true : key;

const isWritable = (value: string | number | boolean): boolean =>
  typeof value !== 'number' || Math.abs(value) <= Number.MAX_SAFE_INTEGER;

const aggregatable = async (
  asCaller: Cluster,
  { indices, field: name }: ValuesQuestion
): Promise<IndexField> => {
  const field = await readField(asCaller, indices, name);
  if (!field) {
    throw invalidInput([{ field: 'field', message: `No field is called ${name} there.` }]);
  }
  if (!field.aggregatable) {
    const message = `${name} keeps no whole values (${field.type}); ask a keyword field.`;
    throw invalidInput([{ field: 'field', message }]);
  }
  return field;
};

/**
 * The most frequent values of a field, as the caller may see them.
 *
 * @throws WatchkeeperError `invalid_input` for a field that is not there or keeps no whole values
 */
export const readValues = async (
  asCaller: Cluster,
  question: ValuesQuestion
): Promise<ValuesAnswer> => {
  const { indices, query } = question;
  const field = await aggregatable(asCaller, question);
  const { body } = await asCaller.request<Answer>(
    {
      method: 'POST',
      path: `/${indexPath(indices)}/_search`,
      query: WHERE_PRESENT,
      body: bodyFor(field, query),
    },
    { timeoutMs: PATIENCE_MS }
  );
  const begins = query.toLowerCase();
  const values = (body.aggregations?.values?.buckets ?? [])
    .map((bucket) => ({ value: valueOf(field, bucket), count: bucket.doc_count }))
    .filter(({ value }) => isWritable(value) && String(value).toLowerCase().startsWith(begins))
    .slice(0, MOST);
  return { values, partial: body.timed_out };
};
