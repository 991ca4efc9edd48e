import React, { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiSpacer, EuiText } from '@elastic/eui';
import type { JsonObject } from '../../../common/json/record';
import { policyGraph } from '../../../common/lifecycle/graph/policy_graph';
import type { Finding } from '../../../common/lifecycle/lint/finding';
import type { Path, Policy } from '../../../common/lifecycle/policy/policy';
import { readPolicy } from '../../../common/lifecycle/policy/read_policy';
import { addState, connect, connected, removeSelected } from '../document/graph_edits';
import { hasStates } from '../document/state_edits';
import type { SelectPlace } from '../editor/editor_place';
import type { EditPolicy } from '../document/use_policy_document';
import { NoCards } from '../states/no_cards';
import { GraphDrawing } from './graph_drawing';
import { GraphList } from './graph_list';
import { GraphToolbar } from './graph_toolbar';
import type { Arrangement } from './use_arrangement';
import { useConnecting } from './use_connecting';
import { usePlacing } from './use_placing';
import './graph.css';

const SMALLEST = 0.4;
const LARGEST = 1.6;
/** Words can be read at it; whoever wants to see all of a large graph asks for that. */
const READABLE = 0.7;
const STEP = 0.2;

const within = (scale: number): number => Math.min(LARGEST, Math.max(SMALLEST, scale));

interface GraphProps {
  body: JsonObject;
  policy: Policy;
  arrangement: Arrangement;
  findings: readonly Finding[];
  edit: EditPolicy;
  selected?: Path;
  onSelect: SelectPlace;
}

const usualHint = (): string =>
  i18n.translate('watchkeeper.lifecycle.graph.usualHintText', {
    defaultMessage:
      'Choose a state or a transition to change it beside the graph; Delete takes it out. The sign in a state’s corner leads from it to another. Drag a state to move it, or press Alt and an arrow.',
  });

const hintOf = (policy: Policy, from: number | undefined): string | undefined =>
  from === undefined
    ? undefined
    : i18n.translate('watchkeeper.lifecycle.graph.connectingText', {
        defaultMessage: 'Choose the state that “{name}” leads to. Escape leaves it as it is.',
        values: { name: policy.states[from]?.name ?? '' },
      });

const Graph: React.FC<GraphProps> = ({
  body,
  policy,
  arrangement,
  findings,
  edit,
  selected,
  onSelect,
}) => {
  const { direction } = arrangement;
  const [scale, setScale] = useState(1);
  const frame = useRef<HTMLDivElement>(null);
  const drawing = useRef<HTMLDivElement>(null);
  const graph = useMemo(() => policyGraph(policy), [policy]);
  const placing = usePlacing(policy, graph, arrangement, scale);
  const { layout, mover } = placing;
  const { width } = layout;
  const fit = useCallback(
    (smallest: number) => {
      const room = frame.current?.clientWidth ?? 0;
      setScale(room > 0 ? within(Math.max(smallest, Math.min(1, room / width))) : 1);
    },
    [width]
  );
  // Another arrangement is seen as a whole; while it is edited nothing jumps.
  const newest = useRef(fit);
  newest.current = fit;
  useEffect(() => newest.current(READABLE), [direction]);

  const onConnect = useCallback(
    (from: number, to: number) => {
      edit((now) => connect(now, from, policy.states[to].name));
      onSelect(connected(body, from));
    },
    [edit, onSelect, policy, body]
  );
  const connector = useConnecting(drawing, scale, onConnect);
  const add = (name?: string) => {
    edit((now) => addState(now, name));
    const place = policy.states.length;
    const made = readPolicy(addState(body, name)).states[place].name;
    const near = layout.nodes.get(String(selected?.[1] ?? place - 1));
    if (name === undefined && near) placing.makeRoom(made, near);
    onSelect(['states', place], made);
  };
  const remove =
    selected &&
    (() => {
      edit((now) => removeSelected(now, selected));
      onSelect(undefined);
      frame.current?.focus();
    });
  const onKey = ({ key }: React.KeyboardEvent) => {
    if (key === 'Escape') connector.cancel();
    if (key === 'Delete') remove?.();
  };
  return (
    <div data-test-subj="graphView">
      <GraphToolbar
        direction={direction}
        onAdd={() => add()}
        onTurn={arrangement.turn}
        onTidy={placing.tidy}
        onUntidy={placing.untidy}
        onZoom={(by) => setScale((now) => within(now + by * STEP))}
        onFit={() => fit(SMALLEST)}
        onRemove={remove}
      />
      <EuiText size="xs" color="subdued" aria-live="polite" data-test-subj="graphHint">
        <p>{hintOf(policy, connector.connecting?.from) ?? placing.said ?? usualHint()}</p>
      </EuiText>
      <EuiSpacer size="s" />
      <GraphList {...{ policy, graph }} />
      <div
        ref={frame}
        className="watchkeeperGraph"
        role="group"
        tabIndex={-1}
        aria-label={i18n.translate('watchkeeper.lifecycle.graph.groupLabel', {
          defaultMessage: 'Graph of the states',
        })}
        onKeyDown={onKey}
      >
        <GraphDrawing
          {...{ policy, graph, layout, scale, drawing, findings, selected, connector, mover }}
          onSelect={onSelect}
          onAdd={add}
        />
      </div>
    </div>
  );
};

/** The policy as a graph: states with what is done in them, and where each leads. */
export const GraphView: React.FC<GraphProps> = (props) =>
  hasStates(props.body) ? <Graph {...props} /> : <NoCards />;
