import React from 'react';
import { Axis, Chart, Position, Settings } from '@elastic/charts';
import type { SettingsSpecProps } from '@elastic/charts';
import { EUI_CHARTS_THEME_DARK, EUI_CHARTS_THEME_LIGHT } from '@elastic/eui/dist/eui_charts_theme';
import { isDarkMode } from '../../shared/theme';
import { formatCount } from '../words';

/** A chart with time across and numbers upwards, in the theme of the page. */
export const ChartFrame: React.FC<{
  height: number;
  /** What the chart shows, for those who do not see it. */
  label: string;
  description: string;
  formatX: (instant: number) => string;
  settings?: Partial<SettingsSpecProps>;
}> = ({ height, label, description, formatX, settings, children }) => (
  <Chart size={{ height }}>
    <Settings
      theme={(isDarkMode() ? EUI_CHARTS_THEME_DARK : EUI_CHARTS_THEME_LIGHT).theme}
      ariaLabel={label}
      ariaDescription={description}
      ariaUseDefaultSummary={false}
      animateData={false}
      {...settings}
    />
    <Axis id="time" position={Position.Bottom} tickFormat={formatX} showOverlappingTicks={false} />
    <Axis
      id="value"
      position={Position.Left}
      ticks={4}
      tickFormat={(value: number) => formatCount(value)}
      showGridLines
    />
    {children}
  </Chart>
);
