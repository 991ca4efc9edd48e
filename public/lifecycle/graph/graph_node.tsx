import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge, EuiPanel, EuiSmallButtonIcon, EuiText } from '@elastic/eui';
import type { Box } from '../../../common/lifecycle/graph/layout';
import type { MissingNode, StateNode } from '../../../common/lifecycle/graph/policy_graph';
import type { Finding } from '../../../common/lifecycle/lint/finding';
import type { State } from '../../../common/lifecycle/policy/policy';
import { PlaceMark } from '../states/place_mark';
import { MOST_LINES } from './graph_sizes';
import { actionLine, marksOf } from './graph_words';
import type { NodeMark } from './graph_words';
import { StateCount } from './state_count';
import type { Connector } from './use_connecting';
import type { Mover } from './use_moving';
import type { Usage } from './use_usage';

const Marks: React.FC<{ marks: readonly NodeMark[] }> = ({ marks }) => (
  <div className="watchkeeperGraph__marks">
    {marks.map(({ text, color }) => (
      <span key={text}>
        <EuiBadge color={color}>{text}</EuiBadge>
      </span>
    ))}
  </div>
);

const Actions: React.FC<{ state: State }> = ({ state: { actions } }) => {
  const lines = actions.slice(0, MOST_LINES).map(actionLine);
  const more = actions.length - lines.length;
  return (
    <EuiText size="xs">
      {lines.map((line, i) => (
        <div key={i} className="watchkeeperGraph__line" title={line}>
          {line}
        </div>
      ))}
      {more > 0 && (
        <div className="watchkeeperGraph__line">
          {i18n.translate('watchkeeper.lifecycle.graph.moreActionsText', {
            defaultMessage: 'and {count} more',
            values: { count: more },
          })}
        </div>
      )}
      {actions.length === 0 && (
        <div className="watchkeeperGraph__line euiTextColor euiTextColor--subdued">
          {i18n.translate('watchkeeper.lifecycle.graph.noActionsText', {
            defaultMessage: 'Nothing is done here',
          })}
        </div>
      )}
    </EuiText>
  );
};

const toneOf = (isSelected: boolean, isReachable: boolean): string => {
  if (isSelected) return 'secondary';
  return isReachable ? 'subdued' : 'warning';
};

/** As screen readers are told them. */
const MOVE_KEYS = 'Alt+ArrowUp Alt+ArrowDown Alt+ArrowLeft Alt+ArrowRight';

/** Lines that run below a node do not shine through. */
const NodePanel: React.FC = ({ children }) => (
  <EuiPanel paddingSize="none" hasShadow={false} className="watchkeeperGraph__panel">
    {children}
  </EuiPanel>
);

/** A state: what it is called, what is done in it, whether it is the start or an end. */
export const StateBox: React.FC<{
  node: StateNode;
  state: State;
  box: Box;
  findings: readonly Finding[];
  isSelected: boolean;
  connector: Connector;
  mover: Mover;
  usage: Usage | undefined;
  onSelect: () => void;
}> = ({ node, state, box, findings, isSelected, connector, mover, usage, onSelect }) => {
  const { key, place, name, isReachable } = node;
  const { connecting, press, toggle, choose } = connector;
  const isTarget = connecting !== undefined && connecting.from !== place;
  const classes = [
    'watchkeeperGraph__node euiTextColor',
    `euiTextColor--${isTarget ? 'success' : toneOf(isSelected, isReachable)}`,
    ...(isSelected || isTarget ? ['watchkeeperGraph__node--selected'] : []),
    ...(isReachable ? [] : ['watchkeeperGraph__node--open']),
    ...(mover.moving?.key === key ? ['watchkeeperGraph__node--moving'] : []),
  ];
  const path = ['states', place];
  return (
    <div className={classes.join(' ')} style={box} data-state-place={place} data-graph-part>
      <NodePanel>
        <button
          type="button"
          className="watchkeeperGraph__main euiTextColor euiTextColor--default"
          aria-pressed={isSelected}
          onPointerDown={(event) => mover.press(key, event)}
          onClick={(event) => mover.isEndOfMove(event) || choose(place) || onSelect()}
          onKeyDown={(event) => void mover.byKey(key, event)}
          aria-keyshortcuts={MOVE_KEYS}
          data-test-subj="graphState"
        >
          <div className="watchkeeperGraph__line" style={{ paddingRight: 52, lineHeight: '26px' }}>
            <strong title={name}>{name}</strong>
          </div>
          <Marks marks={marksOf(node)} />
          <Actions state={state} />
        </button>
      </NodePanel>
      <StateCount name={name} usage={usage} />
      <div className="watchkeeperGraph__signs">
        <PlaceMark path={path} findings={findings} />
        <EuiSmallButtonIcon
          className="watchkeeperGraph__handle"
          iconType="branch"
          color={connecting?.from === place ? 'success' : 'text'}
          onPointerDown={() => press(place)}
          // What a pointer clicks, it has pressed before.
          onClick={({ detail }: React.MouseEvent) => detail === 0 && toggle(place)}
          aria-pressed={connecting?.from === place}
          title={i18n.translate('watchkeeper.lifecycle.graph.connectTitle', {
            defaultMessage: 'Drag to another state, or choose one after it',
          })}
          aria-label={i18n.translate('watchkeeper.lifecycle.graph.connectLabel', {
            defaultMessage: 'Lead from {name} to another state',
            values: { name },
          })}
          data-test-subj="graphConnect"
        />
      </div>
    </div>
  );
};

/** A state that a transition names and that does not exist, with the way to make it. */
export const MissingBox: React.FC<{
  node: MissingNode;
  box: Box;
  mover: Mover;
  onAdd: () => void;
}> = ({ node, box, mover, onAdd }) => (
  <div
    className="watchkeeperGraph__node watchkeeperGraph__node--open euiTextColor euiTextColor--danger"
    style={box}
    data-graph-part
  >
    <NodePanel>
      <button
        type="button"
        className="watchkeeperGraph__main euiTextColor euiTextColor--danger"
        onPointerDown={(event) => mover.press(node.key, event)}
        onClick={(event) => mover.isEndOfMove(event) || onAdd()}
        onKeyDown={(event) => void mover.byKey(node.key, event)}
        aria-keyshortcuts={MOVE_KEYS}
        data-test-subj="graphMissing"
      >
        <div className="watchkeeperGraph__line" style={{ lineHeight: '26px' }}>
          <strong>{node.name}</strong>
        </div>
        <Marks marks={marksOf(node)} />
        <EuiText size="xs">
          <div className="watchkeeperGraph__line">
            {i18n.translate('watchkeeper.lifecycle.graph.addMissingLabel', {
              defaultMessage: 'Add it',
            })}
          </div>
        </EuiText>
      </button>
    </NodePanel>
  </div>
);
