import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup, EuiFlexItem, EuiIcon, EuiText } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import type { DestinationRecord } from '../../../common/notifications/api';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { Timestamp } from '../../shared/time';
import { iconOf, labelOf, summaryOf } from '../kinds/kind_words';
import { SecretsBadge } from '../secrets_badge';
import { RowButtons } from './row_buttons';
import type { RowActions } from './row_buttons';
import { UsedBy } from './used_by';

const TypeCell: React.FC<{ record: DestinationRecord }> = ({ record: { destination } }) => (
  <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
    <EuiFlexItem grow={false}>
      <EuiIcon type={iconOf(destination.type)} aria-hidden />
    </EuiFlexItem>
    <EuiFlexItem>
      <EuiText size="s">{labelOf(destination.type)}</EuiText>
      <EuiText size="xs" color="subdued">
        {summaryOf(destination)}
      </EuiText>
    </EuiFlexItem>
  </EuiFlexGroup>
);

/** The fields of the columns that sort are the names that the server sorts by. */
export const destinationColumns = (
  actions: RowActions
): Array<EuiBasicTableColumn<DestinationRecord>> => [
  {
    field: 'name',
    name: i18n.translate('watchkeeper.destinations.nameColumn', { defaultMessage: 'Name' }),
    sortable: true,
    width: '20%',
    render: (_: unknown, { id, destination }: DestinationRecord) => (
      <PageLink to={appPaths.destination(id)} data-test-subj="destinationLink">
        <strong className="eui-textBreakWord">{destination.name}</strong>
      </PageLink>
    ),
  },
  {
    field: 'type',
    name: i18n.translate('watchkeeper.destinations.typeColumn', { defaultMessage: 'Type' }),
    sortable: true,
    width: '150px',
    render: (_: unknown, record: DestinationRecord) => <TypeCell record={record} />,
  },
  {
    field: 'origin',
    name: i18n.translate('watchkeeper.destinations.originColumn', { defaultMessage: 'Target' }),
    sortable: true,
    render: (_: unknown, { destination }: DestinationRecord) => (
      <span className="eui-textBreakAll">{destination.origin}</span>
    ),
  },
  {
    name: i18n.translate('watchkeeper.destinations.secretsColumn', { defaultMessage: 'Secrets' }),
    width: '110px',
    render: ({ has_secrets: present }: DestinationRecord) => <SecretsBadge present={present} />,
  },
  {
    name: i18n.translate('watchkeeper.destinations.usedByColumn', { defaultMessage: 'Used by' }),
    width: '110px',
    render: ({ used_by: monitors }: DestinationRecord) => <UsedBy monitors={monitors} short />,
  },
  {
    field: 'updated_at',
    name: i18n.translate('watchkeeper.destinations.updatedColumn', { defaultMessage: 'Updated' }),
    sortable: true,
    width: '11%',
    render: (instant: string) => <Timestamp value={instant} wrap />,
  },
  {
    name: i18n.translate('watchkeeper.destinations.actionsColumn', { defaultMessage: 'Actions' }),
    width: '118px',
    render: (record: DestinationRecord) => <RowButtons record={record} actions={actions} />,
  },
];
