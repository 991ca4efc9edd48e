import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBasicTable } from '@elastic/eui';
import type { CriteriaWithPagination } from '@elastic/eui';
import { DESTINATION_TYPE } from '../../../common/plugin';
import { useExport } from '../../saved_objects/use_export';
import { appPaths } from '../../shared/app_paths';
import { useGoTo } from '../../shared/links';
import { useMay } from '../../shared/plugin_status';
import { WideTable } from '../../shared/wide_table';
import { useResend } from '../deliveries/use_resend';
import { destinationColumns } from './destination_columns';
import type { ChangeList, DestinationRow, ListState } from './list_rows';
import { TroubleRow, isInTrouble } from './trouble_row';
import { useDelete } from './use_delete';

const PAGE_SIZES = [10, 20, 50, 100];

/** The rows of a page of the list. */
export const DestinationsTable: React.FC<{
  /** All that match; this shows the page of them. */
  rows: DestinationRow[];
  state: ListState;
  onChange: ChangeList;
  onTest: (row: DestinationRow) => void;
  onSelect: (rows: DestinationRow[]) => void;
}> = ({ rows, state, onChange, onTest, onSelect }) => {
  const goTo = useGoTo();
  const remove = useDelete();
  const mayWrite = useMay('write');
  const { exportObjects } = useExport(DESTINATION_TYPE);
  const resend = useResend();
  const { page, per_page: size } = state;
  const shown = rows.slice((page - 1) * size, page * size);
  const onResend = ({ id, status }: DestinationRow) =>
    resend.all({ destination_id: id }, status?.dead_last_day ?? 0);

  const onTableChange = ({ page: paging, sort }: CriteriaWithPagination<DestinationRow>) =>
    onChange({
      page: paging.index + 1,
      per_page: paging.size,
      ...(sort ? { sort: String(sort.field), order: sort.direction } : {}),
    });

  return (
    <WideTable minWidth={1010}>
      <EuiBasicTable<DestinationRow>
        items={shown}
        itemId="id"
        columns={destinationColumns({
          mayWrite,
          onEdit: ({ id }) => goTo(appPaths.destination(id)),
          onTest,
          onDuplicate: ({ id }) => goTo(appPaths.duplicateDestination(id)),
          onExport: ({ id }) => void exportObjects([id]),
          onDelete: (record) => void remove(record),
        })}
        isSelectable
        selection={{ onSelectionChange: onSelect }}
        isExpandable
        itemIdToExpandedRowMap={Object.fromEntries(
          shown
            .filter(isInTrouble)
            .map((row) => [row.id, <TroubleRow row={row} actions={{ onTest, onResend }} />])
        )}
        sorting={{
          sort: {
            field: state.sort as keyof DestinationRow,
            direction: state.order === 'desc' ? 'desc' : 'asc',
          },
        }}
        pagination={{
          pageIndex: page - 1,
          pageSize: size,
          totalItemCount: rows.length,
          pageSizeOptions: PAGE_SIZES,
        }}
        onChange={onTableChange}
        noItemsMessage={i18n.translate('watchkeeper.destinations.noMatchText', {
          defaultMessage: 'No destination matches the search and filters.',
        })}
        tableCaption={i18n.translate('watchkeeper.destinations.tableCaption', {
          defaultMessage: 'Destinations and the monitors that send to them',
        })}
        data-test-subj="destinationsTable"
      />
    </WideTable>
  );
};
