import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup, EuiFlexItem, EuiText } from '@elastic/eui';
import { timeByKind } from '../../../../common/monitors/history/intervals';
import type { IntervalKind, StateInterval } from '../../../../common/monitors/history/intervals';
import { axisFormat } from '../../../shared/charts/time_axis';
import { formatDuration, useTime } from '../../../shared/time';
import { KIND_BACKGROUND, kindLabel } from './kind_words';

const HEIGHT = 24;

const Swatch: React.FC<{ kind: IntervalKind }> = ({ kind }) => (
  <span
    style={{
      display: 'inline-block',
      width: 12,
      height: 12,
      marginRight: 6,
      border: '1px solid rgba(128, 128, 128, 0.5)',
      verticalAlign: '-2px',
      background: KIND_BACKGROUND[kind],
    }}
  />
);

const describe = (
  intervals: readonly StateInterval[],
  format: (instant: number) => string
): string => {
  const times = timeByKind(intervals)
    .map(({ kind, time }) => `${kindLabel(kind)}: ${formatDuration(time)}`)
    .join('; ');
  return i18n.translate('watchkeeper.history.stripDescription', {
    defaultMessage: 'From {from} to {to}: {times}.',
    values: {
      from: format(intervals[0].from),
      to: format(intervals[intervals.length - 1].to),
      times,
    },
  });
};

/** How the monitor was through a span, with how long it was what. */
export const StateStrip: React.FC<{ intervals: readonly StateInterval[] }> = ({ intervals }) => {
  const { format, zone } = useTime();
  if (intervals.length === 0) return null;
  const { from } = intervals[0];
  const { to } = intervals[intervals.length - 1];
  const short = axisFormat(zone, from, to);
  return (
    <div data-test-subj="stateStrip">
      <div
        role="img"
        aria-label={describe(intervals, format)}
        style={{
          display: 'flex',
          height: HEIGHT,
          borderRadius: 4,
          overflow: 'hidden',
          border: '1px solid rgba(128, 128, 128, 0.4)',
        }}
      >
        {intervals.map(({ kind, from: start, to: end }) => (
          <div
            key={start}
            title={`${kindLabel(kind)}: ${format(start)} – ${format(end)} (${formatDuration(end - start)})`}
            style={{ flexGrow: end - start, flexBasis: 0, background: KIND_BACKGROUND[kind] }}
            data-test-subj={`interval-${kind}`}
          />
        ))}
      </div>
      <EuiFlexGroup justifyContent="spaceBetween" responsive={false} gutterSize="s">
        <EuiFlexItem grow={false}>
          <EuiText size="xs" color="subdued">
            {short(from)}
          </EuiText>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiText size="xs" color="subdued">
            {short(to)}
          </EuiText>
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiFlexGroup gutterSize="m" wrap responsive={false} data-test-subj="stateLegend">
        {timeByKind(intervals).map(({ kind, time }) => (
          <EuiFlexItem grow={false} key={kind}>
            <EuiText size="xs">
              <Swatch kind={kind} />
              {kindLabel(kind)} · {formatDuration(time)}
            </EuiText>
          </EuiFlexItem>
        ))}
      </EuiFlexGroup>
    </div>
  );
};
