import React, { useMemo } from 'react';
import moment from 'moment-timezone';
import { i18n } from '@osd/i18n';
import {
  EuiFlexGroup,
  EuiFlexItem,
  EuiProgress,
  EuiSmallButtonEmpty,
  EuiSpacer,
} from '@elastic/eui';
import { growersOf } from '../../../common/lifecycle/forecast/cluster_population';
import { diskForecast } from '../../../common/lifecycle/forecast/disk';
import type { ForecastFacts } from '../../../common/lifecycle/forecast/forecast_api';
import type { Population } from '../../../common/lifecycle/forecast/population';
import type { Forecast } from '../../../common/lifecycle/forecast/range';
import { saveBlob } from '../../saved_objects/save_blob';
import { useTime } from '../../shared/time';
import { DaysTable } from '../simulation/days_table';
import { FailuresCallout } from '../simulation/failures_callout';
import { DeletesChart, StorageChart } from '../simulation/forecast_charts';
import { Assumptions } from './assumptions';
import { ClusterSummary } from './cluster_summary';
import { DayIndices } from './day_indices';
import { DiskCallout } from './disk_callout';
import { FailureLinks } from './failure_links';
import { byDayCsv, byIndexCsv } from './forecast_csv';
import { isNarrowed } from './forecast_state';
import type { ChangeForecast, ForecastState } from './forecast_state';
import { GrowersTable, NobodyCallout } from './growers';
import { PartsTable } from './parts_table';

const DAY_FORM = 'YYYY-MM-DD';

interface Shown {
  facts: ForecastFacts;
  forecast: Forecast;
  population: Population;
  lost: readonly string[];
  days: number;
  state: ForecastState;
  onChange: ChangeForecast;
}

const save = (text: string, name: string) => saveBlob(new Blob([text], { type: 'text/csv' }), name);

const Files: React.FC<{ forecast: Forecast }> = ({ forecast }) => {
  const { zone } = useTime();
  return (
    <EuiFlexGroup gutterSize="s" responsive={false} justifyContent="flexEnd">
      <EuiFlexItem grow={false}>
        <EuiSmallButtonEmpty
          iconType="exportAction"
          onClick={() => save(byDayCsv(forecast, zone), 'forecast_by_day.csv')}
          data-test-subj="csvByDay"
        >
          {i18n.translate('watchkeeper.lifecycle.clusterForecast.csvByDayButton', {
            defaultMessage: 'CSV by day',
          })}
        </EuiSmallButtonEmpty>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiSmallButtonEmpty
          iconType="exportAction"
          onClick={() => save(byIndexCsv(forecast), 'forecast_by_index.csv')}
          data-test-subj="csvByIndex"
        >
          {i18n.translate('watchkeeper.lifecycle.clusterForecast.csvByIndexButton', {
            defaultMessage: 'CSV by index',
          })}
        </EuiSmallButtonEmpty>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};

const Charts: React.FC<{ forecast: Forecast; onDay: (at: number) => void; isManaged: boolean }> = ({
  forecast,
  onDay,
  isManaged,
}) => (
  <EuiFlexGroup gutterSize="m" wrap responsive={false}>
    {isManaged && (
      <EuiFlexItem style={{ minWidth: 300 }}>
        <DeletesChart forecast={forecast} onDay={onDay} />
      </EuiFlexItem>
    )}
    <EuiFlexItem style={{ minWidth: 300 }}>
      <StorageChart forecast={forecast} />
    </EuiFlexItem>
  </EuiFlexGroup>
);

/** What is deleted on which day; the open day stands in the URL. */
const Days: React.FC<Pick<Shown, 'forecast' | 'state'> & { onDay: (at: number) => void }> = ({
  forecast,
  state,
  onDay,
}) => {
  const { zone } = useTime();
  const { days } = forecast;
  const chosen = useMemo(
    () => days.find(({ at }) => moment.tz(at, zone).format(DAY_FORM) === state.day)?.at ?? 0,
    [days, zone, state.day]
  );
  return (
    <DaysTable
      {...{ days, chosen }}
      onChoose={onDay}
      files={<Files forecast={forecast} />}
      detailsOf={(day) => <DayIndices key={day.at} day={day} />}
    />
  );
};

// Not drawn again for every bit of progress of the next one.
const Body = React.memo(function Body({
  facts,
  forecast,
  population,
  lost,
  days,
  state,
  onChange,
}: Shown): React.ReactElement {
  const { zone } = useTime();
  const stored = useMemo(() => new Set((facts.policies ?? []).map(({ id }) => id)), [facts]);
  const growers = useMemo(() => growersOf(population), [population]);
  const disk = useMemo(
    () =>
      facts.disk && !isNarrowed(state) ? diskForecast(facts.disk, forecast.storage) : undefined,
    [facts, forecast, state]
  );
  const isManaged = facts.policies !== undefined;
  const nobody = forecast.parts.find(({ policy_id: id }) => id === undefined);
  const onDay = (at: number) => {
    const day = at === 0 ? '' : moment.tz(at, zone).format(DAY_FORM);
    onChange({ day });
  };
  return (
    <>
      <ClusterSummary {...{ forecast, days, isManaged }} />
      <EuiSpacer size="s" />
      <FailuresCallout
        forecast={forecast}
        linksOf={(group) => <FailureLinks {...{ group, stored }} />}
      />
      {forecast.failures.length > 0 && <EuiSpacer size="s" />}
      {disk && <DiskCallout {...{ disk, days }} now={facts.now} />}
      {isManaged && nobody && <NobodyCallout part={nobody} days={days} />}
      <EuiSpacer size="s" />
      <Charts {...{ forecast, onDay, isManaged }} />
      <EuiSpacer size="m" />
      {isManaged && (
        <>
          <Days {...{ forecast, state, onDay }} />
          <EuiSpacer size="m" />
          <PartsTable parts={forecast.parts} stored={stored} />
        </>
      )}
      <GrowersTable {...{ growers, days }} />
      {!isManaged && <Files forecast={forecast} />}
      <EuiSpacer size="m" />
      <Assumptions facts={facts} lost={lost} hasDisk={disk !== undefined} />
    </>
  );
});

/** The forecast of all indices: in a sentence, by failures, as charts, by days and by policies. */
export const ClusterForecast: React.FC<Shown & { progress: number | undefined }> = ({
  progress,
  ...shown
}) => (
  <div data-test-subj="clusterForecast" style={{ position: 'relative' }}>
    {progress !== undefined && (
      <EuiProgress size="xs" position="absolute" value={progress} max={1} color="primary" />
    )}
    <Body {...shown} />
  </div>
);
