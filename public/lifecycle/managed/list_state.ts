import { isManagedSort } from '../../../common/lifecycle/managed_table/rows';
import type { ManagedFilter, ManagedSort } from '../../../common/lifecycle/managed_table/rows';

/** Nothing is left out. */
export const NO_FILTERS = {
  ...{ text: '', older: 0, health: '', failure: '', policy: '', version: '' },
  ...{ state: '', action: '', stream: '' },
};

/** Filters, order, page and refresh, as the URL holds them. */
export const DEFAULTS = {
  ...NO_FILTERS,
  ...{ sort: 'health', order: 'asc', page: 1, per_page: 50, refresh: 30 },
};
export type ListState = typeof DEFAULTS;
export type ChangeList = (changes: Partial<ListState>) => void;

export const filterOf = (state: ListState): ManagedFilter => {
  const { text, older, health, failure, policy, version, state: name, action, stream } = state;
  return { text, older, health, failure, policy, version, state: name, action, stream };
};

export const sortOf = ({ sort, order }: ListState): { by: ManagedSort; order: 'asc' | 'desc' } => ({
  by: isManagedSort(sort) ? sort : 'health',
  order: order === 'desc' ? 'desc' : 'asc',
});

export const isFiltered = (state: ListState): boolean =>
  Object.entries(filterOf(state)).some(([, value]) => value !== '' && value !== 0);
