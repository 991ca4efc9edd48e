import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBasicTable } from '@elastic/eui';
import type { CriteriaWithPagination } from '@elastic/eui';
import type { MonitorSummary } from '../../../common/monitors/api';
import { useGoTo } from '../../shared/links';
import { useMay } from '../../shared/plugin_status';
import { WideTable } from '../../shared/wide_table';
import { useMonitorActions } from '../monitor_actions';
import type { MonitorsListQuery } from '../monitors_api';
import { monitorColumns } from './monitor_columns';

const PAGE_SIZES = [10, 20, 50, 100];

/** The rows of the list. Sorting and paging are the server's; this tells what was asked for. */
export const MonitorsTable: React.FC<{
  monitors: MonitorSummary[];
  total: number;
  query: MonitorsListQuery;
  onChange: (changes: Partial<MonitorsListQuery>) => void;
  onSelect: (monitors: MonitorSummary[]) => void;
}> = ({ monitors, total, query, onChange, onSelect }) => {
  const actions = useMonitorActions();
  const goTo = useGoTo();
  const mayWrite = useMay('write');

  const onTableChange = ({ page, sort }: CriteriaWithPagination<MonitorSummary>) =>
    onChange({
      page: page.index + 1,
      per_page: page.size,
      ...(sort ? { sort: String(sort.field), order: sort.direction } : {}),
    });

  return (
    <WideTable minWidth={860}>
      <EuiBasicTable<MonitorSummary>
        items={monitors}
        itemId="id"
        columns={monitorColumns({ actions, goTo, mayWrite })}
        isSelectable
        selection={{ onSelectionChange: onSelect }}
        hasActions
        sorting={{
          sort: {
            field: query.sort as keyof MonitorSummary,
            direction: query.order === 'desc' ? 'desc' : 'asc',
          },
        }}
        pagination={{
          pageIndex: query.page - 1,
          pageSize: query.per_page,
          totalItemCount: total,
          pageSizeOptions: PAGE_SIZES,
        }}
        onChange={onTableChange}
        noItemsMessage={i18n.translate('watchkeeper.monitors.noMatchText', {
          defaultMessage: 'No monitor matches the search.',
        })}
        tableCaption={i18n.translate('watchkeeper.monitors.tableCaption', {
          defaultMessage: 'Monitors with their last and next run',
        })}
        data-test-subj="monitorsTable"
      />
    </WideTable>
  );
};
