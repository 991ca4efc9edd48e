import type { Destination } from '../../common/notifications/destination';
import type { SendingRules } from '../../common/notifications/flow/flow';

/** By which rules messages go to this destination: those of its kind, and its own over them. */
export const rulesOf = (destination: Destination): SendingRules => ({
  digests: destination.type === 'slack',
  follows: false,
});
