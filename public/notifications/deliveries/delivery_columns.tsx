import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiSmallButtonIcon, EuiText, EuiToolTip } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import type { DeliveryRow } from '../../../common/notifications/deliveries_api';
import { appPaths } from '../../shared/app_paths';
import { BesideLink } from '../../shared/beside_link';
import { DeliveryBadge } from '../../shared/delivery_badge';
import { PageLink } from '../../shared/links';
import { Timestamp } from '../../shared/time';
import { nameOfMessage } from './words';

export interface ColumnContext {
  mayWrite: boolean;
  isBusy: boolean;
  onResend: (id: string) => void;
}

const SubjectCell: React.FC<{ row: DeliveryRow }> = ({ row }) => (
  <div>
    <BesideLink pathname={appPaths.delivery(row.id).path} data-test-subj="deliveryLink">
      <strong className="eui-textBreakWord">{nameOfMessage(row)}</strong>
    </BesideLink>
    <EuiText size="xs" color="subdued" className="eui-textBreakWord">
      {[row.trigger_name, row.action_name].filter(Boolean).join(' › ')}
    </EuiText>
  </div>
);

const ResendCell: React.FC<{ row: DeliveryRow; context: ColumnContext }> = ({ row, context }) => {
  if (row.status !== 'dead') return null;
  const tooltip = i18n.translate('watchkeeper.deliveries.resendTooltip', {
    defaultMessage: 'Send again',
  });
  return (
    <EuiToolTip content={tooltip}>
      <EuiSmallButtonIcon
        iconType="refresh"
        aria-label={i18n.translate('watchkeeper.deliveries.resendAriaLabel', {
          defaultMessage: 'Send “{name}” again',
          values: { name: nameOfMessage(row) },
        })}
        isDisabled={!context.mayWrite || context.isBusy}
        onClick={() => context.onResend(row.id)}
        data-test-subj="resendOne"
      />
    </EuiToolTip>
  );
};

/** The fields of the columns that sort are the names that the server sorts by. */
export const deliveryColumns = (
  context: ColumnContext
): Array<EuiBasicTableColumn<DeliveryRow>> => [
  {
    field: 'status',
    name: i18n.translate('watchkeeper.deliveries.statusColumn', { defaultMessage: 'Status' }),
    sortable: true,
    width: '116px',
    render: (status: DeliveryRow['status']) => <DeliveryBadge status={status} />,
  },
  {
    field: 'created_at',
    name: i18n.translate('watchkeeper.deliveries.createdColumn', { defaultMessage: 'Made' }),
    sortable: true,
    width: '92px',
    render: (instant: number) => <Timestamp value={instant} wrap />,
  },
  {
    name: i18n.translate('watchkeeper.deliveries.messageColumn', { defaultMessage: 'Message' }),
    render: (row: DeliveryRow) => <SubjectCell row={row} />,
  },
  {
    name: i18n.translate('watchkeeper.deliveries.destinationColumn', {
      defaultMessage: 'Destination',
    }),
    width: '16%',
    render: ({ destination_id: id, destination_name: name }: DeliveryRow) =>
      name === undefined ? (
        <span className="eui-textBreakWord">{id}</span>
      ) : (
        <PageLink to={appPaths.destination(id)}>
          <span className="eui-textBreakWord">{name}</span>
        </PageLink>
      ),
  },
  {
    name: i18n.translate('watchkeeper.deliveries.monitorColumn', { defaultMessage: 'Monitor' }),
    width: '16%',
    render: ({ monitor_id: id, monitor_name: name }: DeliveryRow) => {
      const text = <span className="eui-textBreakWord">{name}</span>;
      // What Watchkeeper tells of itself has no monitor.
      return id === '' ? text : <PageLink to={appPaths.monitor(id)}>{text}</PageLink>;
    },
  },
  {
    field: 'attempts',
    name: i18n.translate('watchkeeper.deliveries.attemptsColumn', { defaultMessage: 'Attempts' }),
    width: '80px',
    align: 'right',
  },
  {
    field: 'finished_at',
    name: i18n.translate('watchkeeper.deliveries.finishedColumn', { defaultMessage: 'Finished' }),
    sortable: true,
    width: '92px',
    render: (instant?: number) => <Timestamp value={instant} wrap />,
  },
  {
    name: i18n.translate('watchkeeper.deliveries.actionsColumn', { defaultMessage: 'Actions' }),
    width: '72px',
    render: (row: DeliveryRow) => <ResendCell row={row} context={context} />,
  },
];
