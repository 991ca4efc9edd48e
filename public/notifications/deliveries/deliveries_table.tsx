import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBasicTable, EuiText } from '@elastic/eui';
import type { CriteriaWithPagination } from '@elastic/eui';
import { MOST_PAGED } from '../../../common/notifications/deliveries_api';
import type { DeliveryPage, DeliveryRow } from '../../../common/notifications/deliveries_api';
import { useMay } from '../../shared/plugin_status';
import { formatCount } from '../../shared/numbers';
import { tableChange, useTicked } from '../../shared/ticked_table';
import { WideTable } from '../../shared/wide_table';
import { deliveryColumns } from './delivery_columns';
import { queryOf } from './list_state';
import type { ChangeList, ListState } from './list_state';
import type { ResendMessages } from './use_resend';
import { nameOfMessage } from './words';

const PAGE_SIZES = [10, 20, 50, 100];

const TooMany: React.FC<{ total: number }> = ({ total }) =>
  total > MOST_PAGED ? (
    <EuiText size="s" color="subdued" data-test-subj="tooManyDeliveries">
      <p>
        {i18n.translate('watchkeeper.deliveries.tooManyToPageText', {
          defaultMessage:
            '{total} messages match; the first {most} of them can be paged through. Narrow the time, search or filter to see others, or turn the order round.',
          values: { total: formatCount(total), most: formatCount(MOST_PAGED) },
        })}
      </p>
    </EuiText>
  ) : null;

/** Why it did not arrive, in the whole width: in a cell it would be cut where it matters. */
const whyOf = ({ status, reason, last_answer: answer }: DeliveryRow): string | undefined =>
  reason ?? (status === 'pending' && answer?.trim() ? answer : undefined);

const reasonRows = (rows: readonly DeliveryRow[]): Record<string, React.ReactNode> =>
  Object.fromEntries(
    rows.flatMap((row) => {
      const why = whyOf(row);
      if (why === undefined) return [];
      const color = row.status === 'dead' ? 'danger' : 'subdued';
      return [
        [
          row.id,
          <EuiText size="s" color={color} key={row.id} data-test-subj="deliveryReason">
            <p className="eui-textBreakWord">{why}</p>
          </EuiText>,
        ],
      ];
    })
  );

export const isDead = ({ status }: Pick<DeliveryRow, 'status'>): boolean => status === 'dead';

/** The rows of the list. Sorting and paging are the server's. */
export const DeliveriesTable: React.FC<{
  page: DeliveryPage;
  state: ListState;
  onChange: ChangeList;
  /** Those of the selected that are still dead. */
  selected: DeliveryRow[];
  onSelect: (rows: DeliveryRow[]) => void;
  resend: ResendMessages;
}> = ({ page, state, onChange, selected, onSelect, resend }) => {
  const mayWrite = useMay('write');
  const table = useTicked(page, selected);
  const query = queryOf(state);

  return (
    <>
      <TooMany total={page.total} />
      <WideTable minWidth={880}>
        <EuiBasicTable<DeliveryRow>
          ref={table}
          items={page.items}
          itemId="id"
          columns={deliveryColumns({ mayWrite, isBusy: resend.isBusy, onResend: resend.one })}
          isSelectable
          selection={
            mayWrite
              ? {
                  onSelectionChange: onSelect,
                  selectable: isDead,
                  selectableMessage: (selectable) =>
                    selectable
                      ? ''
                      : i18n.translate('watchkeeper.deliveries.notSelectableText', {
                          defaultMessage: 'Only what was not delivered can be sent again.',
                        }),
                }
              : undefined
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
          onChange={(criteria: CriteriaWithPagination<DeliveryRow>) =>
            onChange(tableChange(criteria))
          }
          rowProps={(row) => ({
            'data-test-subj': 'deliveryRow',
            'aria-label': nameOfMessage(row),
          })}
          tableCaption={i18n.translate('watchkeeper.deliveries.tableCaption', {
            defaultMessage: 'Messages with their status and destination',
          })}
          data-test-subj="deliveriesTable"
        />
      </WideTable>
    </>
  );
};
