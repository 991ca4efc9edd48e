import { alertsQuerySchema } from '../../../common/alerts/api';
import type { AlertsQuery } from '../../../common/alerts/api';
import { ALL_TIME } from '../../shared/time_range_control';
import { validQuery } from '../../shared/valid_query';

/**
 * Search, filters, sort and paging, as the URL holds them. `from` is an instant or `ALL_TIME`; `view` is `flat` or
 * `grouped`; `chart` is `active`, `started` or `off`; `refresh` is in seconds, 0 is off.
 */
export const DEFAULTS = {
  from: 'now-7d',
  to: 'now',
  view: 'flat',
  chart: 'active',
  state: 'open',
  severity: '',
  monitor_id: '',
  trigger_id: '',
  group: '',
  tag: '',
  owner: '',
  search: '',
  sort: 'start_time',
  order: 'desc',
  page: 1,
  per_page: 20,
  refresh: 10,
};

export type ListState = typeof DEFAULTS;
export type ChangeList = (changes: Partial<ListState>) => void;

/** Rows beyond that make a page slow. */
const MOST_ROWS = 100;

/** What of the state is not for the server. */
const ofThePage = ({
  refresh: _refresh,
  view: _view,
  chart: _chart,
  from,
  to,
  ...rest
}: ListState) => ({
  ...rest,
  // Up to now is as far as there are any; and a beginning of all times is none.
  ...(from === ALL_TIME ? {} : { from }),
  ...(to === 'now' ? {} : { to }),
});

/** The server's query. */
export const queryOf = (state: ListState): AlertsQuery =>
  bounded(validQuery(alertsQuerySchema, ofThePage(state)));

const bounded = (query: AlertsQuery): AlertsQuery => ({
  ...query,
  per_page: Math.min(query.per_page, MOST_ROWS),
});

export const isGrouped = ({ view }: Pick<ListState, 'view'>): boolean => view === 'grouped';

/** The tabs. Filtering by one state stays within its tab. */
export const TABS = ['open', 'past', 'all'] as const;
export type Tab = (typeof TABS)[number];

export const tabOf = (state: AlertsQuery['state']): Tab => {
  switch (state) {
    case 'all':
      return 'all';
    case 'past':
    case 'completed':
    case 'cancelled':
    case 'deleted':
      return 'past';
    default:
      return 'open';
  }
};

/** Whether the time narrows the list: what is open is open up to now, whenever it began. */
export const isTimeNarrow = (state: ListState): boolean =>
  state.to !== 'now' || (state.from !== ALL_TIME && tabOf(queryOf(state).state) !== 'open');

/** Whether something beside the tab and the time narrows the list. */
export const isFiltered = (state: ListState): boolean =>
  state.search !== '' ||
  state.severity !== '' ||
  state.monitor_id !== '' ||
  state.trigger_id !== '' ||
  state.group !== '' ||
  state.tag !== '' ||
  state.owner !== '' ||
  !TABS.some((tab) => tab === queryOf(state).state);

/** Back to all of the tab. */
export const withoutFilters = (state: ListState): Partial<ListState> => ({
  search: '',
  severity: '',
  monitor_id: '',
  trigger_id: '',
  group: '',
  tag: '',
  owner: '',
  state: tabOf(queryOf(state).state),
  page: 1,
});
