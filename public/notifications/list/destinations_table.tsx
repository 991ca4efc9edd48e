import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBasicTable } from '@elastic/eui';
import type { CriteriaWithPagination } from '@elastic/eui';
import type { DestinationRecord } from '../../../common/notifications/api';
import type { Page } from '../../../common/page';
import { appPaths } from '../../shared/app_paths';
import { useGoTo } from '../../shared/links';
import { useMay } from '../../shared/plugin_status';
import { WideTable } from '../../shared/wide_table';
import { destinationColumns } from './destination_columns';
import { useDelete } from './use_delete';

const PAGE_SIZES = [10, 20, 50, 100];

export interface ListQuery {
  search: string;
  sort: string;
  order: string;
  page: number;
  per_page: number;
}

/** The rows of the list. Sorting and paging are the server's; this tells what was asked for. */
export const DestinationsTable: React.FC<{
  page: Page<DestinationRecord>;
  query: ListQuery;
  onChange: (changes: Partial<ListQuery>) => void;
  onTest: (record: DestinationRecord) => void;
  onSelect: (records: DestinationRecord[]) => void;
}> = ({ page, query, onChange, onTest, onSelect }) => {
  const goTo = useGoTo();
  const remove = useDelete();
  const mayWrite = useMay('write');

  const onTableChange = ({ page: paging, sort }: CriteriaWithPagination<DestinationRecord>) =>
    onChange({
      page: paging.index + 1,
      per_page: paging.size,
      ...(sort ? { sort: String(sort.field), order: sort.direction } : {}),
    });

  return (
    <WideTable>
      <EuiBasicTable<DestinationRecord>
        items={page.items}
        itemId="id"
        columns={destinationColumns({
          mayWrite,
          onEdit: ({ id }) => goTo(appPaths.destination(id)),
          onTest,
          onDelete: (record) => void remove(record),
        })}
        isSelectable
        selection={{ onSelectionChange: onSelect }}
        sorting={{
          sort: {
            field: query.sort as keyof DestinationRecord,
            direction: query.order === 'desc' ? 'desc' : 'asc',
          },
        }}
        pagination={{
          pageIndex: query.page - 1,
          pageSize: query.per_page,
          totalItemCount: page.total,
          pageSizeOptions: PAGE_SIZES,
        }}
        onChange={onTableChange}
        noItemsMessage={i18n.translate('watchkeeper.destinations.noMatchText', {
          defaultMessage: 'No destination matches the search.',
        })}
        tableCaption={i18n.translate('watchkeeper.destinations.tableCaption', {
          defaultMessage: 'Destinations and the monitors that send to them',
        })}
        data-test-subj="destinationsTable"
      />
    </WideTable>
  );
};
