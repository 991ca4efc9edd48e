import React, { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import { BarSeries, Position, ScaleType } from '@elastic/charts';
import { euiPaletteColorBlind } from '@elastic/eui';
import type { RunRecord } from '../../../common/monitors/api';
import { useTime } from '../../shared/time';
import { outcomeLabel } from '../words';
import { ChartFrame } from './chart_frame';
import { axisFormat } from './time_axis';

const HEIGHT = 140;

interface CountedRun {
  at: number;
  triggered: boolean;
  hits: number;
}

/** The runs that counted something, the oldest first. */
export const countedRuns = (runs: RunRecord[]): CountedRun[] =>
  runs
    .flatMap(({ scheduled_at: at, outcome, hits }) =>
      hits === undefined ? [] : [{ at, hits, triggered: outcome === 'triggered' }]
    )
    .sort((a, b) => a.at - b.at);

const PALETTE = euiPaletteColorBlind();
const COLORS = { triggered: PALETTE[7], others: PALETTE[1] };

const describe = (counted: CountedRun[], format: (instant: number) => string): string =>
  i18n.translate('watchkeeper.runs.chartDescription', {
    defaultMessage:
      '{count, plural, one {# run} other {# runs}} from {start} to {end}, {triggered} triggered; at most {most, plural, one {# hit} other {# hits}}.',
    values: {
      count: counted.length,
      start: format(counted[0].at),
      end: format(counted[counted.length - 1].at),
      triggered: counted.filter(({ triggered }) => triggered).length,
      most: Math.max(...counted.map(({ hits }) => hits)),
    },
  });

const Bars: React.FC<{ counted: CountedRun[]; label: string }> = ({ counted, label }) => {
  const { format, zone } = useTime();
  const formatX = axisFormat(zone, counted[0].at, counted[counted.length - 1].at);
  const series = [
    { id: 'others', name: outcomeLabel('not_triggered'), isShown: false },
    { id: 'triggered', name: outcomeLabel('triggered'), isShown: true },
  ] as const;
  return (
    <ChartFrame
      height={HEIGHT}
      label={label}
      description={describe(counted, format)}
      formatX={formatX}
      isCount
      settings={{
        showLegend: true,
        legendPosition: Position.Right,
        tooltip: { headerFormatter: ({ value }) => format(Number(value)) },
      }}
    >
      {series.map(({ id, name, isShown }) => (
        <BarSeries
          key={id}
          id={id}
          name={name}
          color={COLORS[id]}
          // Runs are not always equally far apart: each has a place of its own.
          xScaleType={ScaleType.Ordinal}
          yScaleType={ScaleType.Linear}
          xAccessor="at"
          yAccessors={['hits']}
          stackAccessors={['at']}
          data={counted.map((run) => ({
            at: run.at,
            hits: run.triggered === isShown ? run.hits : 0,
          }))}
        />
      ))}
    </ChartFrame>
  );
};

/** What the runs that are shown counted, those that triggered in another colour. */
export const RunsChart: React.FC<{ runs: RunRecord[] }> = ({ runs }) => {
  const counted = useMemo(() => countedRuns(runs), [runs]);
  if (counted.length < 2) return null;
  const label = i18n.translate('watchkeeper.runs.chartLabel', {
    defaultMessage: 'Hits of the runs below',
  });
  return (
    <div data-test-subj="runsChart">
      <Bars counted={counted} label={label} />
    </div>
  );
};
