import React from 'react';
import { i18n } from '@osd/i18n';
import { BarSeries, Position, ScaleType } from '@elastic/charts';
import type { XYBrushArea } from '@elastic/charts';
import { EuiButtonGroup, EuiFlexGroup, EuiFlexItem, EuiText } from '@elastic/eui';
import type { AlertChart, AlertChartPoint, BySeverity } from '../../../common/alerts/api';
import { ChartFrame } from '../../shared/charts/chart_frame';
import { axisFormat } from '../../shared/charts/time_axis';
import { SEVERITY_COLORS, SEVERITY_LEVELS, severityLabel } from '../../shared/severity_badge';
import { formatDuration, useTime } from '../../shared/time';
import type { ChangeList, ListState } from './list_state';

const HEIGHT = 130;

type Shown = 'active' | 'started';

const shownOf = (chart: string): Shown | 'off' =>
  chart === 'started' || chart === 'off' ? chart : 'active';

const sum = (counts: BySeverity): number =>
  Object.values(counts).reduce<number>((total, count) => total + (count ?? 0), 0);

const describe = (
  { from, to, points }: AlertChart,
  shown: Shown,
  format: (instant: number) => string
): string => {
  const values = {
    from: format(from),
    to: format(to),
    most: Math.max(0, ...points.map((point) => sum(point[shown]))),
    all: points.reduce((total, { started }) => total + sum(started), 0),
  };
  return shown === 'active'
    ? i18n.translate('watchkeeper.alerts.chart.activeDescription', {
        defaultMessage: 'From {from} to {to} at most {most, number} alerts were open at once.',
        values,
      })
    : i18n.translate('watchkeeper.alerts.chart.startedDescription', {
        defaultMessage: 'From {from} to {to} {all, number} alerts started.',
        values,
      });
};

/** Where all of the time is asked for, the chart has only the end of it. */
const Title: React.FC<{ chart: AlertChart; shown: Shown }> = ({ chart, shown }) => (
  <EuiText size="xs" color="subdued">
    {shown === 'active'
      ? i18n.translate('watchkeeper.alerts.chart.activeTitle', {
          defaultMessage: 'Alerts that were open, each bar {step}, by severity',
          values: { step: formatDuration(chart.step) },
        })
      : i18n.translate('watchkeeper.alerts.chart.startedTitle', {
          defaultMessage: 'Alerts that started, each bar {step}, by severity',
          values: { step: formatDuration(chart.step) },
        })}
  </EuiText>
);

const seriesOf = (points: readonly AlertChartPoint[], shown: Shown) =>
  // The highest lies at the bottom, where heights can be compared.
  SEVERITY_LEVELS.filter((severity) => points.some((point) => point[shown][severity])).map(
    (severity) => ({
      severity,
      data: points.map((point) => ({ at: point.at, count: point[shown][severity] ?? 0 })),
    })
  );

/** A frame without a bar says nothing that the empty table does not. */
const isDrawable = ({ points }: AlertChart, shown: Shown): boolean =>
  points.some((point) => sum(point[shown]) > 0);

const Bars: React.FC<{
  chart: AlertChart;
  shown: Shown;
  onBrush: (from: number, to: number) => void;
}> = ({ chart, shown, onBrush }) => {
  const { format, zone } = useTime();
  const brush = ({ x }: XYBrushArea) => {
    if (x) onBrush(Math.round(x[0]), Math.round(x[1]));
  };
  return (
    <ChartFrame
      height={HEIGHT}
      label={i18n.translate('watchkeeper.alerts.chart.label', {
        defaultMessage: 'Alerts over time',
      })}
      description={describe(chart, shown, format)}
      formatX={axisFormat(zone, chart.from, chart.to)}
      isCount
      settings={{
        showLegend: true,
        legendPosition: Position.Right,
        xDomain: { min: chart.from, max: chart.to, minInterval: chart.step },
        tooltip: { headerFormatter: ({ value }) => format(Number(value)) },
        onBrushEnd: brush,
      }}
    >
      {seriesOf(chart.points, shown).map(({ severity, data }) => (
        <BarSeries
          key={severity}
          id={severity}
          name={severityLabel(severity)}
          color={SEVERITY_COLORS[severity]}
          xScaleType={ScaleType.Time}
          yScaleType={ScaleType.Linear}
          xAccessor="at"
          yAccessors={['count']}
          stackAccessors={['at']}
          timeZone={zone}
          data={data}
        />
      ))}
    </ChartFrame>
  );
};

const CHOICES = ['active', 'started', 'off'] as const;

const choiceLabel = (choice: (typeof CHOICES)[number]): string => {
  switch (choice) {
    case 'active':
      return i18n.translate('watchkeeper.alerts.chart.activeLabel', { defaultMessage: 'Open' });
    case 'started':
      return i18n.translate('watchkeeper.alerts.chart.startedLabel', { defaultMessage: 'Started' });
    case 'off':
      return i18n.translate('watchkeeper.alerts.chart.offLabel', { defaultMessage: 'No chart' });
  }
};

/** The alerts that match, over time; a stretch of it can be drawn out. */
export const AlertsChart: React.FC<{
  chart: AlertChart;
  state: ListState;
  onChange: ChangeList;
}> = ({ chart, state, onChange }) => {
  const shown = shownOf(state.chart);
  return (
    <div data-test-subj="alertsChart">
      <EuiFlexGroup
        justifyContent="spaceBetween"
        alignItems="center"
        gutterSize="s"
        responsive={false}
      >
        <EuiFlexItem>{shown !== 'off' && <Title chart={chart} shown={shown} />}</EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButtonGroup
            legend={i18n.translate('watchkeeper.alerts.chart.choiceLegend', {
              defaultMessage: 'What the chart shows',
            })}
            options={CHOICES.map((id) => ({ id, label: choiceLabel(id) }))}
            idSelected={shown}
            onChange={(id) => onChange({ chart: id })}
            buttonSize="compressed"
            data-test-subj="alertsChartChoice"
          />
        </EuiFlexItem>
      </EuiFlexGroup>
      {shown !== 'off' && isDrawable(chart, shown) && (
        <Bars
          chart={chart}
          shown={shown}
          onBrush={(from, to) => onChange({ from: String(from), to: String(to), page: 1 })}
        />
      )}
    </div>
  );
};
