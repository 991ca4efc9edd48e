import { csvLine } from '../csv';
import type { Alert } from './alert';

const iso = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString();

const pairs = (values: Readonly<Record<string, string>> = {}): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');

type Cell = string | number | undefined;

/** Name and content of each column. Times are ISO 8601 in UTC. */
const COLUMNS: ReadonlyArray<readonly [string, (alert: Alert, now: number) => Cell]> = [
  ['id', ({ id }) => id],
  ['monitor', ({ monitor_name: name }) => name],
  ['monitor_id', ({ monitor_id: id }) => id],
  ['trigger', ({ trigger_name: name }) => name],
  ['group', ({ group = [] }) => group.map(({ field, value }) => `${field}=${value}`).join('; ')],
  ['severity', ({ severity }) => severity],
  ['state', ({ state }) => state],
  ['start', ({ start_time: at }) => iso(at)],
  ['active', ({ active_time: at }) => iso(at)],
  ['end', ({ end_time: at }) => iso(at)],
  [
    'duration_seconds',
    ({ start_time: start, end_time: end }, now) => Math.round(((end ?? now) - start) / 1000),
  ],
  ['value', ({ measure, value }) => measure ?? value],
  ['peak', ({ peak }) => peak],
  ['error', ({ error_message: message }) => message],
  ['last_notification', ({ last_notification_time: at }) => iso(at)],
  ['acknowledged', ({ acknowledged_time: at }) => iso(at)],
  ['acknowledged_by', ({ acknowledged_by: by }) => by],
  ['acknowledged_comment', ({ acknowledged_comment: comment }) => comment],
  ['tags', ({ tags = [] }) => tags.join('; ')],
  ['owner', ({ owner }) => owner],
  ['labels', ({ labels }) => pairs(labels)],
];

/** The names of the columns. */
export const alertCsvHead = (): string => csvLine(COLUMNS.map(([name]) => name));

/** One alert. @param now what the duration of an open one is counted to */
export const alertCsvLine = (alert: Alert, now: number): string =>
  csvLine(COLUMNS.map(([, cell]) => cell(alert, now)));
