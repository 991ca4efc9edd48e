import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge, EuiBasicTable, EuiText, EuiToolTip } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import type { SchedulerInstance } from '../../../common/overview/scheduler';
import { Timestamp, formatDuration } from '../../shared/time';
import { WideTable } from '../../shared/wide_table';
import { placeOf, rangesOf } from './totals';

const Place: React.FC<{ instance: SchedulerInstance }> = ({ instance }) => (
  <div>
    {placeOf(instance)}{' '}
    {instance.this_one && (
      <EuiBadge color="hollow">
        {i18n.translate('watchkeeper.scheduler.thisOneLabel', { defaultMessage: 'answers you' })}
      </EuiBadge>
    )}
    <EuiText size="xs" color="subdued">
      {instance.id.slice(0, 8)}
    </EuiText>
  </div>
);

const Life: React.FC<{ instance: SchedulerInstance }> = ({ instance: { live, lease_ttl: ttl } }) =>
  live ? (
    <EuiBadge color="success">
      {i18n.translate('watchkeeper.scheduler.liveLabel', { defaultMessage: 'Live' })}
    </EuiBadge>
  ) : (
    <EuiToolTip
      content={i18n.translate('watchkeeper.scheduler.goneText', {
        defaultMessage: 'No beat for {ttl}: its partitions are taken over by the others.',
        values: { ttl: formatDuration(ttl) },
      })}
    >
      <EuiBadge color="danger" tabIndex={0}>
        {i18n.translate('watchkeeper.scheduler.goneLabel', { defaultMessage: 'Gone' })}
      </EuiBadge>
    </EuiToolTip>
  );

const NONE = '–';

const columns = (): Array<EuiBasicTableColumn<SchedulerInstance>> => [
  {
    name: i18n.translate('watchkeeper.scheduler.instanceColumn', { defaultMessage: 'Instance' }),
    render: (instance: SchedulerInstance) => <Place instance={instance} />,
    width: '20%',
  },
  {
    name: i18n.translate('watchkeeper.scheduler.stateColumn', { defaultMessage: 'State' }),
    render: (instance: SchedulerInstance) => <Life instance={instance} />,
    width: '80px',
  },
  {
    name: i18n.translate('watchkeeper.scheduler.lastSeenColumn', { defaultMessage: 'Last beat' }),
    render: ({ last_seen: seen }: SchedulerInstance) => <Timestamp value={seen} />,
    width: '90px',
  },
  {
    name: i18n.translate('watchkeeper.scheduler.partitionsColumn', {
      defaultMessage: 'Partitions',
    }),
    render: ({ partitions }: SchedulerInstance) => (
      <div>
        {partitions.length}
        {partitions.length > 0 && (
          <EuiText size="xs" color="subdued" className="eui-textBreakWord">
            {rangesOf(partitions)}
          </EuiText>
        )}
      </div>
    ),
  },
  {
    name: i18n.translate('watchkeeper.scheduler.monitorsColumn', { defaultMessage: 'Monitors' }),
    render: ({ report }: SchedulerInstance) => report?.monitors ?? NONE,
    width: '85px',
    align: 'right',
  },
  {
    name: i18n.translate('watchkeeper.scheduler.lagColumn', { defaultMessage: 'Lag' }),
    render: ({ live, report }: SchedulerInstance) =>
      live && report ? formatDuration(report.lag) : NONE,
    width: '110px',
    align: 'right',
  },
  {
    name: i18n.translate('watchkeeper.scheduler.queueColumn', { defaultMessage: 'Queue' }),
    render: ({ live, report }: SchedulerInstance) => (live && report ? report.queue : NONE),
    width: '70px',
    align: 'right',
  },
  {
    name: i18n.translate('watchkeeper.scheduler.inFlightColumn', { defaultMessage: 'Searching' }),
    render: ({ live, report }: SchedulerInstance) => (live && report ? report.in_flight : NONE),
    width: '85px',
    align: 'right',
  },
  {
    name: i18n.translate('watchkeeper.scheduler.startedColumn', { defaultMessage: 'Started' }),
    render: ({ report }: SchedulerInstance) => <Timestamp value={report?.started_at} wrap />,
    width: '110px',
  },
  {
    name: i18n.translate('watchkeeper.scheduler.versionColumn', { defaultMessage: 'Version' }),
    render: ({ report }: SchedulerInstance) => report?.version ?? NONE,
    width: '75px',
  },
];

/** Every instance on this cluster, with what it runs. */
export const InstancesTable: React.FC<{ instances: SchedulerInstance[] }> = ({ instances }) => (
  <WideTable>
    <EuiBasicTable<SchedulerInstance>
      items={instances}
      itemId="id"
      columns={columns()}
      noItemsMessage={i18n.translate('watchkeeper.scheduler.noInstancesText', {
        defaultMessage: 'No instance runs monitors on this cluster.',
      })}
      tableCaption={i18n.translate('watchkeeper.scheduler.instancesCaption', {
        defaultMessage: 'Instances with their partitions and lag',
      })}
      data-test-subj="instancesTable"
    />
  </WideTable>
);
