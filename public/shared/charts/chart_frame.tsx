import React from 'react';
import { Axis, Chart, Position, Settings } from '@elastic/charts';
import type { SettingsSpecProps } from '@elastic/charts';
import { EuiScreenReaderOnly } from '@elastic/eui';
import { EUI_CHARTS_THEME_DARK, EUI_CHARTS_THEME_LIGHT } from '@elastic/eui/dist/eui_charts_theme';
import { isDarkMode } from '../theme';
import { formatCount } from '../numbers';

/** The theme's own background is not that of every version of the page. */
const TRANSPARENT = { background: { color: 'transparent' } };

/** A chart with time across and numbers upwards, in the theme of the page. */
export const ChartFrame: React.FC<{
  height: number;
  /** What the chart shows, for those who do not see it. */
  label: string;
  description: string;
  formatX: (instant: number) => string;
  /** Default: as a count. */
  formatY?: (value: number) => string;
  /** The values are counts: no fractions at the axis. */
  isCount: boolean;
  settings?: Partial<SettingsSpecProps>;
  /** What the numbers span; absent: what the data spans. */
  domain?: { min: number; max: number };
}> = ({
  height,
  label,
  description,
  formatX,
  formatY = formatCount,
  isCount,
  settings,
  domain,
  children,
}) => (
  <>
    {/* The chart itself is a canvas, and says this nowhere where a reader of the page would come by. */}
    <EuiScreenReaderOnly>
      <p>{description}</p>
    </EuiScreenReaderOnly>
    <Chart size={{ height }}>
      <Settings
        theme={[TRANSPARENT, (isDarkMode() ? EUI_CHARTS_THEME_DARK : EUI_CHARTS_THEME_LIGHT).theme]}
        ariaLabel={label}
        ariaUseDefaultSummary={false}
        animateData={false}
        {...settings}
      />
      <Axis
        id="time"
        position={Position.Bottom}
        tickFormat={formatX}
        showOverlappingTicks={false}
      />
      <Axis
        id="value"
        position={Position.Left}
        ticks={4}
        integersOnly={isCount}
        tickFormat={(value: number) => formatY(value)}
        showGridLines
        {...(domain ? { domain } : {})}
      />
      {children}
    </Chart>
  </>
);
