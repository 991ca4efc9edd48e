import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBasicTable, EuiText } from '@elastic/eui';
import type { CriteriaWithPagination } from '@elastic/eui';
import type { Alert } from '../../../common/alerts/alert';
import type { Page } from '../../../common/page';
import { useMay } from '../../shared/plugin_status';
import { tableChange, useTicked } from '../../shared/ticked_table';
import { WideTable } from '../../shared/wide_table';
import { canAcknowledge, subjectOf } from '../alert_words';
import type { AcknowledgeAlerts } from '../use_acknowledge_alerts';
import { alertColumns } from './alert_columns';
import { queryOf, tabOf } from './list_state';
import type { ChangeList, ListState } from './list_state';

const PAGE_SIZES = [10, 20, 50, 100];
/** The cluster pages no further. */
const MOST_PAGED = 10_000;

const TooMany: React.FC<{ total: number }> = ({ total }) =>
  total > MOST_PAGED ? (
    <EuiText size="s" color="subdued" data-test-subj="tooManyAlerts">
      <p>
        {i18n.translate('watchkeeper.alerts.tooManyToPageText', {
          defaultMessage:
            '{total, number} alerts match; the first {most, number} of them can be paged through. Narrow the time, search or filter to see others, or export them all.',
          values: { total, most: MOST_PAGED },
        })}
      </p>
    </EuiText>
  ) : null;

/** The reason of an error has the whole width: in a cell it would be cut where it matters. */
const reasonRows = (alerts: readonly Alert[]): Record<string, React.ReactNode> =>
  Object.fromEntries(
    alerts
      .filter(({ state, error_message: reason }) => state === 'error' && reason)
      .map(({ id, error_message: reason }) => [
        id,
        <EuiText size="s" color="danger" key={id} data-test-subj="alertError">
          <p className="eui-textBreakWord">{reason}</p>
        </EuiText>,
      ])
  );

const whyNotSelectable = (selectable: boolean, { state }: Alert): string => {
  if (selectable) return '';
  return state === 'error'
    ? i18n.translate('watchkeeper.alerts.errorNotSelectableText', {
        defaultMessage: 'An error ends by itself when what failed works again.',
      })
    : i18n.translate('watchkeeper.alerts.notSelectableText', {
        defaultMessage: 'Only active alerts can be acknowledged.',
      });
};

export const AlertsTable: React.FC<{
  page: Page<Alert>;
  state: ListState;
  /** When the page was read, epoch milliseconds. */
  readAt: number;
  onChange: ChangeList;
  /** Those of the selected that can still be acknowledged. */
  selected: Alert[];
  onSelect: (alerts: Alert[]) => void;
  acknowledging: AcknowledgeAlerts;
}> = ({ page, state, readAt, onChange, selected, onSelect, acknowledging }) => {
  const mayAcknowledge = useMay('acknowledge');
  const table = useTicked(page, selected);
  const query = queryOf(state);
  const tab = tabOf(query.state);

  return (
    <>
      <TooMany total={page.total} />
      <WideTable minWidth={1010}>
        <EuiBasicTable<Alert>
          ref={table}
          items={page.items}
          itemId="id"
          columns={alertColumns(tab, { now: readAt, mayAcknowledge, acknowledging })}
          isSelectable={tab !== 'past'}
          selection={
            tab === 'past' || !mayAcknowledge
              ? undefined
              : {
                  onSelectionChange: onSelect,
                  selectable: canAcknowledge,
                  selectableMessage: whyNotSelectable,
                }
          }
          isExpandable
          itemIdToExpandedRowMap={reasonRows(page.items)}
          sorting={{ sort: { field: query.sort, direction: query.order } }}
          pagination={{
            pageIndex: query.page - 1,
            pageSize: query.per_page,
            totalItemCount: Math.min(page.total, MOST_PAGED),
            pageSizeOptions: PAGE_SIZES,
          }}
          onChange={(criteria: CriteriaWithPagination<Alert>) => onChange(tableChange(criteria))}
          rowProps={(alert) => ({ 'data-test-subj': 'alertRow', 'aria-label': subjectOf(alert) })}
          tableCaption={i18n.translate('watchkeeper.alerts.tableCaption', {
            defaultMessage: 'Alerts with their state, start and end',
          })}
          data-test-subj="alertsTable"
        />
      </WideTable>
    </>
  );
};
