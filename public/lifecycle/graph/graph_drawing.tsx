import React from 'react';
import type { RefObject } from 'react';
import { centreOf } from '../../../common/lifecycle/graph/geometry';
import type { Layout } from '../../../common/lifecycle/graph/layout';
import type { PolicyGraph } from '../../../common/lifecycle/graph/policy_graph';
import type { Finding } from '../../../common/lifecycle/lint/finding';
import type { Path, Policy } from '../../../common/lifecycle/policy/policy';
import { DrawnLine, EdgeEnds, RehangingLine } from './edge_ends';
import { EdgeLabel, EdgeLine } from './graph_edge';
import { MissingBox, StateBox } from './graph_node';
import type { Connector } from './use_connecting';
import type { Mover } from './use_moving';
import type { Rehanger } from './use_rehanging';
import type { Usage } from './use_usage';

export const isSamePath = (a: Path, b: Path | undefined): boolean => a.join('.') === b?.join('.');

const edgeKey = (path: Path | undefined): string => `${path?.[1]}-${path?.[3]}`;

/** The states and transitions, each in its place. */
export const GraphDrawing: React.FC<{
  policy: Policy;
  graph: PolicyGraph;
  layout: Layout;
  scale: number;
  drawing: RefObject<HTMLDivElement>;
  findings: readonly Finding[];
  selected?: Path;
  connector: Connector;
  mover: Mover;
  rehanger: Rehanger;
  usage?: Usage;
  onSelect: (path: Path) => void;
  onAdd: (name: string) => void;
  onOrder: (path: Path, by: number) => void;
}> = ({
  policy,
  graph,
  layout,
  scale,
  drawing,
  findings,
  selected,
  connector,
  mover,
  rehanger,
  usage,
  onSelect,
  onAdd,
  onOrder,
}) => {
  const { width, height, nodes, edges } = layout;
  const { connecting } = connector;
  const chosen = selected?.length === 4 ? edges.get(edgeKey(selected)) : undefined;
  const from = connecting && nodes.get(String(connecting.from));
  const pathOf = (state: number, transition: number): Path => [
    ...['states', state, 'transitions', transition],
  ];
  return (
    <div style={{ width: width * scale, height: height * scale, margin: '0 auto' }}>
      <div
        ref={drawing}
        className="watchkeeperGraph__drawing"
        style={{ width, height, transform: `scale(${scale})` }}
      >
        <svg className="watchkeeperGraph__lines" width={width} height={height} aria-hidden>
          {graph.edges.map(({ key, state, transition }) => {
            const edge = edges.get(key);
            const isSelected = isSamePath(pathOf(state, transition), selected);
            return edge && <EdgeLine key={key} {...{ edge, isSelected }} />;
          })}
          {from && connecting.pointer && (
            <DrawnLine from={centreOf(from)} to={connecting.pointer} />
          )}
          <RehangingLine edge={edges.get(edgeKey(rehanger.rehanging?.path))} rehanger={rehanger} />
        </svg>
        {graph.nodes.map((node) => {
          const box = nodes.get(node.key);
          if (!box) return null;
          if (node.kind === 'missing') {
            return (
              <MissingBox key={node.key} {...{ node, box, mover }} onAdd={() => onAdd(node.name)} />
            );
          }
          const path = ['states', node.place];
          return (
            <StateBox
              key={node.key}
              {...{ node, box, findings, connector, mover, usage }}
              state={policy.states[node.place]}
              isSelected={isSamePath(path, selected)}
              onSelect={() => onSelect(path)}
            />
          );
        })}
        {graph.edges.map(({ key, state, transition }) => {
          const edge = edges.get(key);
          const path = pathOf(state, transition);
          return (
            edge && (
              <EdgeLabel
                key={key}
                {...{ transition, path, findings, label: edge.label }}
                state={policy.states[state]}
                isSelected={isSamePath(path, selected)}
                onSelect={() => onSelect(path)}
                onOrder={(by) => onOrder(path, by)}
              />
            )
          );
        })}
        {chosen && selected && <EdgeEnds edge={chosen} path={selected} rehanger={rehanger} />}
      </div>
    </div>
  );
};
