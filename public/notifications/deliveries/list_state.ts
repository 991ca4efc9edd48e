import { MOST_PAGED, deliveriesQuerySchema } from '../../../common/notifications/deliveries_api';
import type {
  DeliveriesQuery,
  DeliveryFilters,
} from '../../../common/notifications/deliveries_api';
import { ALL_TIME } from '../../shared/time_range_control';
import { validQuery } from '../../shared/valid_query';

/** Filters, sort and paging, as the URL holds them. `from` is an instant or `ALL_TIME`; `refresh` is in seconds, 0 is off. */
export const DEFAULTS = {
  from: 'now-7d',
  to: 'now',
  status: '',
  destination_id: '',
  monitor_id: '',
  alert_id: '',
  digest_id: '',
  search: '',
  pings: false,
  sort: 'created_at',
  order: 'desc',
  page: 1,
  per_page: 20,
  refresh: 10,
};

export type ListState = typeof DEFAULTS;
export type ChangeList = (changes: Partial<ListState>) => void;

/** Rows beyond that make a page slow. */
const MOST_ROWS = 100;

/** Whoever asks for one destination or one merged message gets all of it, pings or not. */
export const showsAll = ({
  destination_id: destination,
  digest_id: digest,
}: Pick<ListState, 'destination_id' | 'digest_id'>): boolean => destination !== '' || digest !== '';

/** The server's query. */
export const queryOf = ({
  refresh: _refresh,
  from,
  to,
  pings,
  ...rest
}: ListState): DeliveriesQuery => {
  const query = validQuery(deliveriesQuerySchema, {
    ...rest,
    ...(pings || showsAll(rest) ? {} : { pings: false }),
    // Up to now is as far as there are any; and a beginning of all times is none.
    ...(from === ALL_TIME ? {} : { from }),
    ...(to === 'now' ? {} : { to }),
  });
  const size = Math.min(query.per_page, MOST_ROWS);
  return { ...query, per_page: size, page: Math.min(query.page, Math.floor(MOST_PAGED / size)) };
};

/** What the list is narrowed to, whatever the status. */
export const filtersOf = (state: ListState): DeliveryFilters => {
  const { search, destination_id, monitor_id, alert_id, digest_id, from, to, pings } =
    queryOf(state);
  const filters = { search, destination_id, monitor_id, alert_id, digest_id, from, to, pings };
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
};

const NO_FILTERS = {
  ...{ status: '', destination_id: '', monitor_id: '', alert_id: '', digest_id: '', search: '' },
};

/** Whether something beside the time narrows the list. */
export const isFiltered = (state: ListState): boolean =>
  Object.keys(NO_FILTERS).some((name) => state[name as keyof typeof NO_FILTERS] !== '');

/** Back to all of the time range. */
export const WITHOUT_FILTERS: Partial<ListState> = { ...NO_FILTERS, page: 1 };
