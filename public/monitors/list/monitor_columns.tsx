import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiText } from '@elastic/eui';
import type { EuiBasicTableColumn, EuiTableActionsColumnType } from '@elastic/eui';
import type { MonitorSummary } from '../../../common/monitors/api';
import { appPaths } from '../../shared/app_paths';
import type { AppPath } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { Timestamp } from '../../shared/time';
import type { MonitorActions } from '../monitor_actions';
import { scheduleInWords } from '../schedule/schedule_words';
import { Tags } from '../tags';
import { typeLabel } from '../type_words';
import { AlertCounts, LastRun, MonitorHealth } from './monitor_cells';
import { refOf } from './monitor_ref';

interface ColumnServices {
  actions: MonitorActions;
  goTo: (target: AppPath) => void;
  mayWrite: boolean;
}

type RowActions = EuiTableActionsColumnType<MonitorSummary>['actions'];

const rowActions = ({ actions, goTo, mayWrite }: ColumnServices): RowActions => [
  {
    name: i18n.translate('watchkeeper.monitors.editActionLabel', { defaultMessage: 'Edit' }),
    description: i18n.translate('watchkeeper.monitors.editActionDescription', {
      defaultMessage: 'Edit this monitor',
    }),
    icon: 'pencil',
    type: 'icon',
    isPrimary: true,
    enabled: () => mayWrite,
    onClick: ({ id }: MonitorSummary) => goTo(appPaths.editMonitor(id)),
    'data-test-subj': 'editMonitorAction',
  },
  {
    name: i18n.translate('watchkeeper.monitors.cloneActionLabel', { defaultMessage: 'Clone' }),
    description: i18n.translate('watchkeeper.monitors.cloneActionDescription', {
      defaultMessage: 'Begin a new monitor with a copy of this one',
    }),
    icon: 'copy',
    type: 'icon',
    enabled: () => mayWrite,
    onClick: ({ id }: MonitorSummary) => goTo(appPaths.cloneMonitor(id)),
    'data-test-subj': 'cloneMonitorAction',
  },
  {
    name: i18n.translate('watchkeeper.monitors.enableActionLabel', { defaultMessage: 'Enable' }),
    description: i18n.translate('watchkeeper.monitors.enableActionDescription', {
      defaultMessage: 'Start running this monitor',
    }),
    icon: 'play',
    type: 'icon',
    available: ({ enabled }: MonitorSummary) => !enabled,
    enabled: () => mayWrite,
    onClick: (monitor: MonitorSummary) => void actions.tell([refOf(monitor)], 'enable'),
    'data-test-subj': 'enableMonitorAction',
  },
  {
    name: i18n.translate('watchkeeper.monitors.disableActionLabel', { defaultMessage: 'Disable' }),
    description: i18n.translate('watchkeeper.monitors.disableActionDescription', {
      defaultMessage: 'Stop running this monitor',
    }),
    icon: 'pause',
    type: 'icon',
    available: ({ enabled }: MonitorSummary) => enabled,
    enabled: () => mayWrite,
    onClick: (monitor: MonitorSummary) => void actions.tell([refOf(monitor)], 'disable'),
    'data-test-subj': 'disableMonitorAction',
  },
  {
    name: i18n.translate('watchkeeper.monitors.deleteActionLabel', { defaultMessage: 'Delete' }),
    description: i18n.translate('watchkeeper.monitors.deleteActionDescription', {
      defaultMessage: 'Delete this monitor',
    }),
    icon: 'trash',
    color: 'danger',
    type: 'icon',
    enabled: () => mayWrite,
    onClick: (monitor: MonitorSummary) => void actions.remove([refOf(monitor)]),
    'data-test-subj': 'deleteMonitorAction',
  },
];

const NameCell: React.FC<{ monitor: MonitorSummary }> = ({ monitor }) => (
  <div>
    <PageLink to={appPaths.monitor(monitor.id)} data-test-subj="monitorLink">
      <strong className="eui-textBreakWord">{monitor.name}</strong>
    </PageLink>
    <EuiText size="xs" color="subdued">
      <span className="eui-textBreakWord">
        {[typeLabel(monitor.monitor_type), monitor.owner, monitor.indices.join(', ')]
          .filter((part) => part)
          .join(' · ')}
      </span>
    </EuiText>
    {monitor.tags.length > 0 && <Tags tags={monitor.tags} />}
  </div>
);

const label = {
  state: () => i18n.translate('watchkeeper.monitors.stateColumn', { defaultMessage: 'State' }),
  name: () =>
    i18n.translate('watchkeeper.monitors.nameColumn', { defaultMessage: 'Name and indices' }),
  schedule: () =>
    i18n.translate('watchkeeper.monitors.scheduleColumn', { defaultMessage: 'Schedule' }),
  lastRun: () =>
    i18n.translate('watchkeeper.monitors.lastRunColumn', { defaultMessage: 'Last run' }),
  nextRun: () =>
    i18n.translate('watchkeeper.monitors.nextRunColumn', { defaultMessage: 'Next run' }),
  alerts: () =>
    i18n.translate('watchkeeper.monitors.alertsColumn', { defaultMessage: 'Active alerts' }),
};

/** The columns. The fields of those that sort are the names that the server sorts by. */
export const monitorColumns = (
  services: ColumnServices
): Array<EuiBasicTableColumn<MonitorSummary>> => [
  {
    field: 'enabled',
    name: label.state(),
    sortable: true,
    width: '128px',
    render: (_: unknown, monitor: MonitorSummary) => (
      <MonitorHealth
        monitor={monitor}
        mayAdopt={services.mayWrite}
        onAdopt={() => void services.actions.tell([refOf(monitor)], 'adopt')}
      />
    ),
  },
  {
    field: 'name',
    name: label.name(),
    sortable: true,
    width: '26%',
    render: (_: unknown, monitor: MonitorSummary) => <NameCell monitor={monitor} />,
  },
  {
    field: 'schedule',
    name: label.schedule(),
    width: '14%',
    render: (schedule: MonitorSummary['schedule']) => scheduleInWords(schedule),
  },
  {
    field: 'last_run',
    name: label.lastRun(),
    width: '22%',
    render: (run: MonitorSummary['last_run']) => <LastRun run={run} />,
  },
  {
    field: 'next_run',
    name: label.nextRun(),
    width: '10%',
    render: (instant: number | null) => <Timestamp value={instant} />,
  },
  {
    field: 'active_alerts',
    name: label.alerts(),
    sortable: true,
    width: '14%',
    render: (_: unknown, monitor: MonitorSummary) => <AlertCounts monitor={monitor} />,
  },
  { width: '70px', actions: rowActions(services) },
];
