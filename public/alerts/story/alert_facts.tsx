import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGrid } from '@elastic/eui';
import type { Alert } from '../../../common/alerts/alert';
import { wrappedTriggersOf } from '../../../common/monitors/monitor';
import type { Monitor } from '../../../common/monitors/monitor';
import { firstThreshold } from '../../../common/monitors/threshold/first_threshold';
import { unwrap } from '../../../common/monitors/trigger';
import { formatCount } from '../../shared/numbers';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { Timestamp } from '../../shared/time';
import { durationOf, heldBackOf, isOpen, stillOpen, unknownPerson, valueOf } from '../alert_words';
import { Fact } from '../../shared/fact';

const Acknowledgement: React.FC<{ alert: Alert }> = ({ alert }) => {
  const { acknowledged_time: at, acknowledged_until: until } = alert;
  if (at === undefined) return <>–</>;
  return (
    <>
      {alert.acknowledged_by ?? unknownPerson()}, <Timestamp value={at} />
      {until !== undefined && (
        <>
          {', '}
          {i18n.translate('watchkeeper.alerts.facts.untilText', { defaultMessage: 'until' })}{' '}
          <Timestamp value={until} />
        </>
      )}
    </>
  );
};

/** When it became active, where it was pending before. */
const ActiveFact: React.FC<{ alert: Alert }> = ({ alert }) => {
  const { active_time: active, start_time: start } = alert;
  if (active === undefined || active === start) return null;
  return (
    <Fact
      title={i18n.translate('watchkeeper.alerts.facts.activeTitle', {
        defaultMessage: 'Active since',
      })}
    >
      <Timestamp value={active} />
    </Fact>
  );
};

const ValueFacts: React.FC<{ alert: Alert; monitor: Monitor | undefined }> = ({
  alert,
  monitor,
}) => {
  const value = valueOf(alert);
  const wrapped =
    monitor && wrappedTriggersOf(monitor).find((one) => unwrap(one).id === alert.trigger_id);
  const threshold = alert.measure === undefined ? undefined : wrapped && firstThreshold(wrapped);
  return (
    <>
      {value !== undefined && (
        <Fact
          title={i18n.translate('watchkeeper.alerts.facts.valueTitle', { defaultMessage: 'Value' })}
          data-test-subj="alertValue"
        >
          {value}
        </Fact>
      )}
      {threshold && (
        <Fact
          title={i18n.translate('watchkeeper.alerts.facts.thresholdTitle', {
            defaultMessage: 'Threshold',
          })}
          data-test-subj="alertThreshold"
        >
          {threshold.comparison} {formatCount(threshold.value)}
        </Fact>
      )}
      {alert.peak !== undefined && (
        <Fact
          title={i18n.translate('watchkeeper.alerts.facts.peakTitle', { defaultMessage: 'Peak' })}
          data-test-subj="alertPeak"
        >
          {alert.peak}
        </Fact>
      )}
    </>
  );
};

/** Of an error: how often in a row, and whether somebody was told. */
const FailureFact: React.FC<{ alert: Alert }> = ({ alert }) => {
  if (alert.failures === undefined) return null;
  const values = { count: alert.failures };
  return (
    <Fact
      title={i18n.translate('watchkeeper.alerts.facts.failuresTitle', {
        defaultMessage: 'Failed runs',
      })}
      data-test-subj="alertFailures"
    >
      {alert.told
        ? i18n.translate('watchkeeper.alerts.facts.toldText', {
            defaultMessage: '{count} in a row or more; somebody was told',
            values,
          })
        : i18n.translate('watchkeeper.alerts.facts.notToldText', {
            defaultMessage: '{count} in a row; nobody was told yet',
            values,
          })}
    </Fact>
  );
};

const HeldBackFact: React.FC<{ alert: Alert }> = ({ alert }) => {
  const count = heldBackOf(alert);
  if (count === 0) return null;
  return (
    <Fact
      title={i18n.translate('watchkeeper.alerts.facts.heldBackTitle', {
        defaultMessage: 'Held back by the throttle',
      })}
      data-test-subj="alertHeldBack"
    >
      {i18n.translate('watchkeeper.alerts.facts.heldBackText', {
        defaultMessage: '{count, plural, one {# message} other {# messages}} since the last one',
        values: { count },
      })}
    </Fact>
  );
};

/** An alert at a glance. */
export const AlertFacts: React.FC<{
  alert: Alert;
  /** As it is now; undefined while it is not known, and when it is deleted. */
  monitor?: Monitor;
  now: number;
}> = ({ alert, monitor, now }) => (
  <EuiFlexGrid columns={3} gutterSize="s">
    <Fact
      title={i18n.translate('watchkeeper.alerts.facts.monitorTitle', { defaultMessage: 'Monitor' })}
    >
      <PageLink to={appPaths.monitor(alert.monitor_id)}>{alert.monitor_name}</PageLink>
    </Fact>
    <Fact
      title={i18n.translate('watchkeeper.alerts.facts.startTitle', { defaultMessage: 'Start' })}
    >
      <Timestamp value={alert.start_time} />
    </Fact>
    <ActiveFact alert={alert} />
    <Fact title={i18n.translate('watchkeeper.alerts.facts.endTitle', { defaultMessage: 'End' })}>
      {isOpen(alert) ? stillOpen() : <Timestamp value={alert.end_time} />}
    </Fact>
    <Fact
      title={i18n.translate('watchkeeper.alerts.facts.durationTitle', {
        defaultMessage: 'Duration',
      })}
    >
      {durationOf(alert, now)}
    </Fact>
    <ValueFacts alert={alert} monitor={monitor} />
    <FailureFact alert={alert} />
    <Fact
      title={i18n.translate('watchkeeper.alerts.facts.notifiedTitle', {
        defaultMessage: 'Last notification',
      })}
    >
      <Timestamp value={alert.last_notification_time} />
    </Fact>
    <HeldBackFact alert={alert} />
    <Fact
      title={i18n.translate('watchkeeper.alerts.facts.acknowledgedTitle', {
        defaultMessage: 'Acknowledged',
      })}
      data-test-subj="alertAcknowledgement"
    >
      <Acknowledgement alert={alert} />
      {alert.acknowledged_comment && <div>{alert.acknowledged_comment}</div>}
    </Fact>
  </EuiFlexGrid>
);
