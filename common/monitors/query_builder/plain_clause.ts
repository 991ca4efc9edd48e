import { JavaDouble } from '../../json/java_double';
import type { JsonValue } from '../../json/lossless';
import { isJsonObject } from '../../json/record';
import type { JsonObject } from '../../json/record';
import { onlyMember } from './plain_json';
import { literally, textOf } from './wildcards';

/**
 * Clauses of the query DSL in their short forms. The cluster takes the long one for the same, and fills in the members
 * that are dropped here by itself. Source: the query DSL of OpenSearch and Elasticsearch 7.10.
 */

const isOne = (value: JsonValue): boolean =>
  value === 1 || (value instanceof JavaDouble && value.value === 1);

type Default = (value: JsonValue) => boolean;

const is =
  (expected: JsonValue): Default =>
  (value) =>
    value === expected;

const NO_TERMS: Default = (value) => typeof value === 'string' && value.toUpperCase() === 'NONE';

/** Without the members that say what holds anyway. */
export const withoutDefaults = (
  value: JsonObject,
  defaults: Readonly<Record<string, Default>> = {}
): JsonObject =>
  Object.fromEntries(
    Object.entries(value).filter(([name, member]) => {
      if (name === 'boost') return !isOne(member);
      return !(Object.keys(defaults).includes(name) && defaults[name](member));
    })
  );

/** `{ field: { value: x } }` as `{ field: x }`. */
const shortField =
  (names: readonly string[], defaults: Readonly<Record<string, Default>> = {}) =>
  (body: JsonObject): JsonObject => {
    const [field, long] = onlyMember(body) ?? [];
    if (field === undefined || !isJsonObject(long)) return body;
    const [name, value] = onlyMember(withoutDefaults(long, defaults)) ?? [];
    const isShort = name !== undefined && value !== undefined && names.includes(name);
    return isShort && !isJsonObject(value) ? { [field]: value } : body;
  };

const PLACEHOLDER = /^\{\{\s*(period_start|period_end)\s*\}\}/;

/** `{{ period_end }}` as `{{period_end}}`. */
const tidy = (value: JsonValue): JsonValue =>
  typeof value === 'string' ? value.replace(PLACEHOLDER, '{{$1}}') : value;

const isMissing = (value: JsonValue | undefined): boolean => value === undefined || value === null;

/** One side of a range in the words of today: `from` and `include_lower` were those of old. */
const side = (
  range: JsonObject,
  [old, included]: readonly [string, string],
  [outside, inside]: readonly [string, string]
): JsonObject => {
  const { [old]: bound, [included]: isIncluded = true } = range;
  if (isMissing(bound)) return {};
  return { [isIncluded === true ? inside : outside]: tidy(bound) };
};

const OLD = ['from', 'to', 'include_lower', 'include_upper'];

const shortRange = (body: JsonObject): JsonObject => {
  const [field, long] = onlyMember(body) ?? [];
  if (field === undefined || !isJsonObject(long)) return body;
  const range = withoutDefaults(long);
  const today = Object.entries(range).filter(([name]) => !OLD.includes(name));
  const isOld = Object.keys(range).some((name) => OLD.includes(name));
  const isMixed = today.some(([name]) => /^[gl]te?$/.test(name));
  const flags = [range.include_lower, range.include_upper];
  const areFlags = flags.every((flag) => flag === undefined || typeof flag === 'boolean');
  if (isOld && (isMixed || !areFlags)) return body;
  const bounds = today.map(([name, value]) => [name, tidy(value)] as const);
  const sides = {
    ...side(range, ['from', 'include_lower'], ['gt', 'gte']),
    ...side(range, ['to', 'include_upper'], ['lt', 'lte']),
  };
  return { [field]: { ...sides, ...Object.fromEntries(bounds) } };
};

const SHORT: Readonly<Record<string, (body: JsonObject) => JsonObject>> = {
  term: shortField(['value']),
  prefix: shortField(['value', 'prefix']),
  wildcard: shortField(['value', 'wildcard']),
  match_phrase: shortField(['query'], { slop: is(0), zero_terms_query: NO_TERMS }),
  terms: (body) => withoutDefaults(body),
  exists: (body) => withoutDefaults(body),
  query_string: (body) => withoutDefaults(body),
  range: shortRange,
};

/** `abc*` is the prefix `abc`. */
const prefixOf = (body: JsonObject): JsonObject | undefined => {
  const [field, pattern] = onlyMember(body) ?? [];
  if (field === undefined || typeof pattern !== 'string' || !pattern.endsWith('*'))
    return undefined;
  const start = textOf(pattern.slice(0, -1));
  if (start === undefined || start === '' || literally(start) !== pattern.slice(0, -1)) {
    return undefined;
  }
  return { prefix: { [field]: start } };
};

/** A clause in its short form; one that has none stays as it is. */
export const shortClause = (clause: JsonObject): JsonObject => {
  const [kind, body] = onlyMember(clause) ?? [];
  if (kind === undefined || !isJsonObject(body) || !Object.keys(SHORT).includes(kind))
    return clause;
  const short = SHORT[kind](body);
  return (kind === 'wildcard' ? prefixOf(short) : undefined) ?? { [kind]: short };
};
