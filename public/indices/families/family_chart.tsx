import React from 'react';
import { i18n } from '@osd/i18n';
import { BarSeries, ScaleType } from '@elastic/charts';
import { EuiText } from '@elastic/eui';
import type { FamilyGroup } from '../../../common/indices/table/family_groups';
import { ChartFrame } from '../../shared/charts/chart_frame';
import { axisFormat } from '../../shared/charts/time_axis';
import { formatBytes } from '../../shared/numbers';

const MOST_DAYS_NAMED = 60;

const Missing: React.FC<{ missing: readonly string[] }> = ({ missing }) =>
  missing.length === 0 ? null : (
    <EuiText size="s" data-test-subj="missingDays">
      <p>
        {i18n.translate('watchkeeper.indices.missingDaysText', {
          defaultMessage: 'Days without an index: {days}',
          values: { days: missing.slice(0, MOST_DAYS_NAMED).join(', ') },
        })}
        {missing.length > MOST_DAYS_NAMED && ' …'}
      </p>
    </EuiText>
  );

/** How much was written on each day, and the days that are missing. */
export const FamilyGrowth: React.FC<{ family: FamilyGroup }> = ({
  family: { pattern, days, missing },
}) => {
  const points = days.map(({ day, bytes }) => ({ at: Date.parse(`${day}T00:00:00Z`), bytes }));
  const [first] = points;
  const last = points[points.length - 1];
  const most = Math.max(...points.map(({ bytes }) => bytes));
  const label = i18n.translate('watchkeeper.indices.growthLabel', {
    defaultMessage: 'Size of {pattern} by day',
    values: { pattern },
  });
  return (
    <div style={{ width: '100%' }} data-test-subj="familyGrowth">
      <EuiText size="xs" color="subdued">
        {label}
      </EuiText>
      <ChartFrame
        height={140}
        label={label}
        description={i18n.translate('watchkeeper.indices.growthDescription', {
          defaultMessage: '{count, plural, one {# day} other {# days}}, at most {most} in one.',
          values: { count: points.length, most: formatBytes(most) },
        })}
        formatX={axisFormat('UTC', first.at, Math.max(last.at, first.at + 8 * 86_400_000))}
        formatY={formatBytes}
        isCount={false}
      >
        <BarSeries
          id="bytes"
          name={i18n.translate('watchkeeper.indices.bytesColumn', { defaultMessage: 'Size' })}
          xScaleType={ScaleType.Time}
          yScaleType={ScaleType.Linear}
          timeZone="UTC"
          xAccessor="at"
          yAccessors={['bytes']}
          data={points}
        />
      </ChartFrame>
      <Missing missing={missing} />
    </div>
  );
};
