import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiBadge,
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiHealth,
  EuiText,
} from '@elastic/eui';
import type { MonitorSummary } from '../../../common/monitors/api';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { Timestamp } from '../../shared/time';
import { HeartbeatHealth } from '../heartbeat/heartbeat_health';
import type { MonitorStateName } from '../monitor_state';
import { monitorState, runProblem, stateColor, stateLabel } from '../monitor_state';
import { OutcomeBadge } from '../outcome_badge';
import { ProblemText } from '../problem_text';
import { formatCount } from '../words';

/** Of a heartbeat its own state says as much, and more. */
const SAID_BY_HEARTBEAT: ReadonlySet<MonitorStateName> = new Set(['ok', 'triggered', 'new']);

/** The state, and, where somebody must adopt the monitor, the button for it. */
export const MonitorHealth: React.FC<{
  monitor: MonitorSummary;
  mayAdopt: boolean;
  onAdopt: () => void;
}> = ({ monitor, mayAdopt, onAdopt }) => {
  const state = monitorState(monitor);
  return (
    <div>
      {!(monitor.heartbeat && SAID_BY_HEARTBEAT.has(state)) && (
        <EuiHealth color={stateColor(state)} data-test-subj={`monitorState-${state}`}>
          {stateLabel(state)}
        </EuiHealth>
      )}
      {monitor.heartbeat && state !== 'disabled' && state !== 'needs_adoption' && (
        <HeartbeatHealth state={monitor.heartbeat.state} lastPing={monitor.heartbeat.last_ping} />
      )}
      {state === 'needs_adoption' && (
        <EuiButtonEmpty
          size="xs"
          flush="left"
          isDisabled={!mayAdopt}
          onClick={onAdopt}
          data-test-subj="adoptButton"
        >
          {i18n.translate('watchkeeper.monitors.adoptButtonLabel', { defaultMessage: 'Adopt' })}
        </EuiButtonEmpty>
      )}
    </div>
  );
};

/** Outcome and time of the last run, and the reason when it failed. */
export const LastRun: React.FC<{ run: MonitorSummary['last_run'] }> = ({ run }) => {
  if (!run) {
    return (
      <EuiText size="xs" color="subdued">
        {i18n.translate('watchkeeper.monitors.noRunText', { defaultMessage: 'Has not run yet' })}
      </EuiText>
    );
  }
  const problem = runProblem(run);
  return (
    <div>
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <OutcomeBadge outcome={run.outcome} />
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <Timestamp value={run.scheduled_at} />
        </EuiFlexItem>
      </EuiFlexGroup>
      {problem && <ProblemText message={problem.message} lines={2} />}
    </div>
  );
};

const CountLine: React.FC<{ color?: 'subdued' | 'danger' }> = ({ color = 'subdued', children }) => (
  <EuiText size="xs" color={color}>
    {children}
  </EuiText>
);

/** How many alerts are open, with a link to them. */
export const AlertCounts: React.FC<{ monitor: MonitorSummary }> = ({ monitor }) => {
  const { id, active_alerts: active, acknowledged_alerts: acknowledged } = monitor;
  const { error_alerts: errors, pending_alerts: pending, no_data_alerts: noData } = monitor;
  if (active + acknowledged + errors + pending + noData === 0) return <>0</>;
  return (
    <PageLink to={appPaths.alertsOfMonitor(id, 'open')} data-test-subj="monitorAlertsLink">
      {active > 0 && <EuiBadge color="danger">{formatCount(active)}</EuiBadge>}
      {active === 0 && '0'}
      {noData > 0 && (
        <CountLine color="danger">
          {i18n.translate('watchkeeper.monitors.noDataText', {
            defaultMessage: '{count} without data',
            values: { count: noData },
          })}
        </CountLine>
      )}
      {pending > 0 && (
        <CountLine>
          {i18n.translate('watchkeeper.monitors.pendingText', {
            defaultMessage: '{count} pending',
            values: { count: pending },
          })}
        </CountLine>
      )}
      {acknowledged > 0 && (
        <CountLine>
          {i18n.translate('watchkeeper.monitors.acknowledgedText', {
            defaultMessage: '{count} acknowledged',
            values: { count: acknowledged },
          })}
        </CountLine>
      )}
      {errors > 0 && (
        <CountLine color="danger">
          {i18n.translate('watchkeeper.monitors.errorAlertsText', {
            defaultMessage: '{count, plural, one {# error} other {# errors}}',
            values: { count: errors },
          })}
        </CountLine>
      )}
    </PageLink>
  );
};
