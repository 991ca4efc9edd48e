import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiText } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import type { Alert } from '../../../common/alerts/alert';
import type { Severity } from '../../../common/monitors/monitor';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { SeverityBadge } from '../../shared/severity_badge';
import { Timestamp } from '../../shared/time';
import { AlertBadges } from '../alert_badges';
import { durationOf, isOpen, stillOpen } from '../alert_words';
import { AcknowledgeCell } from './acknowledge_cell';
import type { AcknowledgeAlerts } from '../use_acknowledge_alerts';
import type { Tab } from './list_state';
import { TriggerCell } from './trigger_cell';

type Column = EuiBasicTableColumn<Alert>;

const identity = (): Column[] => [
  {
    field: 'state',
    name: i18n.translate('watchkeeper.alerts.stateColumn', { defaultMessage: 'State' }),
    sortable: true,
    width: '142px',
    render: (_: unknown, alert: Alert) => <AlertBadges alert={alert} />,
  },
  {
    field: 'severity',
    name: i18n.translate('watchkeeper.alerts.severityColumn', { defaultMessage: 'Severity' }),
    sortable: true,
    width: '98px',
    render: (severity: Severity) => <SeverityBadge severity={severity} />,
  },
  {
    field: 'trigger_name',
    name: i18n.translate('watchkeeper.alerts.triggerColumn', { defaultMessage: 'Trigger' }),
    sortable: true,
    render: (_: unknown, alert: Alert) => <TriggerCell alert={alert} />,
  },
  {
    field: 'monitor_name',
    width: '13%',
    name: i18n.translate('watchkeeper.alerts.monitorColumn', { defaultMessage: 'Monitor' }),
    sortable: true,
    render: (name: string, { monitor_id: id }: Alert) => (
      <PageLink to={appPaths.monitor(id)} data-test-subj="alertMonitorLink">
        <span className="eui-textBreakWord">{name}</span>
      </PageLink>
    ),
  },
];

const start = (): Column => ({
  field: 'start_time',
  name: i18n.translate('watchkeeper.alerts.startColumn', { defaultMessage: 'Start' }),
  sortable: true,
  width: '98px',
  render: (instant: number) => <Timestamp value={instant} wrap />,
});

/** Open alerts have lasted until now. */
const duration = (now: number): Column => ({
  name: i18n.translate('watchkeeper.alerts.durationColumn', { defaultMessage: 'Duration' }),
  width: '88px',
  render: (alert: Alert) => durationOf(alert, now),
});

/** The end, and how long it took until then. */
const end = (now: number): Column => ({
  field: 'end_time',
  name: i18n.translate('watchkeeper.alerts.endColumn', { defaultMessage: 'End' }),
  sortable: true,
  width: '12%',
  render: (_: unknown, alert: Alert) => (
    <div>
      {isOpen(alert) ? stillOpen() : <Timestamp value={alert.end_time} wrap />}
      <EuiText size="xs" color="subdued">
        {i18n.translate('watchkeeper.alerts.afterText', {
          defaultMessage: 'after {duration}',
          values: { duration: durationOf(alert, now) },
        })}
      </EuiText>
    </div>
  ),
});

const notified = (): Column => ({
  field: 'last_notification_time',
  name: i18n.translate('watchkeeper.alerts.notifiedColumn', { defaultMessage: 'Last notified' }),
  width: '102px',
  render: (instant?: number) => <Timestamp value={instant} wrap />,
});

const acknowledged = (context: ColumnContext): Column => ({
  name: i18n.translate('watchkeeper.alerts.acknowledgedColumn', {
    defaultMessage: 'Acknowledged',
  }),
  width: '168px',
  render: (alert: Alert) => <AcknowledgeCell alert={alert} {...context} />,
});

export interface ColumnContext {
  /** Epoch milliseconds: what durations of open alerts are counted to. */
  now: number;
  mayAcknowledge: boolean;
  acknowledging: AcknowledgeAlerts;
}

/** The columns of a tab. The fields of those that sort are the names that the server sorts by. */
export const alertColumns = (tab: Tab, context: ColumnContext): Column[] => [
  ...identity(),
  start(),
  tab === 'open' ? duration(context.now) : end(context.now),
  notified(),
  acknowledged(context),
];
