import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { CriteriaWithPagination, EuiBasicTable } from '@elastic/eui';

/** For a table whose rows are ticked. @param selected those of the ticked that can still be chosen */
export const useTicked = <T extends object>(
  page: unknown,
  selected: T[]
): RefObject<EuiBasicTable<T>> => {
  const table = useRef<EuiBasicTable<T>>(null);
  // What was done meanwhile with a row, it cannot be unticked by hand any more.
  useEffect(() => {
    const ticked = table.current?.state.selection.length ?? 0;
    if (ticked > selected.length) table.current?.setSelection(selected);
  }, [page, selected]);
  return table;
};

interface TableChange {
  page: number;
  per_page: number;
  sort?: string;
  order?: 'asc' | 'desc';
}

/** What a table tells of a click on its pages or columns, as the URL holds it. */
export const tableChange = <T extends object>({
  page,
  sort,
}: CriteriaWithPagination<T>): TableChange => ({
  page: page.index + 1,
  per_page: page.size,
  ...(sort ? { sort: String(sort.field), order: sort.direction } : {}),
});
