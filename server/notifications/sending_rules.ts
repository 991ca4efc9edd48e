import type { Destination } from '../../common/notifications/destination';
import type { SendingRules } from '../../common/notifications/flow/flow';
import { keepsOrder, mayDigest, rateOf } from '../../common/notifications/kinds/registry';

/** By which rules messages go to this destination: those of its kind, and its own over them. */
export const rulesOf = (destination: Destination): SendingRules => {
  const rate = rateOf(destination);
  const { type, time_limit_minutes: limit } = destination;
  return {
    ...(rate ? { rate } : {}),
    digests: mayDigest(type),
    follows: keepsOrder(type),
    ...(limit === undefined ? {} : { timeLimit: limit * 60_000 }),
  };
};
