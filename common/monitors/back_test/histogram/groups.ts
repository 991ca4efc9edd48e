import { isRecord } from '../../../json/record';
import { CHILDREN_FIELDS } from '../../bucket_level/aggregations';
import { not } from './window_range';
import type { Found } from './window_range';

/**
 * An aggregation by the values of one field: `terms`, or a `composite` of one such source. Where every cell tells of all
 * its groups, those of a window follow.
 */
export interface GroupsShape {
  /** The source's name, of a composite; its groups stand in the order of their keys. */
  source?: string;
  /** What is asked in each cell. */
  terms: Record<string, unknown>;
  /** More groups than the author asks for would be cut off by the cluster. */
  most: number;
}

const DEFAULT_SIZE = 10;
/** A composite is read to its end: so many groups of a cell are read. */
const COMPOSITE_SIZE = 1000;

const TERMS_FIELDS: ReadonlySet<string> = new Set(['field', 'size', 'include', 'exclude']);
const COMPOSITE_FIELDS: ReadonlySet<string> = new Set(['sources', 'size']);

const strange = (definition: Record<string, unknown>, known: ReadonlySet<string>) =>
  Object.keys(definition).find((name) => !known.has(name));

const termsShape = (name: string, definition: Record<string, unknown>): Found<GroupsShape> => {
  const unknown = strange(definition, TERMS_FIELDS);
  if (unknown !== undefined) return not(`The aggregation ${name} has "${unknown}".`);
  const most = Number(definition.size ?? DEFAULT_SIZE);
  return { kind: 'found', value: { terms: { ...definition, size: most }, most } };
};

const compositeShape = (name: string, definition: Record<string, unknown>): Found<GroupsShape> => {
  const unknown = strange(definition, COMPOSITE_FIELDS);
  if (unknown !== undefined) return not(`The aggregation ${name} has "${unknown}".`);
  const { sources } = definition;
  const [source, ...others] = Array.isArray(sources) ? sources : [];
  const entries = isRecord(source) ? Object.entries(source) : [];
  const [[field, by] = ['', undefined]] = entries;
  const terms = isRecord(by) ? by.terms : undefined;
  const isPlain =
    others.length === 0 &&
    entries.length === 1 &&
    isRecord(by) &&
    Object.keys(by).length === 1 &&
    isRecord(terms) &&
    Object.keys(terms).join() === 'field';
  if (!isPlain) return not(`The aggregation ${name} groups by more than the values of one field.`);
  return {
    kind: 'found',
    value: {
      source: field,
      terms: { ...terms, size: COMPOSITE_SIZE },
      most: Number.POSITIVE_INFINITY,
    },
  };
};

/** How an aggregation groups; undefined where it does not. */
export const groupsShape = (
  name: string,
  type: string,
  definition: unknown
): Found<GroupsShape> | undefined => {
  if (!isRecord(definition)) return undefined;
  if (type === 'terms') return termsShape(name, definition);
  return type === 'composite' ? compositeShape(name, definition) : undefined;
};

/** A bucket's own key, told apart by its type. */
export const keyText = (key: unknown): string => `${typeof key} ${String(key)}`;

const byKey = (a: unknown, b: unknown): number => {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : 1;
};

interface Group {
  key: unknown;
  count: number;
}

/** As the cluster orders them: those with most documents first, or, of a composite, by key. */
export const inOrder = <G extends Group>(groups: readonly G[], { source }: GroupsShape): G[] =>
  [...groups].sort((a, b) =>
    source === undefined ? b.count - a.count || byKey(a.key, b.key) : byKey(a.key, b.key)
  );

/** The key as the answer to the author's own aggregation has it. */
export const keyOf = (key: unknown, { source }: GroupsShape): unknown =>
  source === undefined ? key : { [source]: key };

const isSimple = (bucket: unknown): boolean =>
  isRecord(bucket) &&
  (typeof bucket.key === 'string' || typeof bucket.key === 'number') &&
  bucket.key_as_string === undefined;

/** Why the groups of a cell cannot be used; undefined where they can be. */
export const problemOfGroups = (name: string, answer: unknown): string | undefined => {
  if (!isRecord(answer) || !Array.isArray(answer.buckets)) return undefined;
  if (Number(answer.sum_other_doc_count ?? 0) > 0) {
    return `There are more groups of ${name} than the query asks for.`;
  }
  return answer.buckets.every(isSimple)
    ? undefined
    : `The groups of ${name} are neither texts nor numbers.`;
};

export const isChildrenField = (field: string): boolean =>
  CHILDREN_FIELDS.some((name) => name === field);
