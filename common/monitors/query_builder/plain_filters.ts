import type { JsonValue } from '../../json/lossless';
import { isJsonObject } from '../../json/record';
import type { JsonObject } from '../../json/record';
import { cannotShow } from './cannot_show';
import { shortClause, withoutDefaults } from './plain_clause';
import { asList, onlyMember } from './plain_json';

/** One of the conditions that a document must meet, or must not. */
export interface PlainFilter {
  not: boolean;
  clause: JsonObject;
  /** Where it stands in the search body. */
  path: string;
}

interface Place {
  path: string;
  /** Here a clause says how well a document fits, and by that documents are sorted. */
  scores: boolean;
}

const PARTS = ['filter', 'must', 'must_not'];

const boolOf = (clause: JsonObject): JsonObject | undefined => {
  const [kind, body] = onlyMember(clause) ?? [];
  if (kind !== 'bool' || !isJsonObject(body)) return undefined;
  return withoutDefaults(body, {
    adjust_pure_negative: (value) => value === true,
    should: (value) => Array.isArray(value) && value.length === 0,
  });
};

/** Whether a `bool` only lists what must hold, so that it can be taken apart. */
const isList = (bool: JsonObject): boolean =>
  Object.keys(bool).every((name) => PARTS.includes(name));

const isMatchAll = (clause: JsonObject): boolean => {
  const [kind, body] = onlyMember(clause) ?? [];
  return (
    kind === 'match_all' && isJsonObject(body) && Object.keys(withoutDefaults(body)).length === 0
  );
};

const eachOf = (
  bool: JsonObject,
  part: string,
  path: string,
  read: (clause: JsonObject, path: string) => PlainFilter[]
): PlainFilter[] => {
  const list = bool[part];
  return asList(list).flatMap((clause, i) => {
    const here = `${path}.bool.${part}${Array.isArray(list) ? `[${i}]` : ''}`;
    return isJsonObject(clause) ? read(clause, here) : cannotShow(here, 'is no clause.');
  });
};

/** What must not hold: a list in it would mean that one of them is enough. */
const negated = (clause: JsonObject, path: string): PlainFilter[] => {
  const bool = boolOf(clause);
  if (!bool || !isList(bool)) return [{ not: true, clause: shortClause(clause), path }];
  const inner = filtersIn(clause, { path, scores: false });
  if (inner.length !== 1 || inner[0].not) {
    return cannotShow(path, 'negates several conditions at once.');
  }
  return [{ ...inner[0], not: true }];
};

const filtersIn = (clause: JsonObject, { path, scores }: Place): PlainFilter[] => {
  if (isMatchAll(clause)) return [];
  const bool = boolOf(clause);
  if (!bool || !isList(bool)) {
    const isScored = scores && onlyMember(clause)?.[0] !== 'range';
    if (isScored) return cannotShow(path, 'ranks the documents that come along.');
    return [{ not: false, clause: shortClause(clause), path }];
  }
  const kept = (inner: JsonObject, at: string) => filtersIn(inner, { path: at, scores: false });
  return [
    ...eachOf(bool, 'filter', path, kept),
    ...eachOf(bool, 'must', path, (inner, at) => filtersIn(inner, { path: at, scores })),
    ...eachOf(bool, 'must_not', path, negated),
  ];
};

/**
 * The conditions of a query, however they are nested: documents must meet all of them.
 *
 * @param ranks whether documents come along in the order in which they fit
 * @throws CannotShow
 */
export const plainFilters = (query: JsonValue | undefined, ranks: boolean): PlainFilter[] => {
  if (query === undefined) return [];
  if (!isJsonObject(query)) return cannotShow('query', 'is no clause.');
  return filtersIn(query, { path: 'query', scores: ranks });
};
