import type { IndexFilter } from '../../../common/indices/table/filter';
import { isIndexColumn } from '../../../common/indices/table/sort';
import type { IndexColumn } from '../../../common/indices/table/sort';

export const NO_FILTERS: IndexFilter = {
  ...{ text: '', health: '', status: '', data_stream: '', family: '' },
  ...{ policy: '', state: '', failed: false },
  ...{ bytes_from: '', bytes_to: '', docs_from: '', docs_to: '', age_from: '', age_to: '' },
  hidden: false,
};

/** Filters, order, columns and refresh, as the URL holds them. */
export const DEFAULTS = {
  ...NO_FILTERS,
  sort: 'name',
  order: 'asc',
  /** With commas between; empty: those that were chosen before, else the usual ones. */
  columns: '',
  refresh: 30,
};
export type ListState = typeof DEFAULTS;
export type ChangeList = (changes: Partial<ListState>) => void;

export const sortOf = (state: ListState): { column: IndexColumn; order: 'asc' | 'desc' } => ({
  column: isIndexColumn(state.sort) ? state.sort : 'name',
  order: state.order === 'desc' ? 'desc' : 'asc',
});

/** Hidden ones do not narrow the table. */
export const isFiltered = (state: ListState): boolean => {
  const filters = Object.keys(NO_FILTERS) as Array<keyof IndexFilter>;
  return filters.some((key) => key !== 'hidden' && state[key] !== NO_FILTERS[key]);
};
