import React, { useMemo } from 'react';
import type { CSSProperties } from 'react';
import { EuiFlexGroup, EuiFlexItem, EuiText } from '@elastic/eui';
import { drawable } from './state_lanes';
import type { LaneState, StateInterval } from './state_lanes';
import { laneStateLabel } from './state_words';
import { useTime } from './time';

const HEIGHT = 20;

interface Look {
  color: string;
  height: number;
  hatch?: string;
}

const hatched = (degrees: number, line: number, gap: number): string =>
  `repeating-linear-gradient(${degrees}deg, currentColor 0 ${line}px, transparent ${line}px ${gap}px)`;

/** Told apart by height and hatching as much as by colour. Colours are those of the theme's texts. */
const LOOKS: Readonly<Partial<Record<LaneState, Look>>> = {
  pending: { color: 'warning', height: 10 },
  acknowledged: { color: 'subdued', height: 14 },
  active: { color: 'danger', height: HEIGHT },
  no_data: { color: 'accent', height: HEIGHT, hatch: hatched(90, 3, 6) },
  error: { color: 'danger', height: HEIGHT, hatch: hatched(45, 3, 6) },
  unknown: { color: 'subdued', height: 4, hatch: hatched(90, 2, 6) },
  gap: { color: 'warning', height: 14, hatch: hatched(45, 3, 8) },
  not_run: { color: 'subdued', height: 14, hatch: hatched(45, 2, 8) },
  not_kept: { color: 'subdued', height: 4, hatch: hatched(90, 2, 10) },
  disabled: { color: 'subdued', height: 8 },
  not_existing: { color: 'subdued', height: 2 },
  future: { color: 'subdued', height: 2 },
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

/** One row of states, from one instant to another. Hidden from readers: who shows it says it in words. */
export const StateBar: React.FC<{
  intervals: readonly StateInterval[];
  from: number;
  to: number;
}> = ({ intervals, from, to }) => {
  const { format } = useTime();
  const drawn = useMemo(() => drawable(intervals, from, to), [intervals, from, to]);
  const span = Math.max(1, to - from);
  return (
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
  );
};

/** What the bars mean. */
export const StateLegend: React.FC<{
  /** With what is to be said of each beside its name. */
  states: ReadonlyArray<{ state: LaneState; text?: string }>;
}> = ({ states }) => (
  <EuiFlexGroup gutterSize="m" responsive={false} wrap aria-hidden data-test-subj="stateLegend">
    {states.map(({ state, text }) => (
      <EuiFlexItem grow={false} key={state}>
        <EuiText size="xs">
          <span style={{ display: 'inline-flex', alignItems: 'flex-end', gap: 4 }}>
            <Bar state={state} style={{ width: 16, alignSelf: 'flex-end' }} />
            {text === undefined ? laneStateLabel(state) : `${laneStateLabel(state)} · ${text}`}
          </span>
        </EuiText>
      </EuiFlexItem>
    ))}
  </EuiFlexGroup>
);

/** The instants at both ends of the bars. */
export const StateAxis: React.FC<{ from: string; to: string; indent?: number }> = ({
  from,
  to,
  indent = 0,
}) => (
  <EuiText size="xs" color="subdued">
    <div style={{ display: 'flex', justifyContent: 'space-between', paddingLeft: indent }}>
      <span>{from}</span>
      <span>{to}</span>
    </div>
  </EuiText>
);
