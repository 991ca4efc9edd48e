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

const ORDER_KEYS: Readonly<Record<string, number>> = {
  ...{ ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 },
};

const transitionLabel = (state: State, transition: number, condition: string): string => {
  const [from, to] = [state.name, state.transitions[transition].state_name];
  const count = state.transitions.length;
  if (count > 1) {
    return i18n.translate('watchkeeper.lifecycle.graph.orderedTransitionLabel', {
      defaultMessage:
        'From “{from}” to “{to}”, looked at as number {number} of {count}: {condition}',
      values: { from, to, condition, count, number: transition + 1 },
    });
  }
  return i18n.translate('watchkeeper.lifecycle.graph.transitionLabel', {
    defaultMessage: 'From “{from}” to “{to}”: {condition}',
    values: { from, to, condition },
  });
};

/** The words of a transition, on its line; before them its number, where the first of several that is met counts. */
export const EdgeLabel: React.FC<{
  state: State;
  transition: number;
  path: Path;
  label: Box;
  findings: readonly Finding[];
  isSelected: boolean;
  onSelect: () => void;
  /** Is looked at earlier (-1) or later (1) than others of its state. */
  onOrder: (by: number) => void;
}> = ({ state, transition, path, label, findings, isSelected, onSelect, onOrder }) => {
  const seen = state.transitions[transition];
  const words = conditionWords(seen);
  const count = state.transitions.length;
  const onKey = (event: React.KeyboardEvent) => {
    const by = event.altKey ? ORDER_KEYS[event.key] : undefined;
    if (by === undefined) return;
    event.preventDefault();
    onOrder(by);
  };
  return (
    <div
      className={`watchkeeperGraph__label euiPanel euiTextColor euiTextColor--${
        isSelected ? 'secondary watchkeeperGraph__label--selected' : 'default'
      }`}
      style={{ ...label, boxShadow: 'none' }}
      data-graph-part
    >
      <button
        type="button"
        className="watchkeeperGraph__line euiTextColor euiTextColor--default"
        aria-pressed={isSelected}
        aria-label={transitionLabel(state, transition, words)}
        aria-keyshortcuts={count > 1 ? 'Alt+ArrowUp Alt+ArrowDown' : undefined}
        onKeyDown={onKey}
        onClick={onSelect}
        data-test-subj="graphTransition"
      >
        <EuiText size="xs">
          {count > 1 && (
            <span className="euiTextColor euiTextColor--subdued">{transition + 1} · </span>
          )}
          {words}
        </EuiText>
      </button>
      <PlaceMark path={path} findings={findings} />
    </div>
  );
};
