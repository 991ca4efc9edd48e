import type { JsonValue } from '../../json/lossless';
import { isJsonObject } from '../../json/record';
import type { JsonObject } from '../../json/record';
import { cannotShow } from './cannot_show';
import type { PlainFilter } from './plain_filters';
import { fingerprint, onlyMember } from './plain_json';
import { DQL_NAME, lineClause } from './print_query';
import type { Filter, FilterTest, FilterValue, Kept, LookBack, QueryLine } from './visual_query';
import { textOf } from './wildcards';

/** The window of a run, as a query speaks of it. */
export interface ReadWindow {
  timeField: string;
  lookBack: LookBack;
  kept: Pick<Kept, 'endIncluded' | 'noTimeFormat'>;
}

const END = '{{period_end}}';
const SPAN = /^\{\{period_end\}\}\|\|-([1-9]\d{0,8})([smhd])$/;

const lookBackOf = (start: JsonValue | undefined): LookBack | undefined => {
  if (start === '{{period_start}}') return { kind: 'since_last_run' };
  const [, amount, unit] = typeof start === 'string' ? (SPAN.exec(start) ?? []) : [];
  if (amount === undefined) return undefined;
  // The pattern lets no other unit through.
  return { kind: 'span', amount: Number(amount), unit: unit as 's' | 'm' | 'h' | 'd' };
};

/** The window that a condition says; undefined of any other condition. */
export const readWindow = ({ not, clause }: PlainFilter): ReadWindow | undefined => {
  const [kind, body] = onlyMember(clause) ?? [];
  const [timeField, range] = onlyMember(body) ?? [];
  if (not || kind !== 'range' || timeField === undefined || !isJsonObject(range)) return undefined;
  const { gte, lt, lte, format, ...others } = range;
  const lookBack = lookBackOf(gte);
  const isEnded = lt === undefined ? lte === END : lt === END && lte === undefined;
  if (!lookBack || !isEnded || Object.keys(others).length > 0) return undefined;
  if (format !== undefined && format !== 'epoch_millis') return undefined;
  return {
    timeField,
    lookBack,
    kept: {
      ...(lt === undefined ? { endIncluded: true } : {}),
      ...(format === undefined ? { noTimeFormat: true } : {}),
    },
  };
};

/** Why something cannot be a value: it could not be printed as it is. */
const valueOf = (value: JsonValue, path: string): FilterValue => {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return value;
  return cannotShow(path, 'holds a value that the builder cannot write as it stands.');
};

const BOUNDS: readonly string[] = ['gt', 'gte', 'lt', 'lte'];

const TWO_BOUNDS = 'has two bounds on one side.';

const rangeTest = (range: JsonValue, path: string): FilterTest => {
  if (!isJsonObject(range)) return cannotShow(path);
  const other = Object.keys(range).find((name) => !BOUNDS.includes(name));
  if (other !== undefined) return cannotShow(`${path}.${other}`);
  if (range.gt !== undefined && range.gte !== undefined) return cannotShow(path, TWO_BOUNDS);
  if (range.lt !== undefined && range.lte !== undefined) return cannotShow(path, TWO_BOUNDS);
  const bounds = Object.entries(range).map(([name, bound]) => [name, valueOf(bound, path)]);
  return { kind: 'range', ...Object.fromEntries(bounds) };
};

const wildcardTest = (pattern: string, path: string): FilterTest => {
  const isOpen = pattern.length > 1 && pattern.endsWith('*');
  const contained = isOpen ? textOf(pattern.slice(1, -1)) : undefined;
  if (pattern.startsWith('*') && contained !== undefined) {
    return { kind: 'contains', value: contained };
  }
  const end = pattern.startsWith('*') ? textOf(pattern.slice(1)) : undefined;
  if (end !== undefined) return { kind: 'ends_with', value: end };
  return cannotShow(path, 'is a pattern that says more than starts with, ends with or contains.');
};

const testOf = (kind: string, value: JsonValue, path: string): FilterTest => {
  if (kind === 'term' && !isJsonObject(value)) return { kind: 'is', value: valueOf(value, path) };
  if (kind === 'terms' && Array.isArray(value)) {
    return { kind: 'one_of', values: value.map((one) => valueOf(one, path)) };
  }
  if (kind === 'range') return rangeTest(value, path);
  if (kind === 'match_phrase' && typeof value === 'string') return { kind: 'phrase', value };
  if (kind === 'prefix' && typeof value === 'string') return { kind: 'starts_with', value };
  if (kind === 'wildcard' && typeof value === 'string') return wildcardTest(value, path);
  return cannotShow(path);
};

/** @throws CannotShow */
export const readFilter = ({ not, clause, path }: PlainFilter): Filter => {
  const [kind, body] = onlyMember(clause) ?? [];
  if (kind === undefined) return cannotShow(path, 'is no single clause.');
  const here = `${path}.${kind}`;
  const [field, value] = onlyMember(body) ?? [];
  if (field === undefined || value === undefined) return cannotShow(here);
  const negation = not ? { not } : {};
  if (kind === 'exists') {
    if (field !== 'field' || typeof value !== 'string') return cannotShow(here);
    return { field: value, ...negation, test: { kind: 'exists' } };
  }
  return { field, ...negation, test: testOf(kind, value, here) };
};

const dqlOf = (clause: JsonObject): string | undefined => {
  const { bool } = clause;
  const name = isJsonObject(bool) ? bool._name : undefined;
  return typeof name === 'string' && name.startsWith(DQL_NAME)
    ? name.slice(DQL_NAME.length)
    : undefined;
};

/** The line that a condition was translated from; undefined of one that is no line. */
export const readLine = ({ not, clause }: PlainFilter): QueryLine | undefined => {
  if (not) return undefined;
  const text = dqlOf(clause);
  if (text !== undefined) {
    const line: QueryLine = { language: 'dql', text };
    // Parsed and made values are of the same kinds: objects, lists, texts, numbers.
    return fingerprint(lineClause(line) as JsonObject) === fingerprint(clause) ? line : undefined;
  }
  const { query_string: body } = clause;
  if (!isJsonObject(body) || Object.keys(clause).length > 1) return undefined;
  const { query, lenient, ...others } = body;
  if (typeof query !== 'string' || Object.keys(others).length > 0) return undefined;
  if (lenient === undefined) return { language: 'lucene', text: query };
  return lenient === true ? { language: 'lucene', text: query, lenient } : undefined;
};
