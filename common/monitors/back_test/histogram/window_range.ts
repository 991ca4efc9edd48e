import { isRecord } from '../../../json/record';
import { UNIT_MS } from '../../duration';
import type { Window } from '../../run';

/** One end of the period that a query asks for, as an offset from its window. */
interface Bound {
  of: keyof Window;
  /** Milliseconds. */
  shift: number;
  /** Whether the instant itself belongs to it. */
  inclusive: boolean;
}

/** The one range of a query that its windows come from. */
export interface WindowRange {
  field: string;
  from: Bound;
  to: Bound;
  /** As the author has it, where it is said. */
  format?: string;
  /** The way to the clause in the body. */
  path: ReadonlyArray<string | number>;
}

export type Found<T> = { kind: 'found'; value: T } | Not;

export interface Not {
  kind: 'not';
  /** A whole sentence. */
  reason: string;
}

export const not = (reason: string): Not => ({ kind: 'not', reason });

const PLACEHOLDER = /\{\{/;

type Path = ReadonlyArray<string | number>;

interface Clause {
  path: Path;
  range: Record<string, unknown>;
}

/** The ranges that every document of an answer has passed: those that stand where all clauses must hold. */
const rangesIn = (query: unknown, path: Path): Clause[] => {
  if (!isRecord(query)) return [];
  const { range, bool, constant_score: constant } = query;
  if (isRecord(range)) return [{ path: [...path, 'range'], range }];
  if (isRecord(constant)) {
    return rangesIn(constant.filter, [...path, 'constant_score', 'filter']);
  }
  if (!isRecord(bool)) return [];
  return ['filter', 'must'].flatMap((occur) => {
    const clauses = bool[occur];
    const at = [...path, 'bool', occur];
    return Array.isArray(clauses)
      ? clauses.flatMap((clause, i) => rangesIn(clause, [...at, i]))
      : rangesIn(clauses, at);
  });
};

const BOUND = /^\{\{\s*period_(start|end)\s*\}\}(?:\|\|([+-])(\d+)([smhHdw]))?$/;

/** Days and weeks of the cluster are those of UTC unless a zone is named, which is not read here. */
const UNITS: Readonly<Record<string, number>> = {
  s: UNIT_MS.SECONDS,
  m: UNIT_MS.MINUTES,
  h: UNIT_MS.HOURS,
  H: UNIT_MS.HOURS,
  d: UNIT_MS.DAYS,
  w: 7 * UNIT_MS.DAYS,
};

const boundOf = (value: unknown, inclusive: boolean): Bound | undefined => {
  const found = typeof value === 'string' ? BOUND.exec(value.trim()) : null;
  if (!found) return undefined;
  const [, of, sign, amount, unit] = found;
  const shift = amount === undefined ? 0 : Number(`${sign}${amount}`) * UNITS[unit];
  return { of: of === 'start' ? 'start' : 'end', shift, inclusive };
};

const KNOWN: ReadonlySet<string> = new Set([
  ...['gt', 'gte', 'lt', 'lte', 'from', 'to', 'include_lower', 'include_upper'],
  ...['format', 'boost'],
]);

const lowerOf = (range: Record<string, unknown>): Bound | undefined =>
  boundOf(range.gte, true) ??
  boundOf(range.gt, false) ??
  boundOf(range.from, range.include_lower !== false);

const upperOf = (range: Record<string, unknown>): Bound | undefined =>
  boundOf(range.lte, true) ??
  boundOf(range.lt, false) ??
  boundOf(range.to, range.include_upper !== false);

const isOfMillis = (format: unknown): boolean =>
  format === undefined ||
  (typeof format === 'string' && format.split('||').includes('epoch_millis'));

const readClause = ({ path, range }: Clause): Found<WindowRange> => {
  const [field, ...others] = Object.keys(range);
  const bounds = range[field];
  if (others.length > 0 || !isRecord(bounds)) return not('The range of the period is not plain.');
  const unknown = Object.keys(bounds).find((name) => !KNOWN.has(name));
  if (unknown !== undefined) return not(`The range of the period has "${unknown}".`);
  const from = lowerOf(bounds);
  const to = upperOf(bounds);
  if (!from || !to) {
    return not('The range of the period has an end that is not a fixed distance from its window.');
  }
  if (!isOfMillis(bounds.format)) return not('The range of the period has a format of its own.');
  if (!from.inclusive && !to.inclusive) return not('The range of the period leaves out both ends.');
  const { format } = bounds;
  return {
    kind: 'found',
    value: { field, from, to, path, ...(typeof format === 'string' ? { format } : {}) },
  };
};

/** A copy with another value at the end of a path. */
export const withAt = (holder: unknown, [step, ...rest]: Path, value: unknown): unknown => {
  if (step === undefined) return value;
  if (Array.isArray(holder)) {
    return holder.map((item, i) => (i === step ? withAt(item, rest, value) : item));
  }
  return isRecord(holder) ? { ...holder, [step]: withAt(holder[step], rest, value) } : holder;
};

/** Finds the range that a query's windows come from; it must be the only place where the period is named. */
export const findWindowRange = (body: Record<string, unknown>): Found<WindowRange> => {
  const named = rangesIn(body.query, ['query']).filter(({ range }) =>
    PLACEHOLDER.test(JSON.stringify(range))
  );
  if (named.length === 0) {
    return not('The query names no period in a range that every document must pass.');
  }
  if (named.length > 1) return not('The query names its period in more than one range.');
  const [clause] = named;
  if (PLACEHOLDER.test(JSON.stringify(withAt(body, clause.path, {})))) {
    return not('The query names its period elsewhere than in one range.');
  }
  return readClause(clause);
};
