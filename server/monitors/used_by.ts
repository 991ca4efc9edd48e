import { actionsOf } from '../../common/monitors/monitor';
import type { MonitorReader } from '../storage/monitor_reader';
import type { Monitors } from './types';

/** Looks through the monitors that are known here; one that was saved elsewhere a moment ago may be missing. */
export const createUsedBy =
  (reader: MonitorReader): Monitors['usedBy'] =>
  async (destinationId) =>
    [...reader.all()]
      .filter(({ monitor }) =>
        actionsOf(monitor).some(({ destination_id: id }) => id === destinationId)
      )
      .map(({ id, monitor: { name } }) => ({ id, name }));
