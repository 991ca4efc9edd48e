import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCallOut,
  EuiCommentList,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFlyout,
  EuiFlyoutBody,
  EuiFlyoutFooter,
  EuiFlyoutHeader,
  EuiSmallButton,
  EuiSpacer,
  EuiTitle,
} from '@elastic/eui';
import type { Alert } from '../../../common/alerts/alert';
import type { AlertRecord } from '../../../common/alerts/api';
import { appPaths } from '../../shared/app_paths';
import { useLinkTo } from '../../shared/links';
import { useMay } from '../../shared/plugin_status';
import { useRecentlyViewed } from '../../shared/recently_viewed';
import { SeverityBadge } from '../../shared/severity_badge';
import { ErrorState, LoadingState } from '../../shared/states';
import { useAlert } from '../alert_queries';
import { AlertStateBadge } from '../alert_state_badge';
import { alertsTitle, canAcknowledge } from '../alert_words';
import { useAcknowledgeAlerts } from '../use_acknowledge_alerts';
import { AlertFacts } from './alert_facts';
import { eventEntry } from './event_entry';
import { messageEntry } from './message_entry';
import { storyOf } from './story';
import type { StoryEntry } from './story';

const TITLE_ID = 'watchkeeperAlertTitle';

const nameOf = ({ trigger_name: trigger, monitor_name: monitor }: Alert): string =>
  trigger || monitor;

const Header: React.FC<{ alert?: Alert }> = ({ alert }) => (
  <EuiFlyoutHeader hasBorder>
    <EuiTitle size="m">
      <h2 id={TITLE_ID} className="eui-textBreakWord">
        {alert ? nameOf(alert) : alertsTitle()}
      </h2>
    </EuiTitle>
    {alert && (
      <>
        <EuiSpacer size="s" />
        <AlertStateBadge state={alert.state} /> <SeverityBadge severity={alert.severity} />
      </>
    )}
  </EuiFlyoutHeader>
);

const Reason: React.FC<{ alert: Alert }> = ({ alert }) =>
  alert.error_message ? (
    <>
      <EuiCallOut
        size="s"
        color="danger"
        iconType="alert"
        title={i18n.translate('watchkeeper.alerts.story.errorTitle', {
          defaultMessage: 'Neither true nor false: the run failed',
        })}
        data-test-subj="alertReason"
      >
        <p className="eui-textBreakWord">{alert.error_message}</p>
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  ) : null;

const entryOf = (entry: StoryEntry) => ({
  ...(entry.kind === 'event' ? eventEntry(entry.event) : messageEntry(entry.message)),
  key: entry.id,
});

const Story: React.FC<{ record: AlertRecord; readAt: number }> = ({ record, readAt }) => (
  <>
    <Reason alert={record.alert} />
    <AlertFacts alert={record.alert} now={readAt} />
    <EuiSpacer size="l" />
    <EuiTitle size="xs">
      <h3>
        {i18n.translate('watchkeeper.alerts.story.title', { defaultMessage: 'What happened' })}
      </h3>
    </EuiTitle>
    <EuiSpacer size="s" />
    <EuiCommentList comments={storyOf(record).map(entryOf)} data-test-subj="alertStory" />
  </>
);

const Footer: React.FC<{ alert: Alert }> = ({ alert }) => {
  const linkTo = useLinkTo();
  const mayAcknowledge = useMay('acknowledge');
  const { acknowledge, pending } = useAcknowledgeAlerts();
  return (
    <EuiFlyoutFooter>
      <EuiFlexGroup justifyContent="spaceBetween" responsive={false}>
        <EuiFlexItem grow={false}>
          <EuiSmallButton
            color="text"
            {...linkTo(appPaths.monitor(alert.monitor_id))}
            data-test-subj="storyOpenMonitor"
          >
            {i18n.translate('watchkeeper.alerts.story.openMonitorButtonLabel', {
              defaultMessage: 'Open monitor',
            })}
          </EuiSmallButton>
        </EuiFlexItem>
        {canAcknowledge(alert) && (
          <EuiFlexItem grow={false}>
            <EuiSmallButton
              fill
              isLoading={pending.has(alert.id)}
              isDisabled={!mayAcknowledge}
              onClick={() => acknowledge([alert])}
              data-test-subj="storyAcknowledge"
            >
              {i18n.translate('watchkeeper.alerts.acknowledgeButtonLabel', {
                defaultMessage: 'Acknowledge',
              })}
            </EuiSmallButton>
          </EuiFlexItem>
        )}
      </EuiFlexGroup>
    </EuiFlyoutFooter>
  );
};

/** The story of one alert, beside the list. */
export const AlertFlyout: React.FC<{ id: string; onClose: () => void }> = ({ id, onClose }) => {
  const { data, error, isLoading, refetch, dataUpdatedAt } = useAlert(id);
  useRecentlyViewed(appPaths.alert(id), data && nameOf(data.alert), id);
  return (
    <EuiFlyout
      onClose={onClose}
      size="m"
      ownFocus
      aria-labelledby={TITLE_ID}
      data-test-subj="alertFlyout"
    >
      <Header alert={data?.alert} />
      <EuiFlyoutBody>
        {data && <Story record={data} readAt={dataUpdatedAt} />}
        {isLoading && <LoadingState />}
        {!data && !isLoading && (
          <ErrorState
            title={i18n.translate('watchkeeper.alerts.story.loadErrorTitle', {
              defaultMessage: 'The alert could not be loaded',
            })}
            error={error}
            onRetry={() => void refetch()}
          />
        )}
      </EuiFlyoutBody>
      {data && <Footer alert={data.alert} />}
    </EuiFlyout>
  );
};
