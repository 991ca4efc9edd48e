import React, { useMemo, useState } from 'react';
import moment from 'moment-timezone';
import { i18n } from '@osd/i18n';
import { AreaSeries, BarSeries, LineSeries, Position, ScaleType } from '@elastic/charts';
import { EuiButtonGroup, EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiTitle } from '@elastic/eui';
import type { Forecast, Range } from '../../../common/lifecycle/forecast/range';
import { ChartFrame } from '../../shared/charts/chart_frame';
import { axisFormat } from '../../shared/charts/time_axis';
import { formatBytes, formatCount } from '../../shared/numbers';
import { useTime } from '../../shared/time';
import { rangeText, tierLabel } from './forecast_words';

const HEIGHT = 180;
/** With the names of the tiers below it. */
const LEGEND_HEIGHT = 40;
const DAY = 86_400_000;
const MEASURES = ['deletes', 'bytes'] as const;
type Measure = (typeof MEASURES)[number];

const measureLabel = (measure: Measure): string =>
  measure === 'deletes'
    ? i18n.translate('watchkeeper.lifecycle.forecast.countMeasure', { defaultMessage: 'Indices' })
    : i18n.translate('watchkeeper.lifecycle.forecast.sizeMeasure', { defaultMessage: 'Size' });

/** How many indices are deleted on each day, or how much that frees. */
export const DeletesChart: React.FC<{
  forecast: Forecast;
  /** A click on a day; absent: the days cannot be clicked. */
  onDay?: (at: number) => void;
}> = ({ forecast: { days, from, to }, onDay }) => {
  const { zone } = useTime();
  const [measure, setMeasure] = useState<Measure>('deletes');
  const format = measure === 'deletes' ? formatCount : formatBytes;
  const points = useMemo(
    () => days.map((day) => ({ at: day.at, value: day[measure].expected })),
    [days, measure]
  );
  const top = points.reduce((best, point) => (point.value > best.value ? point : best), points[0]);
  const label = i18n.translate('watchkeeper.lifecycle.forecast.deletesChartTitle', {
    defaultMessage: 'Deleted on each day',
  });
  return (
    <div data-test-subj="deletesChart">
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
        <EuiFlexItem>
          <EuiTitle size="xxs">
            <h3>{label}</h3>
          </EuiTitle>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButtonGroup
            legend={i18n.translate('watchkeeper.lifecycle.forecast.measureLegend', {
              defaultMessage: 'What the chart shows',
            })}
            buttonSize="compressed"
            options={MEASURES.map((each) => ({
              ...{ id: `measure-${each}`, label: measureLabel(each) },
              'data-test-subj': `measure-${each}`,
            }))}
            idSelected={`measure-${measure}`}
            onChange={(id) => setMeasure(id === 'measure-bytes' ? 'bytes' : 'deletes')}
          />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="xs" />
      <ChartFrame
        height={HEIGHT}
        label={label}
        description={i18n.translate('watchkeeper.lifecycle.forecast.deletesChartDescription', {
          defaultMessage: 'At most {most} on one day, {day}.',
          values: { most: format(top.value), day: moment.tz(top.at, zone).format('LL') },
        })}
        formatX={axisFormat(zone, from, Math.max(to, from + 8 * DAY))}
        formatY={format}
        isCount={measure === 'deletes'}
        settings={
          onDay
            ? {
                onElementClick: ([element]) => {
                  const geometry = Array.isArray(element) ? element[0] : undefined;
                  if (geometry && 'x' in geometry) onDay(Number(geometry.x));
                },
              }
            : {}
        }
      >
        <BarSeries
          id="deletes"
          name={measureLabel(measure)}
          xScaleType={ScaleType.Time}
          yScaleType={ScaleType.Linear}
          timeZone={zone}
          xAccessor="at"
          yAccessors={['value']}
          data={points}
        />
      </ChartFrame>
    </div>
  );
};

/** Now, at most and in the end, in one sentence. */
export const storageText = ({ storage }: Forecast, format: (at: number) => string): string => {
  const [now] = storage;
  const end = storage[storage.length - 1];
  // Where it stays at about the same height, the day on which it comes there.
  const top = storage.reduce((best, point) =>
    point.total.expected > best.total.expected * 1.001 ? point : best
  );
  const size = (range: Range): string => rangeText(range, formatBytes);
  return i18n.translate('watchkeeper.lifecycle.forecast.storageText', {
    defaultMessage:
      'They take up {now} now, at most {most} on {day}, and {end} in the end, replicas included.',
    values: {
      ...{ now: formatBytes(now.total.expected), most: size(top.total) },
      ...{ day: format(top.at), end: size(end.total) },
    },
  });
};

/** What the indices take up, by tier one upon the other. */
export const StorageChart: React.FC<{ forecast: Forecast }> = ({ forecast }) => {
  const { zone } = useTime();
  const { storage, from, to } = forecast;
  const tiers = storage[0].tiers.map(({ tier }) => tier);
  const points = useMemo(
    () =>
      storage.flatMap(({ at, tiers: all }) =>
        all.map(({ tier, bytes }) => ({
          at,
          tier: tierLabel(tier, all.length > 1),
          value: bytes.expected,
        }))
      ),
    [storage]
  );
  const bounds = useMemo(
    () => storage.map(({ at, total: { low, high } }) => ({ at, low, high })),
    [storage]
  );
  const isSure = bounds.every(({ low, high }) => high - low < 1);
  const label = i18n.translate('watchkeeper.lifecycle.forecast.storageChartTitle', {
    defaultMessage: 'What they take up',
  });
  const time = {
    xScaleType: ScaleType.Time,
    yScaleType: ScaleType.Linear,
    timeZone: zone,
  } as const;
  return (
    <div data-test-subj="storageChart">
      <EuiTitle size="xxs">
        <h3>{label}</h3>
      </EuiTitle>
      <EuiSpacer size="s" />
      <ChartFrame
        height={HEIGHT + LEGEND_HEIGHT}
        label={label}
        description={storageText(forecast, (at) => moment.tz(at, zone).format('LL'))}
        formatX={axisFormat(zone, from, Math.max(to, from + 8 * DAY))}
        formatY={formatBytes}
        isCount={false}
        settings={{ showLegend: true, legendPosition: Position.Bottom, legendMaxDepth: 1 }}
      >
        <AreaSeries
          id="tiers"
          {...time}
          xAccessor="at"
          yAccessors={['value']}
          splitSeriesAccessors={['tier']}
          stackAccessors={tiers.length > 1 ? ['at'] : []}
          data={points}
        />
        {!isSure && (
          <LineSeries
            id="bounds"
            {...time}
            xAccessor="at"
            yAccessors={['low', 'high']}
            name={({ yAccessor }) => boundLabel(yAccessor === 'low')}
            lineSeriesStyle={{ line: { strokeWidth: 1, dash: [4, 4] }, point: { visible: false } }}
            data={bounds}
          />
        )}
      </ChartFrame>
    </div>
  );
};

const boundLabel = (isLow: boolean): string =>
  isLow
    ? i18n.translate('watchkeeper.lifecycle.forecast.atLeastLabel', { defaultMessage: 'At least' })
    : i18n.translate('watchkeeper.lifecycle.forecast.atMostLabel', { defaultMessage: 'At most' });
