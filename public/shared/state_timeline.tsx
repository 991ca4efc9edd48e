import React, { useMemo } from 'react';
import type { CSSProperties } from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup, EuiFlexItem, EuiScreenReaderOnly, EuiText } from '@elastic/eui';
import { drawable, statesIn, sumsOf } from './state_lanes';
import type { LaneState, StateInterval } from './state_lanes';
import { laneStateLabel } from './state_words';
import { formatDuration, useTime } from './time';

/** One row: the states of one thing. */
export interface TimelineLane {
  key: string;
  /** Empty where there is nothing to tell it from. */
  label: string;
  intervals: readonly StateInterval[];
}

const HEIGHT = 20;

interface Look {
  color: string;
  height: number;
  hatch?: string;
}

/** Told apart by height and hatching as much as by colour. Colours are those of the theme's texts. */
const LOOKS: Readonly<
  Partial<Record<LaneState, { color: string; height: number; hatch?: string }>>
> = {
  pending: { color: 'warning', height: 10 },
  acknowledged: { color: 'subdued', height: 14 },
  active: { color: 'danger', height: HEIGHT },
  no_data: {
    color: 'accent',
    height: HEIGHT,
    hatch: 'repeating-linear-gradient(90deg, currentColor 0 3px, transparent 3px 6px)',
  },
  error: {
    color: 'danger',
    height: HEIGHT,
    hatch: 'repeating-linear-gradient(45deg, currentColor 0 3px, transparent 3px 6px)',
  },
  unknown: {
    color: 'subdued',
    height: 4,
    hatch: 'repeating-linear-gradient(90deg, currentColor 0 2px, transparent 2px 6px)',
  },
};

const OK: Look = { color: 'success', height: 4 };

const Bar: React.FC<{ state: LaneState; style: CSSProperties; title?: string }> = ({
  state,
  style,
  title,
}) => {
  const { color, height, hatch = 'currentColor' } = LOOKS[state] ?? OK;
  return (
    <span
      className={`euiTextColor euiTextColor--${color}`}
      title={title}
      style={{
        ...{ display: 'block', height, ...style },
        background: hatch,
        // The narrowest is still seen.
        minWidth: 2,
      }}
    />
  );
};

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
}) => {
  const { format } = useTime();
  const drawn = useMemo(() => drawable(intervals, from, to), [intervals, from, to]);
  const span = Math.max(1, to - from);
  const text = sumText(intervals);
  return (
    <div role="listitem" style={{ display: 'flex', alignItems: 'center', marginBottom: 6 }}>
      <EuiText size="xs" style={{ width: 200, flexShrink: 0, paddingRight: 8 }}>
        {label !== '' && (
          <div className="eui-textTruncate" title={label}>
            <strong>{label}</strong>
          </div>
        )}
        <div data-test-subj="laneText">{text}</div>
      </EuiText>
      <div
        aria-hidden
        style={{ position: 'relative', height: HEIGHT, flexGrow: 1, overflow: 'hidden' }}
      >
        {drawn.map(({ from: start, to: end, state }) => (
          <Bar
            key={start}
            state={state}
            title={`${laneStateLabel(state)}: ${format(start)} – ${format(end)}`}
            style={{
              ...{ position: 'absolute', bottom: 0 },
              left: `${(100 * (start - from)) / span}%`,
              width: `${(100 * (end - start)) / span}%`,
            }}
          />
        ))}
      </div>
    </div>
  );
};

const Legend: React.FC<{ states: readonly LaneState[] }> = ({ states }) => (
  <EuiFlexGroup gutterSize="m" responsive={false} wrap aria-hidden>
    {states.map((state) => (
      <EuiFlexItem grow={false} key={state}>
        <EuiText size="xs">
          <span style={{ display: 'inline-flex', alignItems: 'flex-end', gap: 4 }}>
            <Bar state={state} style={{ width: 16, alignSelf: 'flex-end' }} />
            {laneStateLabel(state)}
          </span>
        </EuiText>
      </EuiFlexItem>
    ))}
  </EuiFlexGroup>
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
      <EuiText size="xs" color="subdued">
        <div style={{ display: 'flex', justifyContent: 'space-between', paddingLeft: 200 }}>
          <span>{format(from)}</span>
          <span>{format(to)}</span>
        </div>
      </EuiText>
      <Legend states={states} />
      <EuiScreenReaderOnly>
        <p>{label}</p>
      </EuiScreenReaderOnly>
    </div>
  );
};
