import React, { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiPanel, EuiProgress, EuiSmallButtonIcon, EuiSpacer } from '@elastic/eui';
import { clusterPopulation, narrowed } from '../../../common/lifecycle/forecast/cluster_population';
import type { ForecastFacts } from '../../../common/lifecycle/forecast/forecast_api';
import { formatCount } from '../../shared/numbers';
import { NoMatch } from '../../shared/nothing_found';
import { EmptyState, ErrorState, LoadingState } from '../../shared/states';
import { useUrlState } from '../../shared/url_state';
import { LifecycleFrame } from '../lifecycle_frame';
import { EngineStateCallout } from '../managed/engine_state';
import { Gaps } from '../managed/gaps';
import { useForecast } from '../simulation/use_forecast';
import { ClusterForecast } from './cluster_forecast';
import { ForecastControls } from './forecast_controls';
import { useForecastFacts } from './forecast_queries';
import { DEFAULTS, assumedOf, isNarrowed, narrowedOf } from './forecast_state';
import type { ChangeForecast, ForecastState } from './forecast_state';

/** Without an engine nobody deletes by policy: what that means for the numbers below. */
const NoEngine: React.FC = () => (
  <>
    <EuiCallOut
      size="s"
      color="warning"
      iconType="iInCircle"
      title={i18n.translate('watchkeeper.lifecycle.clusterForecast.noEngineTitle', {
        defaultMessage: 'This cluster has no Index State Management',
      })}
      data-test-subj="forecastNoEngine"
    >
      <p>
        {i18n.translate('watchkeeper.lifecycle.clusterForecast.noEngineText', {
          defaultMessage:
            'No policy rolls over or deletes anything here. What follows is what the indices come to as they grow, if nobody deletes them by hand.',
        })}
      </p>
    </EuiCallOut>
    <EuiSpacer size="s" />
  </>
);

const Nothing: React.FC<{ state: ForecastState; onChange: ChangeForecast }> = ({
  state,
  onChange,
}) =>
  isNarrowed(state) ? (
    <NoMatch
      title={i18n.translate('watchkeeper.lifecycle.clusterForecast.noMatchTitle', {
        defaultMessage: 'No index is of this policy and this name',
      })}
      buttonLabel={i18n.translate('watchkeeper.lifecycle.clusterForecast.clearButton', {
        defaultMessage: 'Look at all indices',
      })}
      onClear={() => onChange({ policy: '', text: '' })}
    />
  ) : (
    <EmptyState
      iconType="visBarVerticalStacked"
      title={i18n.translate('watchkeeper.lifecycle.clusterForecast.emptyTitle', {
        defaultMessage: 'There is no index to forecast',
      })}
      body={
        <p>
          {i18n.translate('watchkeeper.lifecycle.clusterForecast.emptyText', {
            defaultMessage:
              'Once there are indices that you may see, this page says what their policies delete on which day, and what the rest comes to.',
          })}
        </p>
      }
    />
  );

const Working: React.FC<{ progress: number; count: number }> = ({ progress, count }) => (
  <div role="status" data-test-subj="forecastWorking">
    <EuiProgress
      size="s"
      value={progress}
      max={1}
      color="primary"
      label={i18n.translate('watchkeeper.lifecycle.clusterForecast.workingLabel', {
        defaultMessage: 'Following {count, plural, one {# index} other {{shown} indices}}',
        values: { count, shown: formatCount(count) },
      })}
      valueText
    />
    <LoadingState />
  </div>
);

const Content: React.FC<{
  facts: ForecastFacts;
  state: ForecastState;
  onChange: ChangeForecast;
}> = ({ facts, state, onChange }) => {
  const { indices, policies, now, engine, native, gaps } = facts;
  const { population: whole, lost } = useMemo(
    () => clusterPopulation(indices, policies, now),
    [indices, policies, now]
  );
  const { policy, text, growth, days, interval, goes_on } = state;
  const population = useMemo(
    () => narrowed(whole, narrowedOf({ ...DEFAULTS, policy, text, growth })),
    [whole, policy, text, growth]
  );
  const assumed = useMemo(
    () => assumedOf({ ...DEFAULTS, days, interval, goes_on }, engine),
    [days, interval, goes_on, engine]
  );
  const { forecast, progress } = useForecast(population, assumed, now);
  const ids = useMemo(() => policies?.map(({ id }) => id).sort(), [policies]);
  const isEmpty = population.members.length === 0 && population.sources.length === 0;
  const content = () => {
    if (isEmpty) return <Nothing {...{ state, onChange }} />;
    return forecast ? (
      <ClusterForecast
        {...{ facts, forecast, population, lost, state, onChange, progress }}
        days={assumed.days}
      />
    ) : (
      <Working progress={progress ?? 0} count={population.members.length} />
    );
  };
  return (
    <>
      <EngineStateCallout engine={engine} />
      <Gaps gaps={gaps} />
      {native === 'none' && <NoEngine />}
      <EuiPanel>
        <ForecastControls
          {...{ state, assumed, onChange }}
          policies={ids}
          hasSources={whole.sources.length > 0}
        />
        <EuiSpacer size="m" />
        {content()}
      </EuiPanel>
    </>
  );
};

/** What becomes of every index of the cluster, each under its own policy. */
export const ForecastPage: React.FC = () => {
  const [state, change] = useUrlState(DEFAULTS);
  const { data, error, isFetching, refetch } = useForecastFacts();
  const content = () => {
    if (data) return <Content facts={data} state={state} onChange={change} />;
    return error ? (
      <ErrorState
        title={i18n.translate('watchkeeper.lifecycle.clusterForecast.loadErrorTitle', {
          defaultMessage: 'The indices could not be read',
        })}
        error={error}
        onRetry={() => void refetch()}
      />
    ) : (
      <LoadingState />
    );
  };
  return (
    <LifecycleFrame
      current="forecast"
      actions={[
        <EuiSmallButtonIcon
          key="refresh"
          iconType="refresh"
          isDisabled={isFetching}
          aria-label={i18n.translate('watchkeeper.lifecycle.clusterForecast.refreshLabel', {
            defaultMessage: 'Read the cluster again',
          })}
          onClick={() => void refetch()}
          data-test-subj="refreshForecast"
        />,
      ]}
    >
      {content()}
    </LifecycleFrame>
  );
};
