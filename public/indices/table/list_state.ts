import type { IndexFilter } from '../../../common/indices/table/filter';
import { isIndexColumn } from '../../../common/indices/table/sort';
import type { IndexColumn } from '../../../common/indices/table/sort';

/** Filters, order and refresh, as the URL holds them. */
export const DEFAULTS = {
  text: '',
  health: '',
  status: '',
  data_stream: '',
  family: '',
  hidden: false,
  sort: 'name',
  order: 'asc',
  refresh: 30,
};
export type ListState = typeof DEFAULTS;
export type ChangeList = (changes: Partial<ListState>) => void;

export const NO_FILTERS: IndexFilter = {
  ...{ text: '', health: '', status: '', data_stream: '', family: '', hidden: false },
};

export const filterOf = ({ text, health, status, data_stream, family, hidden }: ListState) => ({
  ...{ text, health, status, data_stream, family, hidden },
});

export const sortOf = (state: ListState): { column: IndexColumn; order: 'asc' | 'desc' } => ({
  column: isIndexColumn(state.sort) ? state.sort : 'name',
  order: state.order === 'desc' ? 'desc' : 'asc',
});

export const isFiltered = ({ text, health, status, data_stream: stream, family }: ListState) =>
  [text, health, status, stream, family].some((value) => value !== '');
