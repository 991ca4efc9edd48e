import type { Logger } from 'opensearch-dashboards/server';
import { DESTINATION_TYPES, followsAlerts } from '../../common/notifications/kinds/registry';
import type { Clock } from '../clock';
import type { DestinationRepository } from '../storage/destination_repository';
import { rememberLook } from './remembered_look';
import type { Followed } from './types';

const KEEPS_INCIDENTS: ReadonlySet<string> = new Set(DESTINATION_TYPES.filter(followsAlerts));

/**
 * Which destinations keep an incident. What a run knows of that is a moment old; who was told of an alert is written with
 * it in any case, so that a moment is never the reason why an incident stays open.
 */
export const createFollowed = (
  repository: Pick<DestinationRepository, 'types'>,
  clock: Clock,
  logger: Logger,
  keepsIncidents: (type: string) => boolean = (type) => KEEPS_INCIDENTS.has(type)
): Followed => {
  const types = rememberLook(() => repository.types(), 'Kinds of destinations', clock, logger);
  return {
    follows: (id) => keepsIncidents(types.value()?.get(id) ?? ''),
    known: () => types.known(),
    now: () => types.now(),
  };
};
