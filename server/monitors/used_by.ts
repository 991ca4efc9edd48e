import { WatchkeeperError } from '../../common/errors';
import { delegateIds } from '../../common/monitors/composite/check';
import { actionsOf } from '../../common/monitors/monitor';
import { sharedNamesOf } from '../../common/monitors/shared_templates';
import type { NamesTemplates } from '../notifications/types';
import type { MonitorReader } from '../storage/monitor_reader';
import type { StoredMonitor } from '../storage/monitor_search';
import type { Monitors } from './types';

type Named = Awaited<ReturnType<Monitors['usedBy']>>;

const named = (
  reader: Pick<MonitorReader, 'all'>,
  uses: (stored: StoredMonitor) => boolean
): Named => [...reader.all()].filter(uses).map(({ id, monitor: { name } }) => ({ id, name }));

/** Looks through the monitors that are known here; one that was saved elsewhere a moment ago may be missing. */
export const createUsedBy =
  (reader: Pick<MonitorReader, 'all'>): Monitors['usedBy'] =>
  async (destinationId) =>
    named(reader, ({ monitor }) =>
      actionsOf(monitor).some(({ destination_id: id }) => id === destinationId)
    );

/** The monitors that name shared templates, those included that were saved a moment ago. */
export const createNamesTemplates =
  (reader: Pick<MonitorReader, 'all' | 'lookNow'>): NamesTemplates =>
  async () => {
    await reader.lookNow();
    return [...reader.all()].flatMap(({ id, monitor }) => {
      const templates = sharedNamesOf(monitor);
      return templates.length === 0 ? [] : [{ id, name: monitor.name, templates }];
    });
  };

/** So many are asked for one by one; of more, some will be there. */
const MOST_ASKED = 20;

/** Without those that were deleted a moment ago, of which the reader has not heard. */
const stillThere = async (reader: Pick<MonitorReader, 'exists'>, known: Named): Promise<Named> => {
  if (known.length > MOST_ASKED) return known;
  const there = await Promise.all(known.map(({ id }) => reader.exists(id)));
  return known.filter((_monitor, i) => there[i]);
};

/** The same for a decision that hangs on it. */
export const createUsedByNow = (
  reader: Pick<MonitorReader, 'all' | 'exists'>
): Monitors['usedBy'] => {
  const usedBy = createUsedBy(reader);
  return async (destinationId) => stillThere(reader, await usedBy(destinationId));
};

/** The composite monitors that rest on a monitor, at this moment. */
export type RestingOn = (monitorId: string) => Promise<Named>;

export const createRestingOn =
  (reader: Pick<MonitorReader, 'all' | 'exists' | 'lookNow'>): RestingOn =>
  async (monitorId) => {
    await reader.lookNow();
    const known = named(
      reader,
      ({ monitor }) =>
        monitor.monitor_type === 'composite_monitor' && delegateIds(monitor).includes(monitorId)
    );
    return stillThere(reader, known);
  };

/**
 * A monitor that others rest on stays: without it, their conditions would know nothing any more.
 *
 * @throws WatchkeeperError `conflict`, with those in `used_by`
 */
export const demandUnused = (id: string, users: Named): void => {
  if (users.length === 0) return;
  const names = users.map(({ name }) => `"${name}"`).join(', ');
  throw new WatchkeeperError(
    'conflict',
    `Composite monitors rest on this one: ${names}. Take it out of them first, or delete them.`,
    { id, used_by: users }
  );
};
