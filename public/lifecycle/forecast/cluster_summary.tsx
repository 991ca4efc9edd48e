import React from 'react';
import moment from 'moment-timezone';
import { i18n } from '@osd/i18n';
import { EuiText } from '@elastic/eui';
import type { Forecast } from '../../../common/lifecycle/forecast/range';
import { useTime } from '../../shared/time';
import { peakText, populationText } from '../simulation/forecast_words';
import { clusterText, failedBefore, growthText, mostText } from './cluster_words';

/** What becomes of all indices, the most important first. */
export const ClusterSummary: React.FC<{
  forecast: Forecast;
  days: number;
  /** What policies do is known. */
  isManaged: boolean;
}> = ({ forecast, days, isManaged }) => {
  const { zone } = useTime();
  const dayText = (at: number): string => moment.tz(at, zone).format('LL');
  const before = failedBefore(forecast.failures);
  const peaks = forecast.peaks.map(({ job, count, at }) => peakText(job, count, dayText(at)));
  return (
    <EuiText size="s" aria-live="polite" data-test-subj="clusterSummary">
      <p>
        <strong>{isManaged ? clusterText(forecast, days) : growthText(forecast, days)}</strong>{' '}
        {before > 0 && (
          <>
            {i18n.translate('watchkeeper.lifecycle.clusterForecast.failedBeforeText', {
              defaultMessage:
                '{count, plural, one {One has} other {# have}} failed already and {count, plural, one {stays} other {stay}} until somebody retries.',
              values: { count: before },
            })}{' '}
          </>
        )}
        {populationText(forecast)} {mostText(forecast, dayText)}
        {peaks.length > 0 && (
          <>
            {' '}
            {i18n.translate('watchkeeper.lifecycle.clusterForecast.peaksText', {
              defaultMessage: 'Most work on one day: {peaks}.',
              values: { peaks: peaks.join(', ') },
            })}
          </>
        )}
        {forecast.cut && (
          <>
            {' '}
            {i18n.translate('watchkeeper.lifecycle.clusterForecast.cutText', {
              defaultMessage:
                'Something makes indices so fast that not all of them were followed: look at the conditions of its rollover.',
            })}
          </>
        )}
      </p>
    </EuiText>
  );
};
