import { actionsOf } from '../../common/monitors/monitor';
import type { MonitorReader } from '../storage/monitor_reader';
import type { Monitors } from './types';

/** Looks through the monitors that are known here; one that was saved elsewhere a moment ago may be missing. */
export const createUsedBy =
  (reader: Pick<MonitorReader, 'all'>): Monitors['usedBy'] =>
  async (destinationId) =>
    [...reader.all()]
      .filter(({ monitor }) =>
        actionsOf(monitor).some(({ destination_id: id }) => id === destinationId)
      )
      .map(({ id, monitor: { name } }) => ({ id, name }));

/** So many are asked for one by one; of more, some will be there. */
const MOST_ASKED = 20;

/**
 * The same for a decision that hangs on it: those that were deleted a moment ago, of which the reader has not heard, do
 * not count.
 */
export const createUsedByNow = (
  reader: Pick<MonitorReader, 'all' | 'exists'>
): Monitors['usedBy'] => {
  const usedBy = createUsedBy(reader);
  return async (destinationId) => {
    const known = await usedBy(destinationId);
    if (known.length > MOST_ASKED) return known;
    const there = await Promise.all(known.map(({ id }) => reader.exists(id)));
    return known.filter((_monitor, i) => there[i]);
  };
};
