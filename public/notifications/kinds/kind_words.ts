import type { Destination, DestinationType } from '../../../common/notifications/destination';
import { kindOf } from '../../../common/notifications/kinds/registry';
import { say } from '../../shared/say';

/** What pages say of a kind, in the reader's language. */

export const labelOf = (type: DestinationType): string => say(kindOf(type).label);

export const descriptionOf = (type: DestinationType): string => say(kindOf(type).description);

export const iconOf = (type: DestinationType): string => kindOf(type).icon;

/** How a destination is configured, in short. */
export const summaryOf = (destination: Destination): string => {
  const summary = kindOf(destination.type).summary?.(destination) ?? '';
  return typeof summary === 'string' ? summary : say(summary);
};
