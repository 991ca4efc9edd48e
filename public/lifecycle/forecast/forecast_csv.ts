import moment from 'moment-timezone';
import { csvLine } from '../../../common/csv';
import type { Course } from '../../../common/lifecycle/forecast/forecast';
import type { Forecast, Range } from '../../../common/lifecycle/forecast/range';
import type { Deleted } from '../../../common/lifecycle/forecast/tally';

const numbers = ({ low, expected, high }: Range): number[] => [low, expected, high].map(Math.round);

const three = (name: string): string[] => [`${name}_low`, `${name}_expected`, `${name}_high`];

const iso = (at: number): string => new Date(at).toISOString();

/** A line for each day of the reader: what is deleted on it, and what is taken up in its end. */
export const byDayCsv = ({ days, storage }: Forecast, zone: string): string =>
  [
    csvLine(['day', ...three('deletes'), ...three('freed_bytes'), ...three('storage_bytes')]),
    ...days.map(({ at, deletes, bytes }, place) =>
      csvLine([
        moment.tz(at, zone).format('YYYY-MM-DD'),
        ...[...numbers(deletes), ...numbers(bytes)],
        // The first point is now, before the end of the first day.
        ...numbers(storage[place + 1].total),
      ])
    ),
  ].join('');

const courseLine = ({ facts, policy_id: id, timeline: { end, events } }: Course): string => {
  const last = end === 'beyond' ? undefined : events.at(-1);
  const { earliest, expected, latest } = last?.when ?? {};
  return csvLine([
    ...[facts.name, id, 'true', iso(facts.created_at)],
    Math.round((facts.primary_bytes ?? 0) * (1 + facts.replicas)),
    end,
    ...[earliest, expected, latest].map((at) => (at === undefined ? undefined : iso(at))),
    last?.reason,
  ]);
};

const toComeLine = ({ name, policy_id: id, at, bytes }: Deleted): string =>
  csvLine([
    ...[name, id, 'false', undefined, Math.round(bytes), 'deleted', undefined, iso(at)],
    ...[undefined, undefined],
  ]);

/**
 * A line for each index that is there, with what becomes of it and when (ISO 8601, UTC), then one for each to come that
 * is deleted within the forecast.
 */
export const byIndexCsv = ({ courses, days }: Forecast): string =>
  [
    csvLine([
      ...['index', 'policy', 'exists_already', 'created_at', 'bytes', 'end'],
      ...['earliest', 'expected', 'latest', 'reason'],
    ]),
    ...courses.map(courseLine),
    ...days.flatMap(({ deleted }) => deleted.filter(({ to_come: is }) => is).map(toComeLine)),
  ].join('');
