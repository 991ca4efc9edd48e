import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup, EuiFlexItem, EuiIcon, EuiText } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { formatCount } from '../../shared/numbers';
import { Timestamp } from '../../shared/time';
import { iconOf, labelOf, summaryOf } from '../kinds/kind_words';
import { HealthBadge } from './health_badge';
import type { DestinationRow } from './list_rows';
import { RowButtons } from './row_buttons';
import type { RowActions } from './row_buttons';
import { UsedBy } from './used_by';

const NameCell: React.FC<{ row: DestinationRow }> = ({ row: { id, destination } }) => (
  <div>
    <PageLink to={appPaths.destination(id)} data-test-subj="destinationLink">
      <strong className="eui-textBreakWord">{destination.name}</strong>
    </PageLink>
    <EuiText size="xs" color="subdued" className="eui-textBreakAll">
      {destination.origin}
    </EuiText>
  </div>
);

const TypeCell: React.FC<{ row: DestinationRow }> = ({ row: { destination } }) => (
  <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
    <EuiFlexItem grow={false}>
      <EuiIcon type={iconOf(destination.type)} aria-hidden />
    </EuiFlexItem>
    <EuiFlexItem style={{ minWidth: 0 }}>
      <EuiText size="s">{labelOf(destination.type)}</EuiText>
      <EuiText size="xs" color="subdued" className="eui-textBreakWord">
        {summaryOf(destination)}
      </EuiText>
    </EuiFlexItem>
  </EuiFlexGroup>
);

/** A number of messages that leads to them. */
const Count: React.FC<{ count?: number; id: string; filters: Record<string, string> }> = ({
  count,
  id,
  filters,
}) => {
  if (count === undefined) return <>–</>;
  if (count === 0) return <>0</>;
  return (
    <PageLink to={appPaths.deliveriesWhere({ destination_id: id, ...filters })}>
      {formatCount(count)}
    </PageLink>
  );
};

type Column = EuiBasicTableColumn<DestinationRow>;

const doings = (): Column[] => [
  {
    field: 'last_success',
    name: i18n.translate('watchkeeper.destinations.lastSuccessColumn', {
      defaultMessage: 'Last success',
    }),
    sortable: true,
    width: '106px',
    render: (_: unknown, { status }: DestinationRow) => (
      <Timestamp value={status?.last_success} wrap />
    ),
  },
  {
    field: 'queue',
    name: i18n.translate('watchkeeper.destinations.queueColumn', { defaultMessage: 'Waiting' }),
    sortable: true,
    width: '82px',
    render: (_: unknown, { id, status }: DestinationRow) => (
      <Count count={status?.queue} id={id} filters={{ status: 'pending' }} />
    ),
  },
  {
    field: 'sent_last_hour',
    name: i18n.translate('watchkeeper.destinations.sentColumn', {
      defaultMessage: 'Sent in 1 hour',
    }),
    sortable: true,
    width: '82px',
    render: (_: unknown, { id, status }: DestinationRow) => (
      <Count count={status?.sent_last_hour} id={id} filters={{ status: 'sent', from: 'now-24h' }} />
    ),
  },
];

export const destinationColumns = (actions: RowActions): Column[] => [
  {
    field: 'name',
    name: i18n.translate('watchkeeper.destinations.nameColumn', { defaultMessage: 'Name' }),
    sortable: true,
    render: (_: unknown, row: DestinationRow) => <NameCell row={row} />,
  },
  {
    field: 'type',
    name: i18n.translate('watchkeeper.destinations.typeColumn', { defaultMessage: 'Type' }),
    sortable: true,
    width: '150px',
    render: (_: unknown, row: DestinationRow) => <TypeCell row={row} />,
  },
  {
    field: 'health',
    name: i18n.translate('watchkeeper.destinations.healthColumn', { defaultMessage: 'Status' }),
    sortable: true,
    width: '130px',
    render: (_: unknown, { health, destination }: DestinationRow) => (
      <HealthBadge health={health} muted={destination.muted === true} />
    ),
  },
  ...doings(),
  {
    field: 'used_by',
    name: i18n.translate('watchkeeper.destinations.usedByColumn', { defaultMessage: 'Used by' }),
    sortable: true,
    width: '106px',
    render: (_: unknown, { used_by: monitors }: DestinationRow) => (
      <UsedBy monitors={monitors} short />
    ),
  },
  {
    name: i18n.translate('watchkeeper.destinations.actionsColumn', { defaultMessage: 'Actions' }),
    width: '172px',
    render: (row: DestinationRow) => <RowButtons record={row} actions={actions} />,
  },
];
