import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiText } from '@elastic/eui';
import { arrowPath, linePath } from '../../../common/lifecycle/graph/layout';
import type { Box, PlacedEdge } from '../../../common/lifecycle/graph/layout';
import type { Finding } from '../../../common/lifecycle/lint/finding';
import type { Path, State } from '../../../common/lifecycle/policy/policy';
import { PlaceMark } from '../states/place_mark';
import { conditionWords } from './graph_words';

/** The line of a transition, within the SVG of the graph. */
export const EdgeLine: React.FC<{ edge: PlacedEdge; isSelected: boolean }> = ({
  edge: { points },
  isSelected,
}) => (
  <g className={`euiTextColor euiTextColor--${isSelected ? 'secondary' : 'subdued'}`}>
    <path
      d={linePath(points)}
      fill="none"
      stroke="currentColor"
      strokeWidth={isSelected ? 2.5 : 1.5}
    />
    <path d={arrowPath(points)} fill="currentColor" />
  </g>
);

/** The words of a transition, on its line. */
export const EdgeLabel: React.FC<{
  state: State;
  transition: number;
  path: Path;
  label: Box;
  findings: readonly Finding[];
  isSelected: boolean;
  onSelect: () => void;
}> = ({ state, transition, path, label, findings, isSelected, onSelect }) => {
  const seen = state.transitions[transition];
  const words = conditionWords(seen);
  return (
    <div
      className={`watchkeeperGraph__label euiPanel euiTextColor euiTextColor--${
        isSelected ? 'secondary watchkeeperGraph__label--selected' : 'default'
      }`}
      style={{ ...label, boxShadow: 'none' }}
    >
      <button
        type="button"
        className="watchkeeperGraph__line euiTextColor euiTextColor--default"
        aria-pressed={isSelected}
        aria-label={i18n.translate('watchkeeper.lifecycle.graph.transitionLabel', {
          defaultMessage: 'From “{from}” to “{to}”: {condition}',
          values: { from: state.name, to: seen.state_name, condition: words },
        })}
        onClick={onSelect}
        data-test-subj="graphTransition"
      >
        <EuiText size="xs">{words}</EuiText>
      </button>
      <PlaceMark path={path} findings={findings} />
    </div>
  );
};
