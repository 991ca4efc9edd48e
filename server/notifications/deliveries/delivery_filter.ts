import type { DeliveryFilters } from '../../../common/notifications/deliveries_api';
import { instantOf } from '../../../common/time_range';
import { contains } from '../../cluster/wildcard';

const SEARCHED = ['subject', 'monitor_name', 'trigger_name', 'action_name'];
const EXACT = [
  ['destination_id', 'destination_id'],
  ['monitor_id', 'monitor_id'],
  ['alert_id', 'alert_ids'],
  ['digest_id', 'digest_id'],
] as const;

/** Each word must be somewhere. */
const wordClauses = (search = ''): object[] =>
  search
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => ({
      bool: {
        should: SEARCHED.map((field) => contains(field, word)),
        minimum_should_match: 1,
      },
    }));

const timeClauses = ({ from, to }: DeliveryFilters, now: number): object[] => {
  const [gte, lte] = [from, to].map((text) =>
    text === undefined ? undefined : instantOf(text, now)
  );
  return gte === undefined && lte === undefined
    ? []
    : [{ range: { created_at: { gte, lte, format: 'epoch_millis' } } }];
};

/** Nothing else that is sent is without a monitor. A ping that waits or was given up is news, and stays in sight. */
const PINGS_OVER = {
  bool: {
    filter: [{ term: { monitor_id: '' } }, { terms: { status: ['sent', 'suppressed'] } }],
  },
};

/** What the filters find in the outbox, that by status left out. */
export const deliveryFilter = (filters: DeliveryFilters, now: number): object[] => [
  ...EXACT.flatMap(([name, field]) =>
    filters[name] ? [{ term: { [field]: filters[name] } }] : []
  ),
  ...timeClauses(filters, now),
  ...wordClauses(filters.search),
  ...(filters.pings === false ? [{ bool: { must_not: [PINGS_OVER] } }] : []),
];
