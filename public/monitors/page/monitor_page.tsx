import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiFlexGroup,
  EuiFlexItem,
  EuiHealth,
  EuiSmallButton,
  EuiSmallButtonEmpty,
  EuiSpacer,
} from '@elastic/eui';
import { useQuery } from '@tanstack/react-query';
import type { MonitorRecord, RunRecord } from '../../../common/monitors/api';
import { ApiError } from '../../shared/api_client';
import { appPaths } from '../../shared/app_paths';
import { useGoTo, useLinkTo } from '../../shared/links';
import { PageFrame } from '../../shared/page_frame';
import { useMay } from '../../shared/plugin_status';
import { useRecentlyViewed } from '../../shared/recently_viewed';
import { ErrorState, LoadingState } from '../../shared/states';
import { monitorsCrumb } from '../crumbs';
import { HeartbeatPanel } from '../heartbeat/heartbeat_panel';
import { useMonitorActions } from '../monitor_actions';
import { monitorState, stateColor, stateLabel } from '../monitor_state';
import { monitorKeys, useMonitorsApi } from '../monitors_api';
import { VersionsButton } from '../versions/versions_button';
import { AdoptionNotice } from './adoption_notice';
import { useAlertCounts } from './alert_counts';
import { FindingsPanel } from './findings_panel';
import { useNotableRuns } from './last_known';
import { MonitorSummaryPanel } from './monitor_summary_panel';
import { PastSection } from './past_section';
import { RunsPanel } from './runs_panel';
import { TriggersPanel } from './triggers_panel';
import { WindowPanel } from './window_panel';

const REFRESH_INTERVAL = 5000;
const LAST_RUN = { size: 1, notable: false };

const useLastRun = (id: string): RunRecord | null => {
  const api = useMonitorsApi();
  const { data } = useQuery({
    queryKey: monitorKeys.runs(id, LAST_RUN),
    queryFn: ({ signal }) => api.runs(id, LAST_RUN, signal),
    refetchInterval: REFRESH_INTERVAL,
  });
  return data?.runs[0] ?? null;
};

const HeaderActions: React.FC<{ record: MonitorRecord; openAlerts: number }> = ({
  record,
  openAlerts,
}) => {
  const { id, monitor } = record;
  const linkTo = useLinkTo();
  const goTo = useGoTo();
  const { tell, remove } = useMonitorActions();
  const mayWrite = useMay('write');
  const ref = { id, name: monitor.name, open_alerts: openAlerts };
  const onDelete = async () => {
    if (await remove([ref])) goTo(appPaths.monitors());
  };
  return (
    <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
      <EuiFlexItem grow={false}>
        <VersionsButton record={record} />
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiSmallButtonEmpty
          iconType="timeline"
          {...linkTo(appPaths.backTestMonitor(id))}
          data-test-subj="backTestMonitorButton"
        >
          {i18n.translate('watchkeeper.monitor.backTestButtonLabel', {
            defaultMessage: 'Back-test',
          })}
        </EuiSmallButtonEmpty>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiSmallButtonEmpty
          color="danger"
          iconType="trash"
          isDisabled={!mayWrite}
          onClick={() => void onDelete()}
          data-test-subj="deleteMonitorButton"
        >
          {i18n.translate('watchkeeper.monitor.deleteButtonLabel', { defaultMessage: 'Delete' })}
        </EuiSmallButtonEmpty>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiSmallButtonEmpty
          iconType="copy"
          isDisabled={!mayWrite}
          {...(mayWrite ? linkTo(appPaths.cloneMonitor(id)) : {})}
          data-test-subj="cloneMonitorButton"
        >
          {i18n.translate('watchkeeper.monitor.cloneButtonLabel', { defaultMessage: 'Clone' })}
        </EuiSmallButtonEmpty>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiSmallButton
          isDisabled={!mayWrite}
          onClick={() => void tell([ref], monitor.enabled ? 'disable' : 'enable')}
          data-test-subj="toggleMonitorButton"
        >
          {monitor.enabled
            ? i18n.translate('watchkeeper.monitor.disableButtonLabel', {
                defaultMessage: 'Disable',
              })
            : i18n.translate('watchkeeper.monitor.enableButtonLabel', { defaultMessage: 'Enable' })}
        </EuiSmallButton>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiSmallButton
          fill
          iconType="pencil"
          isDisabled={!mayWrite}
          {...(mayWrite ? linkTo(appPaths.editMonitor(id)) : {})}
          data-test-subj="editMonitorButton"
        >
          {i18n.translate('watchkeeper.monitor.editButtonLabel', { defaultMessage: 'Edit' })}
        </EuiSmallButton>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};

const LoadedMonitor: React.FC<{ record: MonitorRecord }> = ({ record }) => {
  const { id, monitor, authorisation } = record;
  const lastRun = useLastRun(id);
  const counts = useAlertCounts(id);
  const notable = useNotableRuns(id);
  useRecentlyViewed(appPaths.monitor(id), monitor.name, id);
  const state = monitorState({ enabled: monitor.enabled, authorisation, last_run: lastRun });
  return (
    <PageFrame
      title={monitor.name}
      crumbs={[monitorsCrumb(), { text: monitor.name }]}
      beside={
        <EuiHealth color={stateColor(state)} data-test-subj={`monitorState-${state}`}>
          {stateLabel(state)}
        </EuiHealth>
      }
      actions={[<HeaderActions key="actions" record={record} openAlerts={counts?.open ?? 0} />]}
    >
      {authorisation === 'needs_adoption' && <AdoptionNotice record={record} />}
      <MonitorSummaryPanel record={record} lastRun={lastRun} counts={counts} notable={notable} />
      <EuiSpacer size="m" />
      {monitor.monitor_type === 'heartbeat_monitor' && (
        <>
          <HeartbeatPanel id={id} monitor={monitor} />
          <EuiSpacer size="m" />
        </>
      )}
      <TriggersPanel monitor={monitor} />
      <EuiSpacer size="m" />
      {monitor.monitor_type === 'doc_level_monitor' && (
        <>
          <FindingsPanel id={id} />
          <EuiSpacer size="m" />
        </>
      )}
      <PastSection id={id} monitor={monitor} />
      <EuiSpacer size="m" />
      <RunsPanel id={id} />
      <EuiSpacer size="m" />
      <WindowPanel id={id} />
    </PageFrame>
  );
};

/** One monitor: how it is, what it asks and sends, and what each of its runs did. */
export const MonitorPage: React.FC<{ id: string }> = ({ id }) => {
  const api = useMonitorsApi();
  const { data, error, isLoading, refetch } = useQuery({
    queryKey: monitorKeys.one(id),
    queryFn: ({ signal }) => api.get(id, signal),
    refetchInterval: REFRESH_INTERVAL,
  });
  if (data && !(error instanceof ApiError && error.code === 'not_found')) {
    return <LoadedMonitor record={data} />;
  }
  return (
    <PageFrame
      title={i18n.translate('watchkeeper.monitor.title', { defaultMessage: 'Monitor' })}
      crumbs={[monitorsCrumb(), { text: id }]}
    >
      {isLoading ? (
        <LoadingState />
      ) : (
        <ErrorState
          title={i18n.translate('watchkeeper.monitor.loadErrorTitle', {
            defaultMessage: 'The monitor could not be loaded',
          })}
          error={error}
          onRetry={() => void refetch()}
        />
      )}
    </PageFrame>
  );
};
