import React, { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import { EuiScreenReaderOnly, EuiText } from '@elastic/eui';
import { axisFormat } from './charts/time_axis';
import { StateAxis, StateBar, StateLegend } from './state_bar';
import { lengthsOf, statesIn, sumsOf } from './state_lanes';
import type { StateInterval } from './state_lanes';
import { laneStateLabel } from './state_words';
import { formatDuration, useTime } from './time';

/** One row: the states of one thing. */
export interface TimelineLane {
  key: string;
  /** Empty where there is nothing to tell it from. */
  label: string;
  intervals: readonly StateInterval[];
}

const LABEL_WIDTH = 200;

/** `Active 3 times, 42 minutes in all`. */
const sumText = (intervals: readonly StateInterval[]): string => {
  const sums = sumsOf(intervals).map(({ state, times, milliseconds }) =>
    i18n.translate('watchkeeper.timeline.sumText', {
      defaultMessage: '{state} {times, plural, one {once} other {# times}}, {duration} in all',
      values: { state: laneStateLabel(state), times, duration: formatDuration(milliseconds) },
    })
  );
  return sums.length > 0 ? sums.join('; ') : laneStateLabel('ok');
};

const Lane: React.FC<{ lane: TimelineLane; from: number; to: number }> = ({
  lane: { label, intervals },
  from,
  to,
}) => (
  <div role="listitem" style={{ display: 'flex', alignItems: 'center', marginBottom: 6 }}>
    <EuiText size="xs" style={{ width: LABEL_WIDTH, flexShrink: 0, paddingRight: 8 }}>
      {label !== '' && (
        <div className="eui-textTruncate" title={label}>
          <strong>{label}</strong>
        </div>
      )}
      <div data-test-subj="laneText">{sumText(intervals)}</div>
    </EuiText>
    <StateBar intervals={intervals} from={from} to={to} />
  </div>
);

/** States through time, a row for each thing: by colour, by height and in words. */
export const StateTimeline: React.FC<{
  /** What it shows, for those who do not see it. */
  label: string;
  lanes: readonly TimelineLane[];
  from: number;
  to: number;
}> = ({ label, lanes, from, to }) => {
  const { format } = useTime();
  const states = useMemo(() => statesIn(lanes.map(({ intervals }) => intervals)), [lanes]);
  return (
    <div data-test-subj="stateTimeline">
      <div role="list" aria-label={label}>
        {lanes.map((lane) => (
          <Lane key={lane.key} lane={lane} from={from} to={to} />
        ))}
      </div>
      <StateAxis from={format(from)} to={format(to)} indent={LABEL_WIDTH} />
      <StateLegend states={states.map((state) => ({ state }))} />
      <EuiScreenReaderOnly>
        <p>{label}</p>
      </EuiScreenReaderOnly>
    </div>
  );
};

/** How one thing was through all of its intervals, with how long it was what. */
export const StateStrip: React.FC<{ intervals: readonly StateInterval[] }> = ({ intervals }) => {
  const { format, zone } = useTime();
  if (intervals.length === 0) return null;
  const { from } = intervals[0];
  const { to } = intervals[intervals.length - 1];
  const short = axisFormat(zone, from, to);
  const lengths = lengthsOf(intervals).map(({ state, milliseconds }) => ({
    state,
    text: formatDuration(milliseconds),
  }));
  const times = lengths.map(({ state, text }) => `${laneStateLabel(state)}: ${text}`).join('; ');
  return (
    <div data-test-subj="stateStrip">
      <div
        role="img"
        aria-label={i18n.translate('watchkeeper.history.stripDescription', {
          defaultMessage: 'From {from} to {to}: {times}.',
          values: { from: format(from), to: format(to), times },
        })}
      >
        <StateBar intervals={intervals} from={from} to={to} />
      </div>
      <StateAxis from={short(from)} to={short(to)} />
      <StateLegend states={lengths} />
    </div>
  );
};
