import React, { useMemo, useRef, useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiSpacer, EuiText } from '@elastic/eui';
import type { JsonObject } from '../../../common/json/record';
import { policyGraph } from '../../../common/lifecycle/graph/policy_graph';
import type { Finding } from '../../../common/lifecycle/lint/finding';
import type { Path, Policy } from '../../../common/lifecycle/policy/policy';
import { hasStates } from '../document/state_edits';
import type { SelectPlace } from '../editor/editor_place';
import type { EditPolicy } from '../document/use_policy_document';
import { NoCards } from '../states/no_cards';
import { GraphDrawing } from './graph_drawing';
import { GraphHelp } from './graph_help';
import { GraphList } from './graph_list';
import { GraphToolbar } from './graph_toolbar';
import { SelectedButtons } from './selected_buttons';
import type { Arrangement } from './use_arrangement';
import { useConnecting } from './use_connecting';
import { useGraphActs } from './use_graph_acts';
import { usePlacing } from './use_placing';
import { useRehanging } from './use_rehanging';
import type { Usage } from './use_usage';
import { useZoom } from './use_zoom';
import './graph.css';

interface GraphProps {
  body: JsonObject;
  policy: Policy;
  arrangement: Arrangement;
  /** Absent where it is not known. */
  usage?: Usage;
  findings: readonly Finding[];
  edit: EditPolicy;
  selected?: Path;
  onSelect: SelectPlace;
}

const usualHint = (): string =>
  i18n.translate('watchkeeper.lifecycle.graph.shortHintText', {
    defaultMessage: 'Choose a state or a transition to change it beside the graph.',
  });

const hintOf = (policy: Policy, from: number | undefined): string | undefined =>
  from === undefined
    ? undefined
    : i18n.translate('watchkeeper.lifecycle.graph.connectingText', {
        defaultMessage: 'Choose the state that “{name}” leads to. Escape leaves it as it is.',
        values: { name: policy.states[from]?.name ?? '' },
      });

const Graph: React.FC<GraphProps> = (props) => {
  const { body, policy, arrangement, findings, edit, selected, onSelect } = props;
  const { direction } = arrangement;
  const frame = useRef<HTMLDivElement>(null);
  const drawing = useRef<HTMLDivElement>(null);
  const graph = useMemo(() => policyGraph(policy), [policy]);
  const size = useState(1);
  const [scale] = size;
  const placing = usePlacing(policy, graph, arrangement, scale);
  const { layout, mover } = placing;
  const start = graph.nodes.find((node) => node.kind === 'state' && node.isStart)?.key;
  const first = layout.nodes.get(String(selected?.[1] ?? start));
  const zoom = useZoom(frame, { ...layout, first }, direction, size);
  const acts = useGraphActs({ body, policy, edit, selected, onSelect, placing }, () =>
    frame.current?.focus()
  );
  const connector = useConnecting(drawing, scale, acts.connect);
  const rehanger = useRehanging(drawing, scale, acts.rehang);
  const onKey = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape') connector.cancel();
    if (event.key === 'Delete') acts.remove?.();
    if (zoom.byKey(event)) event.preventDefault();
  };
  return (
    <div data-test-subj="graphView">
      <GraphToolbar
        {...{ direction, placing, zoom, scale }}
        onAdd={() => acts.add()}
        onTurn={arrangement.turn}
      />
      <SelectedButtons acts={acts} />
      <EuiText size="xs" color="subdued" aria-live="polite" data-test-subj="graphHint">
        <p>
          {hintOf(policy, connector.connecting?.from) ?? placing.said ?? usualHint()} <GraphHelp />
        </p>
      </EuiText>
      <EuiSpacer size="s" />
      <GraphList {...{ policy, graph }} />
      <div
        ref={frame}
        className="watchkeeperGraph"
        role="group"
        tabIndex={0}
        aria-label={i18n.translate('watchkeeper.lifecycle.graph.canvasLabel', {
          defaultMessage:
            'Graph of the states. Arrows scroll it, plus and minus zoom, zero goes back to 100 percent.',
        })}
        onKeyDown={onKey}
        onPointerDown={zoom.press}
        data-test-subj="graphCanvas"
      >
        <GraphDrawing
          {...{ policy, graph, layout, scale, drawing, findings, selected }}
          {...{ connector, mover, rehanger, usage: props.usage, onSelect }}
          onAdd={acts.add}
          onOrder={acts.order}
        />
      </div>
    </div>
  );
};

/** The policy as a graph: states with what is done in them, and where each leads. */
export const GraphView: React.FC<GraphProps> = (props) =>
  hasStates(props.body) ? <Graph {...props} /> : <NoCards />;
