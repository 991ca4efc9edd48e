import React from 'react';
import { i18n } from '@osd/i18n';
import {
  AnnotationDomainType,
  LineAnnotation,
  LineSeries,
  Position,
  RectAnnotation,
  ScaleType,
} from '@elastic/charts';
import type { XYChartElementEvent } from '@elastic/charts';
import { EuiText, euiPaletteColorBlind } from '@elastic/eui';
import type { Alert } from '../../../../common/alerts/alert';
import type { MonitorHistory } from '../../../../common/monitors/history/history';
import type { Monitor } from '../../../../common/monitors/monitor';
import { ChartFrame } from '../../../shared/charts/chart_frame';
import { axisFormat } from '../../../shared/charts/time_axis';
import { formatDuration, useTime } from '../../../shared/time';
import { formatCount } from '../../words';
import { domainOf, metricLines } from './metric_series';
import type { MetricLine } from './metric_series';

const HEIGHT = 180;
/** More stretches than that are one colour anyway. */
const MOST_MARKED = 100;
const ALERT_COLOR = '#e7664c';
const PALETTE = euiPaletteColorBlind();

const nameOf = ({ trigger }: MetricLine): string =>
  trigger?.name ?? i18n.translate('watchkeeper.history.hitsLabel', { defaultMessage: 'Hits' });

const marksOf = (alerts: readonly Alert[], { from, to }: MonitorHistory) =>
  alerts.slice(0, MOST_MARKED).map(({ start_time: start, end_time: end }) => ({
    coordinates: { x0: Math.max(from, start), x1: Math.min(to, end ?? to) },
  }));

const describe = (lines: readonly MetricLine[], alerts: number): string =>
  lines
    .map((line) => {
      const values = line.points.flatMap(({ value }) => value ?? []);
      return i18n.translate('watchkeeper.history.chartDescription', {
        defaultMessage:
          '{name}: {count, plural, one {# value} other {# values}}, the lowest {least}, the highest {most}{threshold}. {alerts, plural, one {# alert} other {# alerts}} in this time.',
        values: {
          name: nameOf(line),
          count: values.length,
          least: formatCount(values.reduce((a, b) => Math.min(a, b), Infinity)),
          most: formatCount(values.reduce((a, b) => Math.max(a, b), -Infinity)),
          threshold: line.threshold
            ? `; ${line.threshold.comparison} ${formatCount(line.threshold.value)}`
            : '',
          alerts,
        },
      });
    })
    .join(' ');

const titleOf = (lines: readonly MetricLine[], step: number): string => {
  const values = { step: formatDuration(step) };
  return lines.some(({ threshold }) => threshold)
    ? i18n.translate('watchkeeper.history.chartTitle', {
        defaultMessage:
          'What the conditions looked at: the last run of every {step}. The dashed line is the threshold; coloured stretches had an open alert.',
        values,
      })
    : i18n.translate('watchkeeper.history.plainChartTitle', {
        defaultMessage:
          'What the runs found: the last of every {step}. Coloured stretches had an open alert.',
        values,
      });
};

const colorOf = (index: number): string => PALETTE[(index + 1) % PALETTE.length];

const Thresholds: React.FC<{ lines: readonly MetricLine[] }> = ({ lines }) => (
  <>
    {lines.map(({ threshold, trigger }, index) =>
      threshold ? (
        <LineAnnotation
          key={trigger?.id ?? 'hits'}
          id={`threshold-${trigger?.id ?? 'hits'}`}
          domainType={AnnotationDomainType.YDomain}
          dataValues={[
            {
              dataValue: threshold.value,
              details: `${trigger?.name ?? ''} ${threshold.comparison} ${formatCount(threshold.value)}`,
            },
          ]}
          style={{
            line: { stroke: colorOf(index), strokeWidth: 1, opacity: 1, dash: [6, 4] },
          }}
        />
      ) : null
    )}
  </>
);

const Lines: React.FC<{ lines: readonly MetricLine[]; zone: string }> = ({ lines, zone }) => (
  <>
    {lines.map((line, index) => (
      <LineSeries
        key={line.trigger?.id ?? 'hits'}
        id={line.trigger?.id ?? 'hits'}
        name={nameOf(line)}
        color={colorOf(index)}
        xScaleType={ScaleType.Time}
        yScaleType={ScaleType.Linear}
        xAccessor="at"
        yAccessors={['value']}
        timeZone={zone}
        data={line.points}
        lineSeriesStyle={{ point: { radius: 2, visible: line.points.length < 80 } }}
      />
    ))}
  </>
);

/** What the conditions looked at over time, with what they are held against and when alerts were open. */
export const MetricChart: React.FC<{
  history: MonitorHistory;
  monitor: Monitor;
  /** Somebody points at an instant. */
  onPick: (instant: number) => void;
}> = ({ history, monitor, onPick }) => {
  const { format, zone } = useTime();
  const lines = metricLines(history, monitor);
  if (lines.length === 0) {
    return (
      <EuiText size="s" color="subdued" data-test-subj="noMetric">
        <p>
          {i18n.translate('watchkeeper.history.noMetricText', {
            defaultMessage: 'No run of this time has a number to draw.',
          })}
        </p>
      </EuiText>
    );
  }
  const { from, to, step, alerts } = history;
  return (
    <div data-test-subj="metricChart">
      <EuiText size="xs" color="subdued">
        <p>{titleOf(lines, step)}</p>
      </EuiText>
      <ChartFrame
        height={HEIGHT}
        label={i18n.translate('watchkeeper.history.chartLabel', {
          defaultMessage: 'Values over time',
        })}
        description={describe(lines, alerts.length)}
        formatX={axisFormat(zone, from, to)}
        isCount={false}
        domain={domainOf(lines)}
        settings={{
          showLegend: lines.length > 1,
          legendPosition: Position.Right,
          xDomain: { min: from, max: to },
          tooltip: { headerFormatter: ({ value }) => format(Number(value)) },
          onElementClick: ([element]) => {
            const [{ x }] = element as XYChartElementEvent;
            onPick(Number(x));
          },
        }}
      >
        <RectAnnotation
          id="alerts"
          dataValues={marksOf(alerts, history)}
          style={{ fill: ALERT_COLOR, opacity: 0.18 }}
        />
        <Thresholds lines={lines} />
        <Lines lines={lines} zone={zone} />
      </ChartFrame>
    </div>
  );
};
