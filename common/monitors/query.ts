import { parseLossless } from '../json/lossless';
import { isRecord } from '../json/record';
import type { Window } from './run';

const PLACEHOLDER = /\{\{\{?\s*([^{}]*?)\s*\}?\}\}/g;

/** A query that is ready to be rendered for any window. */
export interface CompiledQuery {
  /** One line of JSON with its placeholders. */
  template: string;
}

/** Puts members at the start of a JSON object's text, so that the author's own text stays as it is. */
const prepend = (text: string, members: string[], isEmpty: boolean): string => {
  if (members.length === 0) return text;
  const open = text.indexOf('{') + 1;
  return `${text.slice(0, open)}${members.join(',')}${isEmpty ? '' : ','}${text.slice(open)}`;
};

/**
 * Reads the author's query once. Counts are true: `track_total_hits` is set unless the author set it (the neighbour's
 * count stops at 10,000). Every search has a time limit of its own.
 *
 * @throws JsonSyntaxError with line and column; TypeError when the text is JSON but no object
 */
export const compileQuery = (source: string, timeoutSeconds: number): CompiledQuery => {
  const body: unknown = parseLossless(source);
  if (!isRecord(body)) throw new TypeError('A query is a JSON object.');
  const added = [
    ...('track_total_hits' in body ? [] : ['"track_total_hits":true']),
    ...('timeout' in body ? [] : [`"timeout":"${timeoutSeconds}s"`]),
  ];
  const oneLine = source.replace(/[\r\n]+/g, ' ');
  return { template: prepend(oneLine, added, Object.keys(body).length === 0) };
};

/**
 * Fills in a window: `{{period_start}}` and `{{period_end}}` are epoch milliseconds, as in OpenSearch Alerting; what is
 * not known renders empty, as there.
 */
export const renderQuery = ({ template }: CompiledQuery, { start, end }: Window): string =>
  template.replace(PLACEHOLDER, (_match, name: string) => {
    if (name === 'period_start') return String(start);
    if (name === 'period_end') return String(end);
    return '';
  });

const LOOK_BACK = /\{\{\s*period_end\s*\}\}\|\|-(\d+)([smhdw])/g;
const MS_PER_UNIT: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

export type CoverageWarning =
  /** The query looks back for less than the interval: documents between two looks are never seen. */
  | { kind: 'holes'; look_back_ms: number; interval_ms: number }
  /** The query names no period: every run counts everything. */
  | { kind: 'no_period' };

/** How far the query looks back from the end of its window by itself, milliseconds; undefined where it does not. */
export const longestLookBack = (source: string): number | undefined => {
  const lookBacks = [...source.matchAll(LOOK_BACK)].map(
    ([, amount, unit]) => Number(amount) * MS_PER_UNIT[unit]
  );
  return lookBacks.length === 0 ? undefined : Math.max(...lookBacks);
};

/** Says when a query and its schedule do not fit together. */
export const coverageWarnings = (source: string, interval: number): CoverageWarning[] => {
  if (/\{\{\s*period_start\s*\}\}/.test(source)) return [];
  if (!/\{\{\s*period_end\s*\}\}/.test(source)) return [{ kind: 'no_period' }];
  const longest = longestLookBack(source);
  return longest !== undefined && longest < interval
    ? [{ kind: 'holes', look_back_ms: longest, interval_ms: interval }]
    : [];
};
