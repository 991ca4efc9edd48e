import type { DestinationRecord } from '../../../common/notifications/api';
import type { DestinationStatus } from '../../../common/notifications/deliveries_api';
import { DESTINATION_HEALTHS, healthOf } from '../../../common/notifications/destination_health';
import type { DestinationHealth } from '../../../common/notifications/destination_health';
import { labelOf } from '../kinds/kind_words';

/** Search, filters, sort and paging, as the URL holds them. */
export const DEFAULTS = {
  search: '',
  type: '',
  health: '',
  sort: 'name',
  order: 'asc',
  page: 1,
  per_page: 20,
};

export type ListState = typeof DEFAULTS;
export type ChangeList = (changes: Partial<ListState>) => void;

/** A destination with how it is doing. */
export interface DestinationRow extends DestinationRecord {
  status?: DestinationStatus;
  health?: DestinationHealth;
}

export const rowsOf = (
  records: readonly DestinationRecord[],
  statuses: ReadonlyMap<string, DestinationStatus>,
  paused: boolean
): DestinationRow[] =>
  records.map((record) => {
    const status = statuses.get(record.id);
    return { ...record, status, health: healthOf({ ...record, status, paused }) };
  });

type Key = string | number;

const KEYS: Readonly<Record<string, (row: DestinationRow) => Key>> = {
  name: ({ destination }) => destination.name,
  type: ({ destination }) => labelOf(destination.type),
  health: ({ health }) =>
    health ? DESTINATION_HEALTHS.indexOf(health) : DESTINATION_HEALTHS.length,
  last_success: ({ status }) => status?.last_success ?? 0,
  queue: ({ status }) => status?.queue ?? 0,
  sent_last_hour: ({ status }) => status?.sent_last_hour ?? 0,
  used_by: ({ used_by: monitors }) => monitors.length,
};

const compare = (a: Key, b: Key): number =>
  typeof a === 'number' && typeof b === 'number'
    ? a - b
    : String(a).localeCompare(String(b), undefined, { numeric: true, sensitivity: 'base' });

/** Those that the filters leave, in order; equal ones by name. */
export const matchingRows = (
  rows: readonly DestinationRow[],
  { type, health, sort, order }: Pick<ListState, 'type' | 'health' | 'sort' | 'order'>
): DestinationRow[] => {
  const keyOf = KEYS[sort] ?? KEYS.name;
  const sign = order === 'desc' ? -1 : 1;
  return rows
    .filter((row) => type === '' || row.destination.type === type)
    .filter((row) => health === '' || row.health === health)
    .sort((a, b) => sign * compare(keyOf(a), keyOf(b)) || compare(KEYS.name(a), KEYS.name(b)));
};

/** How many there are of each health. */
export const countByHealth = (
  rows: readonly DestinationRow[]
): Partial<Record<DestinationHealth, number>> => {
  const counts: Partial<Record<DestinationHealth, number>> = {};
  for (const { health } of rows) if (health) counts[health] = (counts[health] ?? 0) + 1;
  return counts;
};
