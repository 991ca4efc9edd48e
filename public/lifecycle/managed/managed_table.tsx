import React, { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import { EuiBasicTable } from '@elastic/eui';
import type { CriteriaWithPagination } from '@elastic/eui';
import type { Explanation } from '../../../common/lifecycle/explain/explain_index';
import type { ManagedIndex } from '../../../common/lifecycle/managed_index';
import { isManagedSort, sortManaged } from '../../../common/lifecycle/managed_table/rows';
import type { ManagedRow } from '../../../common/lifecycle/managed_table/rows';
import { useLastPage } from '../../shared/last_page';
import { WideTable } from '../../shared/wide_table';
import { sortOf } from './list_state';
import type { ChangeList, ListState } from './list_state';
import { managedColumns } from './managed_columns';

const PAGE_SIZES = [20, 50, 100, 200];

/** The rows that are left, a page of them. */
export const ManagedTable: React.FC<{
  rows: readonly ManagedRow[];
  state: ListState;
  onChange: ChangeList;
  explain: (managed: ManagedIndex) => Explanation;
  selected: ReadonlySet<string>;
  onSelect: (index: string) => void;
}> = ({ rows, state, onChange, explain, selected, onSelect }) => {
  const { by, order } = sortOf(state);
  const { page, per_page: size } = state;
  const sorted = useMemo(() => sortManaged(rows, by, order), [rows, by, order]);
  useLastPage(state, rows.length, (last) => onChange({ page: last }));
  const change = ({ page: paging, sort }: CriteriaWithPagination<ManagedRow>) =>
    onChange({
      ...{ page: paging.index + 1, per_page: paging.size },
      ...(sort && isManagedSort(String(sort.field))
        ? { sort: String(sort.field), order: sort.direction }
        : {}),
    });
  return (
    <WideTable minWidth={900}>
      <EuiBasicTable<ManagedRow>
        items={sorted.slice((page - 1) * size, page * size)}
        itemId={({ managed }: ManagedRow) => managed.index}
        columns={managedColumns({ explain, selected, onSelect })}
        // Not marked as selected: on that background red text is hard to read. The box is ticked.
        rowProps={({ health }: ManagedRow) => ({ 'data-test-subj': `managedRow-${health}` })}
        // Columns that are no members of a row: the type knows members only.
        sorting={{ sort: { field: by as keyof ManagedRow, direction: order } }}
        pagination={{
          ...{ pageIndex: page - 1, pageSize: size, totalItemCount: rows.length },
          pageSizeOptions: PAGE_SIZES,
        }}
        onChange={change}
        tableCaption={i18n.translate('watchkeeper.lifecycle.managed.caption', {
          defaultMessage: 'Managed indices with their status and what they wait for',
        })}
        data-test-subj="managedTable"
      />
    </WideTable>
  );
};
