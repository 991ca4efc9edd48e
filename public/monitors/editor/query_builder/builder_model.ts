import type {
  Filter,
  FilterTest,
  Metric,
  VisualQuery,
} from '../../../../common/monitors/query_builder/visual_query';

/** A filter or a metric on the page. */
export interface Row<T> {
  id: number;
  value: T;
  /** As the query had it: part of the query whatever it holds, until somebody changes it. */
  isRead: boolean;
}

/** A query on the page: the query, and rows that are not filled in yet. */
export interface BuilderModel {
  /** Its filters and metrics are those of the rows. */
  query: VisualQuery;
  filters: ReadonlyArray<Row<Filter>>;
  metrics: ReadonlyArray<Row<Metric>>;
}

const rowsOf = <T>(values: readonly T[]): Array<Row<T>> =>
  values.map((value, id) => ({ id, value, isRead: true }));

export const modelOf = (query: VisualQuery): BuilderModel => ({
  query,
  filters: rowsOf(query.filters),
  metrics: rowsOf(query.metrics),
});

const holds = (test: FilterTest): boolean => {
  switch (test.kind) {
    case 'exists':
      return true;
    case 'one_of':
      return test.values.length > 0;
    case 'range':
      return [test.gt, test.gte, test.lt, test.lte].some((bound) => bound !== undefined);
    default:
      return test.value !== '';
  }
};

export const isWholeFilter = ({ value, isRead }: Row<Filter>): boolean =>
  isRead || (value.field !== '' && holds(value.test));

export const isWholeMetric = ({ value, isRead }: Row<Metric>): boolean =>
  isRead || value.field !== '';

/** The query without rows that are not filled in yet. */
export const queryOf = ({ query, filters, metrics }: BuilderModel): VisualQuery => ({
  ...query,
  filters: filters.filter(isWholeFilter).map(({ value }) => value),
  metrics: metrics.filter(isWholeMetric).map(({ value }) => value),
});

export const addRow = <T>(rows: ReadonlyArray<Row<T>>, value: T): Array<Row<T>> => [
  ...rows,
  { id: Math.max(-1, ...rows.map(({ id }) => id)) + 1, value, isRead: false },
];

export const changeRow = <T>(rows: ReadonlyArray<Row<T>>, id: number, value: T): Array<Row<T>> =>
  rows.map((row) => (row.id === id ? { id, value, isRead: false } : row));

export const removeRow = <T>(rows: ReadonlyArray<Row<T>>, id: number): Array<Row<T>> =>
  rows.filter((row) => row.id !== id);
