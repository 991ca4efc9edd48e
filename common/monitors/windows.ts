import { z } from 'zod';
import { parseLossless } from '../json/lossless';
import { isRecord } from '../json/record';
import { isSearchMonitor } from './monitor';
import type { Monitor } from './monitor';
import type { Window } from './run';

/** A stretch of time that a monitor has not looked at, and will not. */
export interface Gap {
  window: Window;
  /** How many windows that are. */
  missed: number;
  /** When it was noticed, epoch milliseconds. */
  at: number;
}

/** How far the data reaches: the newest document against the end of the last window. */
export interface Watermark {
  field: string;
  /** Epoch milliseconds; null where no document has the field. */
  newest: number | null;
  now: number;
}

/** `GET /monitors/{id}/windows` */
export interface WindowsAnswer {
  /** Newest first. */
  gaps: Gap[];
  /** True: there are more than are listed. */
  more: boolean;
  /** The end of the last window that was run; null when none was. */
  window_end: number | null;
  /** Runs in a row that failed up to now. */
  failures: number;
  watermark?: Watermark;
  /** Why there is no watermark. */
  no_watermark?: string;
}

export const windowsQuerySchema = z.object({
  size: z.coerce.number().int().min(1).max(500).default(50),
});

const DEFAULT_TIME_FIELD = '@timestamp';

const namesPeriod = (range: unknown): boolean => JSON.stringify(range).includes('period_');

/** The field of the first range over the period. */
const rangeField = (value: unknown): string | undefined => {
  if (Array.isArray(value)) return firstOf(value);
  if (!isRecord(value)) return undefined;
  const { range } = value;
  if (isRecord(range)) {
    const found = Object.keys(range).find((field) => namesPeriod(range[field]));
    if (found !== undefined) return found;
  }
  return firstOf(Object.values(value));
};

const firstOf = (values: unknown[]): string | undefined => {
  for (const value of values) {
    const found = rangeField(value);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The field that says when a document happened: that of the query's period. Undefined where no search is made. */
export const timeFieldOf = (monitor: Monitor): string | undefined => {
  if (monitor.monitor_type === 'doc_level_monitor') return DEFAULT_TIME_FIELD;
  if (!isSearchMonitor(monitor)) return undefined;
  try {
    return rangeField(parseLossless(monitor.inputs[0].search.query)) ?? DEFAULT_TIME_FIELD;
  } catch {
    return DEFAULT_TIME_FIELD;
  }
};
