import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedSwitch,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSmallButtonEmpty,
  EuiSpacer,
  EuiTitle,
} from '@elastic/eui';
import { useQuery } from '@tanstack/react-query';
import { ErrorState, LoadingState } from '../../shared/states';
import { useUrlState } from '../../shared/url_state';
import { RunsChart } from '../charts/runs_chart';
import { monitorKeys, useMonitorsApi } from '../monitors_api';
import { RunsTable } from './runs_table';

const REFRESH_INTERVAL = 5000;
const PAGE_SIZE = 25;
/** `before` 0 is the newest page. */
const DEFAULTS = { notable: false, before: 0 };

const Pager: React.FC<{
  before: number;
  nextBefore: number | undefined;
  onMove: (before: number) => void;
}> = ({ before, nextBefore, onMove }) => (
  <EuiFlexGroup justifyContent="flexEnd" gutterSize="s" responsive={false}>
    <EuiFlexItem grow={false}>
      <EuiSmallButtonEmpty
        iconType="arrowLeft"
        isDisabled={before === 0}
        onClick={() => onMove(0)}
        data-test-subj="newestRunsButton"
      >
        {i18n.translate('watchkeeper.runs.newestButtonLabel', { defaultMessage: 'Newest' })}
      </EuiSmallButtonEmpty>
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <EuiSmallButtonEmpty
        iconType="arrowRight"
        iconSide="right"
        isDisabled={nextBefore === undefined}
        onClick={() => onMove(nextBefore ?? 0)}
        data-test-subj="olderRunsButton"
      >
        {i18n.translate('watchkeeper.runs.olderButtonLabel', { defaultMessage: 'Older' })}
      </EuiSmallButtonEmpty>
    </EuiFlexItem>
  </EuiFlexGroup>
);

/** The runs of a monitor, newest first; the newest page follows by itself. */
export const RunsPanel: React.FC<{ id: string }> = ({ id }) => {
  const api = useMonitorsApi();
  const [{ notable, before }, change] = useUrlState(DEFAULTS);
  const query = { size: PAGE_SIZE, notable, before: before || undefined };
  const { data, error, isLoading, refetch } = useQuery({
    queryKey: monitorKeys.runs(id, query),
    queryFn: ({ signal }) => api.runs(id, query, signal),
    refetchInterval: before === 0 ? REFRESH_INTERVAL : false,
    keepPreviousData: true,
  });
  return (
    <EuiPanel>
      <EuiFlexGroup justifyContent="spaceBetween" alignItems="center" responsive={false}>
        <EuiFlexItem grow={false}>
          <EuiTitle size="s">
            <h2>{i18n.translate('watchkeeper.runs.title', { defaultMessage: 'Runs' })}</h2>
          </EuiTitle>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiCompressedSwitch
            label={i18n.translate('watchkeeper.runs.notableLabel', {
              defaultMessage: 'Only runs that triggered or failed',
            })}
            checked={notable}
            onChange={(event) => change({ notable: event.target.checked, before: 0 })}
            data-test-subj="notableRunsSwitch"
          />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="s" />
      {isLoading && <LoadingState />}
      {!data && error !== null && (
        <ErrorState
          title={i18n.translate('watchkeeper.runs.loadErrorTitle', {
            defaultMessage: 'The runs could not be loaded',
          })}
          error={error}
          onRetry={() => void refetch()}
        />
      )}
      {data && (
        <>
          <RunsChart runs={data.runs} />
          <RunsTable runs={data.runs} notable={notable} />
          <Pager
            before={before}
            nextBefore={data.next_before}
            onMove={(instant) => change({ before: instant })}
          />
        </>
      )}
    </EuiPanel>
  );
};
