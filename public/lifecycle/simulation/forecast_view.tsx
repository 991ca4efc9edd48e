import React from 'react';
import moment from 'moment-timezone';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup, EuiFlexItem, EuiProgress, EuiSpacer, EuiText } from '@elastic/eui';
import type { Forecast } from '../../../common/lifecycle/forecast/range';
import { LoadingState } from '../../shared/states';
import { useTime } from '../../shared/time';
import { DaysTable } from './days_table';
import { FailuresCallout } from './failures_callout';
import { DeletesChart, StorageChart, storageText } from './forecast_charts';
import { deletesText, peakText, populationText } from './forecast_words';
import type { Forecasting } from './use_forecast';

const Summary: React.FC<{ forecast: Forecast; days: number }> = ({ forecast, days }) => {
  const { zone } = useTime();
  const dayText = (at: number): string => moment.tz(at, zone).format('LL');
  const peaks = forecast.peaks.map(({ job, count, at }) => peakText(job, count, dayText(at)));
  return (
    <EuiText size="s" aria-live="polite" data-test-subj="forecastSummary">
      <p>
        <strong>{deletesText(forecast, days)}</strong> {populationText(forecast)}{' '}
        {storageText(forecast, dayText)}
        {peaks.length > 0 && (
          <>
            {' '}
            {i18n.translate('watchkeeper.lifecycle.forecast.peaksText', {
              defaultMessage: 'Most work on one day: {peaks}.',
              values: { peaks: peaks.join(', ') },
            })}
          </>
        )}
        {forecast.cut && (
          <>
            {' '}
            {i18n.translate('watchkeeper.lifecycle.forecast.cutText', {
              defaultMessage:
                'Something makes indices so fast that not all of them were followed: look at the conditions of its rollover.',
            })}
          </>
        )}
      </p>
    </EuiText>
  );
};

/** What becomes of many indices: in a sentence, by failures, as charts and by days. */
export const ForecastView: React.FC<{ forecasting: Forecasting; days: number }> = ({
  forecasting: { forecast, progress },
  days,
}) => {
  if (!forecast) return <LoadingState />;
  return (
    <div data-test-subj="forecastView" style={{ position: 'relative' }}>
      {progress !== undefined && (
        <EuiProgress size="xs" position="absolute" value={progress} max={1} color="primary" />
      )}
      <Summary forecast={forecast} days={days} />
      <EuiSpacer size="s" />
      <FailuresCallout forecast={forecast} />
      <EuiSpacer size="m" />
      <EuiFlexGroup gutterSize="m" wrap responsive={false}>
        <EuiFlexItem style={{ minWidth: 300 }}>
          <DeletesChart forecast={forecast} />
        </EuiFlexItem>
        <EuiFlexItem style={{ minWidth: 300 }}>
          <StorageChart forecast={forecast} />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="m" />
      <DaysTable days={forecast.days} />
    </div>
  );
};
