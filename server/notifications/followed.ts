import type { Logger } from 'opensearch-dashboards/server';
import type { Follows } from '../../common/alerts/incidents';
import { messageOf } from '../../common/errors';
import { DESTINATION_TYPES, followsAlerts } from '../../common/notifications/kinds/registry';
import type { Clock } from '../clock';
import type { DestinationRepository } from '../storage/destination_repository';
import type { Followed } from './types';

/** So long a change of a destination may go unnoticed by a run, milliseconds. */
const REMEMBERED_FOR = 3000;

const KEEPS_INCIDENTS: ReadonlySet<string> = new Set(DESTINATION_TYPES.filter(followsAlerts));

/**
 * Which destinations keep an incident. Runs ask without waiting, so what is known is a moment old; who was told of an
 * alert is written with it in any case, so that a moment is never the reason why an incident stays open.
 */
export const createFollowed = (
  repository: Pick<DestinationRepository, 'types'>,
  clock: Clock,
  logger: Logger,
  keepsIncidents: (type: string) => boolean = (type) => KEEPS_INCIDENTS.has(type)
): Followed => {
  let types: ReadonlyMap<string, string> | undefined;
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;

  const read = async (): Promise<void> => {
    const at = clock.monotonic();
    types = await repository.types();
    readAt = at;
  };

  const readOnce = (): Promise<void> => {
    reading ??= read().finally(() => (reading = undefined));
    return reading;
  };

  const readQuietly = async (): Promise<void> => {
    try {
      await readOnce();
    } catch (error) {
      // What was known before is still the best guess.
      logger.debug(`Destinations could not be read: ${messageOf(error)}`);
    }
  };

  const follows: Follows = (id) => keepsIncidents(types?.get(id) ?? '');

  return {
    follows,
    async known() {
      if (types && clock.monotonic() - readAt < REMEMBERED_FOR) return;
      const looking = readQuietly();
      if (!types) await looking;
    },
    async now() {
      // One that is under way may have begun before what is asked for was saved.
      await reading?.catch(() => undefined);
      await readOnce();
    },
  };
};
