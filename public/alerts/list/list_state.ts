import { alertsQuerySchema } from '../../../common/alerts/api';
import type { AlertsQuery } from '../../../common/alerts/api';

/** Search, filters, sort and paging, as the URL holds them. `refresh` is in seconds; 0 is off. */
export const DEFAULTS = {
  state: 'open',
  severity: '',
  monitor_id: '',
  trigger_id: '',
  group: '',
  search: '',
  sort: 'start_time',
  order: 'desc',
  page: 1,
  per_page: 20,
  refresh: 10,
};

export type ListState = typeof DEFAULTS;
export type ChangeList = (changes: Partial<ListState>) => void;

/** The server's query. What a hand-written URL got wrong falls back to its default, since nobody can mend it in the page. */
export const queryOf = ({ refresh: _refresh, ...state }: ListState): AlertsQuery => {
  const given = Object.entries(state).filter(([, value]) => value !== '');
  const parsed = alertsQuerySchema.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  const wrong = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
  return alertsQuerySchema.parse(Object.fromEntries(given.filter(([key]) => !wrong.has(key))));
};

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

/** Whether something beside the tab narrows the list. */
export const isFiltered = (state: ListState): boolean =>
  state.search !== '' ||
  state.severity !== '' ||
  state.monitor_id !== '' ||
  state.trigger_id !== '' ||
  state.group !== '' ||
  !TABS.some((tab) => tab === queryOf(state).state);

/** Back to all of the tab. */
export const withoutFilters = (state: ListState): Partial<ListState> => ({
  search: '',
  severity: '',
  monitor_id: '',
  trigger_id: '',
  group: '',
  state: tabOf(queryOf(state).state),
  page: 1,
});
