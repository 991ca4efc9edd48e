import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiAccordion,
  EuiBasicTable,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { useQuery } from '@tanstack/react-query';
import type { MonitorHistory } from '../../../../common/monitors/history/history';
import type { StateInterval } from '../../../../common/monitors/history/intervals';
import type { Monitor } from '../../../../common/monitors/monitor';
import { StateStrip } from '../../../shared/state_timeline';
import { laneStateLabel } from '../../../shared/state_words';
import { ErrorState, LoadingState } from '../../../shared/states';
import { Timestamp, formatDuration } from '../../../shared/time';
import { TimeRangeControl } from '../../../shared/time_range_control';
import { useUrlState } from '../../../shared/url_state';
import { monitorKeys, useMonitorsApi } from '../../monitors_api';
import { CostFacts } from './cost_facts';
import { MetricChart } from './metric_chart';

const REFRESH_INTERVAL = 15_000;
const DEFAULTS = { from: 'now-24h', to: 'now' };

/** The strip as a table: for those who want the instants, or do not see the colours. */
const IntervalsTable: React.FC<{ intervals: readonly StateInterval[] }> = ({ intervals }) => (
  <EuiAccordion
    id="stateIntervals"
    buttonContent={i18n.translate('watchkeeper.history.asTableLabel', {
      defaultMessage: 'States as a table',
    })}
    data-test-subj="intervalsAccordion"
  >
    <EuiBasicTable<StateInterval>
      // The newest first, as everywhere.
      items={[...intervals].reverse().slice(0, 200)}
      columns={[
        {
          name: i18n.translate('watchkeeper.history.stateColumn', { defaultMessage: 'State' }),
          render: ({ kind }: StateInterval) => laneStateLabel(kind),
        },
        {
          name: i18n.translate('watchkeeper.history.fromColumn', { defaultMessage: 'From' }),
          render: ({ from }: StateInterval) => <Timestamp value={from} />,
        },
        {
          name: i18n.translate('watchkeeper.history.toColumn', { defaultMessage: 'To' }),
          render: ({ to }: StateInterval) => <Timestamp value={to} />,
        },
        {
          name: i18n.translate('watchkeeper.history.lengthColumn', { defaultMessage: 'Length' }),
          render: ({ from, to }: StateInterval) => formatDuration(to - from),
        },
      ]}
      tableCaption={i18n.translate('watchkeeper.history.intervalsCaption', {
        defaultMessage: 'States of the monitor, newest first',
      })}
      data-test-subj="intervalsTable"
    />
  </EuiAccordion>
);

const Content: React.FC<{
  history: MonitorHistory;
  monitor: Monitor;
  onPick: (instant: number) => void;
}> = ({ history, monitor, onPick }) => (
  <>
    <StateStrip
      intervals={history.intervals.map(({ kind, ...span }) => ({ ...span, state: kind }))}
    />
    {history.more_alerts && (
      <EuiText size="xs" color="subdued" data-test-subj="moreAlertsInHistory">
        <p>
          {i18n.translate('watchkeeper.history.moreAlertsText', {
            defaultMessage:
              'There were more alerts than are read for this picture: its older part may lack some. Choose a shorter time.',
          })}
        </p>
      </EuiText>
    )}
    <EuiSpacer size="m" />
    <MetricChart history={history} monitor={monitor} onPick={onPick} />
    <EuiSpacer size="m" />
    <CostFacts history={history} />
    <EuiSpacer size="s" />
    <IntervalsTable intervals={history.intervals} />
  </>
);

/** How a monitor was over a time: its states, what its conditions looked at, and what it cost. */
export const HistoryPanel: React.FC<{
  id: string;
  monitor: Monitor;
  onPick: (instant: number) => void;
}> = ({ id, monitor, onPick }) => {
  const api = useMonitorsApi();
  const [{ from, to }, change] = useUrlState(DEFAULTS);
  const { data, error, isLoading, refetch } = useQuery({
    queryKey: monitorKeys.history(id, from, to),
    queryFn: ({ signal }) => api.history(id, from, to, signal),
    keepPreviousData: true,
    refetchInterval: to === 'now' ? REFRESH_INTERVAL : false,
  });
  return (
    <EuiPanel data-test-subj="historyPanel">
      <EuiFlexGroup justifyContent="spaceBetween" alignItems="center" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <EuiTitle size="s">
            <h2>{i18n.translate('watchkeeper.history.title', { defaultMessage: 'History' })}</h2>
          </EuiTitle>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <TimeRangeControl from={from} to={to} onChange={change} />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="s" />
      {isLoading && <LoadingState />}
      {error !== null && !isLoading && (
        <ErrorState
          title={i18n.translate('watchkeeper.history.loadErrorTitle', {
            defaultMessage: 'The history could not be loaded',
          })}
          error={error}
          onRetry={() => void refetch()}
        />
      )}
      {data && error === null && <Content history={data} monitor={monitor} onPick={onPick} />}
    </EuiPanel>
  );
};
