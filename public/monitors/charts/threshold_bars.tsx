import React from 'react';
import { i18n } from '@osd/i18n';
import { Axis, BarSeries, Chart, Position, ScaleType, Settings } from '@elastic/charts';
import { euiPaletteColorBlind } from '@elastic/eui';
import { EUI_CHARTS_THEME_DARK, EUI_CHARTS_THEME_LIGHT } from '@elastic/eui/dist/eui_charts_theme';
import { isDarkMode } from '../../shared/theme';
import { useTime } from '../../shared/time';
import { formatCount } from '../words';
import type { Domain } from './threshold_domain';

/** Without margins the plot fills its box: so a place in the box is a value. */
const PLOT_THEME = {
  background: { color: 'transparent' },
  chartMargins: { left: 0, right: 0, top: 0, bottom: 0 },
  chartPaddings: { left: 0, right: 0, top: 0, bottom: 0 },
};

/** It is drawn at the numbers that stand beside the plot. */
const NO_GRID = { visible: false };

const PALETTE = euiPaletteColorBlind();
const COLORS = { over: PALETTE[7], others: PALETTE[1] };

/** A window; without a number there is a gap in its place. */
export interface Bar {
  at: number;
  measure?: number;
}

/** The bars alone: their box is the plot, from the top of the domain to its end. */
export const ThresholdBars: React.FC<{
  bars: readonly Bar[];
  isOver: (value: number) => boolean;
  domain: Domain;
  height: number;
  /** What the bars are, for those who do not see them. */
  label: string;
}> = ({ bars, isOver, domain, height, label }) => {
  const { format, zone } = useTime();
  const series = [
    {
      id: 'others',
      name: i18n.translate('watchkeeper.threshold.barOtherLabel', {
        defaultMessage: 'Condition not true',
      }),
      isShown: false,
    },
    {
      id: 'over',
      name: i18n.translate('watchkeeper.threshold.barOverLabel', {
        defaultMessage: 'Condition true',
      }),
      isShown: true,
    },
  ] as const;
  return (
    <Chart size={{ height }}>
      <Settings
        theme={[
          PLOT_THEME,
          (isDarkMode() ? EUI_CHARTS_THEME_DARK : EUI_CHARTS_THEME_LIGHT).theme,
          PLOT_THEME,
        ]}
        ariaLabel={label}
        ariaUseDefaultSummary={false}
        animateData={false}
        tooltip={{ headerFormatter: ({ value }) => format(Number(value)) }}
      />
      <Axis id="time" position={Position.Bottom} hide gridLine={NO_GRID} />
      <Axis
        id="value"
        position={Position.Left}
        hide
        gridLine={NO_GRID}
        tickFormat={(value: number) => formatCount(value)}
        domain={{ min: domain.min, max: domain.max }}
      />
      {series.map(({ id, name, isShown }) => (
        <BarSeries
          key={id}
          id={id}
          name={name}
          color={COLORS[id]}
          // Windows are not always equally far apart, and must not overlap.
          xScaleType={ScaleType.Ordinal}
          yScaleType={ScaleType.Linear}
          xAccessor="at"
          yAccessors={['measure']}
          stackAccessors={['at']}
          timeZone={zone}
          data={bars.map(({ at, measure }) => ({
            at,
            measure: measure !== undefined && isOver(measure) === isShown ? measure : null,
          }))}
        />
      ))}
    </Chart>
  );
};
