import React, { useEffect, useMemo, useState } from 'react';
import type { CSSProperties } from 'react';
import { i18n } from '@osd/i18n';
import { EuiScreenReaderOnly, EuiText } from '@elastic/eui';
import type { BackTestPoint } from '../../../common/monitors/back_test/back_test';
import { crossingTest, crossingsOf } from '../../../common/monitors/threshold/crossings';
import { numberOfText } from '../../../common/monitors/threshold/number_text';
import type { Threshold } from '../../../common/monitors/threshold/threshold';
import { useTime } from '../../shared/time';
import { comparisonLabel, valueWords } from '../threshold_words';
import { formatCount } from '../words';
import { ThresholdBars } from './threshold_bars';
import type { Bar } from './threshold_bars';
import { depthOf, domainOf, ticksOf } from './threshold_domain';
import type { Domain } from './threshold_domain';
import { ThresholdLine } from './threshold_line';
import { axisFormat } from './time_axis';

const HEIGHT = 160;

/** Only numbers that one can be more or less than have a line. */
export const hasLine = ({ comparison, value }: Threshold): boolean =>
  numberOfText(value) !== undefined && comparison !== '==' && comparison !== '!=';

export interface ThresholdChartProps {
  points: readonly BackTestPoint[];
  /** How many windows were judged: of more than can be drawn, each point is the worst of a few. */
  windows: number;
  threshold: Threshold;
  /** The measure in words. */
  measure: string;
  /** Whether the measure counts: then it has no fractions. */
  isCount: boolean;
  /** While the line is dragged: the number as a person would type it. */
  onDrag: (value: string) => void;
  /** Where it was let go, or put by a key. */
  onPut: (value: string) => void;
  onCancel: () => void;
}

const tickStyle = (depth: number): CSSProperties => ({
  position: 'absolute',
  right: 6,
  top: `calc(${depth * 100}% - 8px)`,
  whiteSpace: 'nowrap',
});

const gridStyle = (depth: number): CSSProperties => ({
  position: 'absolute',
  left: 0,
  right: 0,
  top: `${depth * 100}%`,
  borderTop: '1px solid currentColor',
  opacity: 0.15,
  pointerEvents: 'none',
});

/** How many windows the threshold is true in: in words, which change while it is dragged. */
const Crossings: React.FC<
  Pick<ThresholdChartProps, 'points' | 'windows' | 'threshold' | 'measure'>
> = ({ points, windows, threshold, measure }) => {
  const { over, judged } = crossingsOf(points, threshold);
  const values = {
    over,
    judged,
    measure,
    comparison: comparisonLabel(threshold.comparison),
    value: valueWords(threshold.value),
    each: Math.ceil(windows / points.length),
  };
  return (
    <EuiText size="s" data-test-subj="thresholdCrossings">
      <p aria-live="polite">
        {values.each > 1
          ? i18n.translate('watchkeeper.threshold.crossingBarsText', {
              defaultMessage:
                'True in {over} of {judged, plural, one {# bar} other {# bars}}, each the worst of {each} windows: {measure} {comparison} {value}.',
              values,
            })
          : i18n.translate('watchkeeper.threshold.crossingsText', {
              defaultMessage:
                'True in {over} of {judged, plural, one {# window} other {# windows}}: {measure} {comparison} {value}.',
              values,
            })}
      </p>
    </EuiText>
  );
};

const description = (bars: readonly Bar[], measure: string, format: (at: number) => string) =>
  i18n.translate('watchkeeper.threshold.chartDescription', {
    defaultMessage: '{measure} from {start} to {end}; the highest is {most}.',
    values: {
      measure,
      start: format(bars[0].at),
      end: format(bars[bars.length - 1].at),
      most: formatCount(Math.max(...bars.flatMap((bar) => bar.measure ?? []))),
    },
  });

/** The numbers beside the plot. */
const Ticks: React.FC<{ ticks: readonly number[]; domain: Domain }> = ({ ticks, domain }) => (
  <EuiText
    size="xs"
    color="subdued"
    aria-hidden
    style={{ position: 'relative', width: 64, height: HEIGHT, flex: 'none' }}
  >
    {ticks.map((tick) => (
      <span key={tick} style={tickStyle(depthOf(tick, domain))}>
        {formatCount(tick)}
      </span>
    ))}
  </EuiText>
);

const Line: React.FC<ThresholdChartProps & { domain: Domain; onHeld: (held: boolean) => void }> = ({
  threshold,
  measure,
  isCount,
  domain,
  onDrag,
  onPut,
  onCancel,
  onHeld,
}) => (
  <ThresholdLine
    domain={domain}
    isCount={isCount}
    value={numberOfText(threshold.value) ?? 0}
    label={i18n.translate('watchkeeper.threshold.lineLabel', {
      defaultMessage: 'Threshold: {measure}',
      values: { measure },
    })}
    valueText={valueWords(threshold.value)}
    onDrag={(next) => {
      onHeld(true);
      onDrag(next);
    }}
    onPut={(next) => {
      onHeld(false);
      onPut(next);
    }}
    onCancel={() => {
      onHeld(false);
      onCancel();
    }}
  />
);

/** A domain that stays while the line is held: the numbers must not move under the hand. */
const useDomain = (bars: readonly Bar[], value: number | undefined, isHeld: boolean): Domain => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (!isHeld) setSettled(value);
  }, [isHeld, value]);
  return useMemo(
    () =>
      domainOf(
        bars.flatMap((bar) => bar.measure ?? []),
        settled
      ),
    [bars, settled]
  );
};

/**
 * The numbers of the windows of a back-test, with a threshold that can be dragged, and the number of windows that it is
 * true in: by the interpreter that also runs.
 */
export const ThresholdChart: React.FC<ThresholdChartProps> = (props) => {
  const { points, windows, threshold, measure, isCount } = props;
  const { format, zone } = useTime();
  const [isHeld, setHeld] = useState(false);
  const bars = useMemo(
    () => points.map(({ end, measure: value }): Bar => ({ at: end, measure: value })),
    [points]
  );
  const domain = useDomain(bars, numberOfText(threshold.value), isHeld);
  const isOver = useMemo(() => crossingTest(threshold), [threshold]);
  if (bars.length === 0) return null;
  const [first, last] = [bars[0].at, bars[bars.length - 1].at];
  const formatX = axisFormat(zone, first, last);
  const ticks = ticksOf(domain, isCount);
  return (
    <div data-test-subj="thresholdChart">
      <Crossings points={points} windows={windows} threshold={threshold} measure={measure} />
      <EuiScreenReaderOnly>
        <p>{description(bars, measure, format)}</p>
      </EuiScreenReaderOnly>
      <div style={{ display: 'flex', paddingTop: 8 }}>
        <Ticks ticks={ticks} domain={domain} />
        <div style={{ flex: 1, minWidth: 0 }}>
          <div style={{ position: 'relative', height: HEIGHT }} data-test-subj="thresholdPlot">
            {ticks.map((tick) => (
              <div key={tick} style={gridStyle(depthOf(tick, domain))} />
            ))}
            <ThresholdBars
              bars={bars}
              isOver={isOver}
              domain={domain}
              height={HEIGHT}
              label={measure}
            />
            {hasLine(threshold) && <Line {...props} domain={domain} onHeld={setHeld} />}
          </div>
          <EuiText size="xs" color="subdued" aria-hidden>
            <div style={{ display: 'flex', justifyContent: 'space-between' }}>
              <span>{formatX(first)}</span>
              <span>{formatX(last)}</span>
            </div>
          </EuiText>
        </div>
      </div>
    </div>
  );
};
