import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCallOut,
  EuiCommentList,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSmallButton,
  EuiSpacer,
  EuiTitle,
} from '@elastic/eui';
import type { Alert } from '../../../common/alerts/alert';
import type { AlertRecord } from '../../../common/alerts/api';
import { discoverView } from '../../../common/links/discover';
import { groupValues } from '../../../common/alerts/alert_title';
import { appPaths } from '../../shared/app_paths';
import { DiscoverLink } from '../../shared/discover_link';
import { useLinkTo } from '../../shared/links';
import { useMay } from '../../shared/plugin_status';
import { useRecentlyViewed } from '../../shared/recently_viewed';
import { SeverityBadge } from '../../shared/severity_badge';
import { StoryFlyout } from '../../shared/story_flyout';
import { Unanswered } from '../../shared/unanswered';
import { useAlert } from '../alert_queries';
import { useMonitorById } from '../../objects/named_objects';
import { AlertBadges } from '../alert_badges';
import { alertsTitle, canAcknowledge, canTakeBack } from '../alert_words';
import { useAcknowledgeAlerts } from '../use_acknowledge_alerts';
import { AlertContextFacts } from './alert_context_facts';
import { AlertFacts } from './alert_facts';
import { alertWindow } from './alert_window';
import { CommentBox } from './comment_box';
import { Evidence } from './evidence/evidence';
import { eventEntry } from './event_entry';
import { messageEntry } from './message_entry';
import { storyOf } from './story';
import type { StoryEntry } from './story';

const nameOf = (alert: Alert): string => {
  const { trigger_name: trigger, monitor_name: monitor } = alert;
  return [trigger || monitor, groupValues(alert)].filter((part) => part !== '').join(' › ');
};

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

const Story: React.FC<{ record: AlertRecord; readAt: number }> = ({ record, readAt }) => {
  const { alert, messages } = record;
  const monitor = useMonitorById(alert.monitor_id)?.monitor;
  return (
    <>
      <Reason alert={alert} />
      <AlertFacts alert={alert} monitor={monitor} now={readAt} />
      <AlertContextFacts alert={alert} monitor={monitor} />
      {monitor && (
        <>
          <EuiSpacer size="m" />
          <DiscoverLink
            view={discoverView(monitor, alertWindow(alert, monitor, messages), alert)}
          />
          <Evidence alert={alert} monitor={monitor} />
        </>
      )}
      <EuiSpacer size="l" />
      <EuiTitle size="xs">
        <h3>
          {i18n.translate('watchkeeper.alerts.story.title', { defaultMessage: 'What happened' })}
        </h3>
      </EuiTitle>
      <EuiSpacer size="s" />
      <EuiCommentList comments={storyOf(record).map(entryOf)} data-test-subj="alertStory" />
      <EuiSpacer size="m" />
      <CommentBox alertId={alert.id} />
    </>
  );
};

const acknowledgeLabel = (): string =>
  i18n.translate('watchkeeper.alerts.acknowledgeButtonLabel', { defaultMessage: 'Acknowledge' });

const Acknowledging: React.FC<{ alert: Alert }> = ({ alert }) => {
  const mayAcknowledge = useMay('acknowledge');
  const { acknowledge, ask, takeBack, pending, dialog } = useAcknowledgeAlerts();
  const common = { isLoading: pending.has(alert.id), isDisabled: !mayAcknowledge };
  if (canTakeBack(alert)) {
    return (
      <EuiFlexItem grow={false}>
        <EuiSmallButton
          color="text"
          {...common}
          onClick={() => takeBack([alert])}
          data-test-subj="storyTakeBack"
        >
          {i18n.translate('watchkeeper.alerts.story.takeBackButtonLabel', {
            defaultMessage: 'Take acknowledgement back',
          })}
        </EuiSmallButton>
      </EuiFlexItem>
    );
  }
  if (!canAcknowledge(alert)) return null;
  return (
    <EuiFlexItem grow={false}>
      <EuiFlexGroup gutterSize="s" responsive={false}>
        <EuiFlexItem grow={false}>
          <EuiSmallButton
            color="text"
            {...common}
            onClick={() => ask([alert])}
            data-test-subj="storyAsk"
          >
            {i18n.translate('watchkeeper.alerts.story.askButtonLabel', {
              defaultMessage: 'Acknowledge with comment…',
            })}
          </EuiSmallButton>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiSmallButton
            fill
            {...common}
            onClick={() => acknowledge([alert])}
            data-test-subj="storyAcknowledge"
          >
            {acknowledgeLabel()}
          </EuiSmallButton>
        </EuiFlexItem>
      </EuiFlexGroup>
      {dialog}
    </EuiFlexItem>
  );
};

const Footer: React.FC<{ alert: Alert }> = ({ alert }) => {
  const linkTo = useLinkTo();
  return (
    <EuiFlexGroup justifyContent="spaceBetween" responsive={false} wrap>
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
      <Acknowledging alert={alert} />
    </EuiFlexGroup>
  );
};

/** The story of one alert, beside the list. */
export const AlertFlyout: React.FC<{ id: string; onClose: () => void }> = ({ id, onClose }) => {
  const query = useAlert(id);
  const { data, dataUpdatedAt } = query;
  const alert = data?.alert;
  useRecentlyViewed(appPaths.alert(id), alert && nameOf(alert), id);
  return (
    <StoryFlyout
      titleId="watchkeeperAlertTitle"
      title={alert ? nameOf(alert) : alertsTitle()}
      badges={
        alert && (
          <>
            <AlertBadges alert={alert} /> <SeverityBadge severity={alert.severity} />
          </>
        )
      }
      footer={alert && <Footer alert={alert} />}
      onClose={onClose}
      data-test-subj="alertFlyout"
    >
      {data && <Story record={data} readAt={dataUpdatedAt} />}
      <Unanswered
        query={query}
        errorTitle={i18n.translate('watchkeeper.alerts.story.loadErrorTitle', {
          defaultMessage: 'The alert could not be loaded',
        })}
      />
    </StoryFlyout>
  );
};
