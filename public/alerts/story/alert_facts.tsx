import React from 'react';
import type { ReactNode } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiDescriptionList,
  EuiDescriptionListDescription,
  EuiDescriptionListTitle,
  EuiFlexGrid,
  EuiFlexItem,
} from '@elastic/eui';
import type { Alert } from '../../../common/alerts/alert';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { Timestamp } from '../../shared/time';
import { durationOf, isOpen, stillOpen } from '../alert_words';

const Fact: React.FC<{ title: string }> = ({ title, children }) => (
  <EuiFlexItem>
    <EuiDescriptionList compressed>
      <EuiDescriptionListTitle>{title}</EuiDescriptionListTitle>
      <EuiDescriptionListDescription className="eui-textBreakWord">
        {children}
      </EuiDescriptionListDescription>
    </EuiDescriptionList>
  </EuiFlexItem>
);

const acknowledgement = (alert: Alert): ReactNode => (
  <>
    {alert.acknowledged_by && `${alert.acknowledged_by}, `}
    <Timestamp value={alert.acknowledged_time} />
  </>
);

/** An alert at a glance. */
export const AlertFacts: React.FC<{ alert: Alert; now: number }> = ({ alert, now }) => (
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
    <Fact
      title={i18n.translate('watchkeeper.alerts.facts.notifiedTitle', {
        defaultMessage: 'Last notification',
      })}
    >
      <Timestamp value={alert.last_notification_time} />
    </Fact>
    <Fact
      title={i18n.translate('watchkeeper.alerts.facts.acknowledgedTitle', {
        defaultMessage: 'Acknowledged',
      })}
    >
      {acknowledgement(alert)}
    </Fact>
  </EuiFlexGrid>
);
