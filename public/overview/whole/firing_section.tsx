import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import type { Alert } from '../../../common/alerts/alert';
import { groupValues } from '../../../common/alerts/alert_title';
import type { Overview } from '../../../common/overview/overview';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { formatCount } from '../../shared/numbers';
import { SEVERITY_LEVELS, SeverityBadge } from '../../shared/severity_badge';
import { Timestamp, formatDuration } from '../../shared/time';
import { Figure } from './figure';
import { Section } from './section';

const BySeverity: React.FC<{ firing: Overview['firing'] }> = ({ firing }) => (
  <EuiFlexGroup gutterSize="l" wrap responsive={false}>
    {SEVERITY_LEVELS.filter((severity) => firing.by_severity[severity]).map((severity) => (
      <Figure
        key={severity}
        value={formatCount(firing.by_severity[severity] ?? 0)}
        description={<SeverityBadge severity={severity} />}
        to={appPaths.alertsWhere({ state: 'active', severity })}
        subject={`firing-${severity}`}
      />
    ))}
    {firing.no_data > 0 && (
      <Figure
        value={formatCount(firing.no_data)}
        description={i18n.translate('watchkeeper.overview.noDataLabel', {
          defaultMessage: 'No data',
        })}
        to={appPaths.alertsWhere({ state: 'no_data' })}
        subject="firing-noData"
      />
    )}
    {firing.pending > 0 && (
      <Figure
        value={formatCount(firing.pending)}
        description={i18n.translate('watchkeeper.overview.pendingLabel', {
          defaultMessage: 'Pending',
        })}
        to={appPaths.alertsWhere({ state: 'pending' })}
        subject="firing-pending"
      />
    )}
    {firing.acknowledged > 0 && (
      <Figure
        value={formatCount(firing.acknowledged)}
        description={i18n.translate('watchkeeper.overview.acknowledgedLabel', {
          defaultMessage: 'Acknowledged',
        })}
        to={appPaths.alertsWhere({ state: 'acknowledged' })}
        subject="firing-acknowledged"
      />
    )}
  </EuiFlexGroup>
);

const nameOf = (alert: Alert): string =>
  [alert.trigger_name || alert.monitor_name, groupValues(alert)]
    .filter((part) => part !== '')
    .join(' › ');

const AlertLine: React.FC<{ alert: Alert; readAt: number; duration: boolean }> = ({
  alert,
  readAt,
  duration,
}) => (
  <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} style={{ marginBottom: 4 }}>
    <EuiFlexItem grow={false} style={{ width: 84 }}>
      <SeverityBadge severity={alert.severity} />
    </EuiFlexItem>
    <EuiFlexItem style={{ minWidth: 0 }}>
      <EuiText size="s" className="eui-textTruncate">
        <PageLink to={appPaths.alert(alert.id)} data-test-subj="overviewAlert">
          {nameOf(alert)}
        </PageLink>
        {alert.trigger_name !== '' && <span> · {alert.monitor_name}</span>}
      </EuiText>
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <EuiText size="s">
        {duration ? (
          formatDuration(readAt - alert.start_time)
        ) : (
          <Timestamp value={alert.start_time} />
        )}
      </EuiText>
    </EuiFlexItem>
  </EuiFlexGroup>
);

const AlertLines: React.FC<{
  title: string;
  alerts: readonly Alert[];
  readAt: number;
  duration?: boolean;
  subject: string;
}> = ({ title, alerts, readAt, duration = false, subject }) => (
  <EuiFlexItem style={{ minWidth: 320 }} data-test-subj={subject}>
    <EuiTitle size="xxs">
      <h3>{title}</h3>
    </EuiTitle>
    <EuiSpacer size="xs" />
    {alerts.map((alert) => (
      <AlertLine key={alert.id} alert={alert} readAt={readAt} duration={duration} />
    ))}
  </EuiFlexItem>
);

const isQuiet = ({ total, no_data, pending, acknowledged }: Overview['firing']): boolean =>
  total + no_data + pending + acknowledged === 0;

/** What is firing: how much of each severity, what came last, what lasts longest. */
export const FiringSection: React.FC<{ overview: Overview; readAt: number }> = ({
  overview: { firing, monitors },
  readAt,
}) => (
  <Section
    title={i18n.translate('watchkeeper.overview.firingTitle', { defaultMessage: 'Firing' })}
    data-test-subj="firingSection"
  >
    {isQuiet(firing) ? (
      <EuiText size="s" data-test-subj="nothingFires">
        <p>
          {i18n.translate('watchkeeper.overview.quietText', {
            defaultMessage:
              'Nothing is firing. {enabled, plural, one {# monitor is} other {# monitors are}} enabled.',
            values: { enabled: monitors.enabled },
          })}{' '}
          <PageLink to={appPaths.monitors()}>
            {i18n.translate('watchkeeper.overview.monitorsLinkText', {
              defaultMessage: 'See what is watched',
            })}
          </PageLink>
        </p>
      </EuiText>
    ) : (
      <>
        <BySeverity firing={firing} />
        {firing.newest.length > 0 && (
          <>
            <EuiSpacer size="m" />
            <EuiFlexGroup gutterSize="xl" wrap responsive={false}>
              <AlertLines
                title={i18n.translate('watchkeeper.overview.newestTitle', {
                  defaultMessage: 'The newest',
                })}
                alerts={firing.newest}
                readAt={readAt}
                subject="newestAlerts"
              />
              <AlertLines
                title={i18n.translate('watchkeeper.overview.longestTitle', {
                  defaultMessage: 'The longest',
                })}
                alerts={firing.longest}
                readAt={readAt}
                duration
                subject="longestAlerts"
              />
            </EuiFlexGroup>
          </>
        )}
      </>
    )}
  </Section>
);
