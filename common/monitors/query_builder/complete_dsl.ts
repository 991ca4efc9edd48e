import type { IndexField } from '../../indices/fields';
import { dslPlace } from './dsl_place';
import type { DslPlace } from './dsl_place';
import {
  AGGREGATIONS,
  BODY_WORDS,
  BY_FIELD,
  CLAUSES,
  HOLDS_CLAUSES,
  MEMBERS,
  NAMES_FIELDS,
  OF_AGGREGATION,
  UNDER_FIELD,
  VALUES,
} from './dsl_words';

/** What may be written at a place of a search body: the same shape as editors list it in. */
export interface DslCompletion {
  from: number;
  to: number;
  items: DslItem[];
}

export interface DslItem {
  label: string;
  /** With its quotes, as it is typed. */
  typed: string;
  detail?: string;
  kind: 'keyword' | 'property' | 'text';
  apply: string;
  /** Where one goes on writing, from the start of what was written. */
  cursor: number;
}

type KnownField = Pick<IndexField, 'name' | 'type'>;

const isAggregations = (name: string | undefined): boolean =>
  name === 'aggs' || name === 'aggregations';

/** A name, and behind it how its value begins unless it has one. */
const nameItem = (label: string, begun: string, { hasColon }: DslPlace): DslItem => {
  const name = JSON.stringify(label);
  if (hasColon) return { label, typed: name, kind: 'keyword', apply: name, cursor: name.length };
  const apply = `${name}: ${begun.replace('|', '')}`;
  const cursor = name.length + 2 + begun.indexOf('|');
  return { label, typed: name, kind: 'keyword', apply, cursor };
};

const wordItems = (words: Readonly<Record<string, string>>, place: DslPlace): DslItem[] =>
  Object.entries(words).map(([label, begun]) => nameItem(label, begun, place));

/** How the value of a field begins, by the clause that it is in. */
const FIELD_VALUE: Readonly<Record<string, string>> = {
  range: '{ "gte": | }',
  terms: '[|]',
  sort: '{ "order": "desc" }|',
};

const fieldNames = (fields: readonly KnownField[], clause: string, place: DslPlace): DslItem[] =>
  fields.map(({ name, type }) => ({
    ...nameItem(name, FIELD_VALUE[clause] ?? '"|"', place),
    detail: type,
    kind: 'property',
  }));

const valueItem = (apply: string): DslItem => ({
  label: apply.replace(/^"|"$/g, ''),
  typed: apply,
  kind: 'text',
  apply,
  cursor: apply.length,
});

const fieldValues = (fields: readonly KnownField[]): DslItem[] =>
  fields.map(({ name, type }) => ({
    ...valueItem(JSON.stringify(name)),
    detail: type,
    kind: 'property',
  }));

const namesAt = (place: DslPlace, fields: readonly KnownField[]): DslItem[] => {
  const { path } = place;
  const [outer, parent, own] = [undefined, undefined, undefined, ...path].slice(-3);
  if (own === undefined) return wordItems(BODY_WORDS, place);
  // The names of aggregations are the author's.
  if (isAggregations(own)) return [];
  if (isAggregations(parent)) return wordItems(AGGREGATIONS, place);
  if (isAggregations(outer) && own !== 'filter') {
    return wordItems(MEMBERS[own] ?? OF_AGGREGATION, place);
  }
  if (HOLDS_CLAUSES.includes(own) && parent !== 'query_string') return wordItems(CLAUSES, place);
  if (BY_FIELD.includes(own)) return fieldNames(fields, own, place);
  if (parent !== undefined && parent in UNDER_FIELD) return wordItems(UNDER_FIELD[parent], place);
  return wordItems(MEMBERS[own] ?? {}, place);
};

const valuesAt = ({ path }: DslPlace, fields: readonly KnownField[]): DslItem[] => {
  const own = path[path.length - 1] ?? '';
  if (NAMES_FIELDS.includes(own)) return fieldValues(fields);
  return (Object.keys(VALUES).includes(own) ? VALUES[own] : []).map(valueItem);
};

/**
 * What may be written at an offset of a search body, which need not be JSON yet: members, clauses, aggregations, and the
 * fields of the indices. Null where there is nothing to offer.
 *
 * @param explicit asked for, rather than met while typing
 */
export const completeDsl = (
  text: string,
  offset: number,
  fields: readonly KnownField[],
  explicit: boolean
): DslCompletion | null => {
  const place = dslPlace(text, offset);
  if (!place || (!place.isBegun && !explicit)) return null;
  const items = place.writes === 'name' ? namesAt(place, fields) : valuesAt(place, fields);
  return items.length === 0 ? null : { from: place.from, to: place.to, items };
};
