import { graphlib, layout as arrange } from '@dagrejs/dagre';
import type { PolicyGraph } from './policy_graph';

/** `down`: from top to bottom. `right`: from left to right. */
export type Direction = 'down' | 'right';

export interface Size {
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

/** A rectangle by its upper left corner, in pixels. */
export interface Box extends Size {
  left: number;
  top: number;
}

export interface PlacedEdge {
  points: readonly Point[];
  label: Box;
}

/** Where everything stands, by the keys of nodes and edges. */
export interface Layout extends Size {
  nodes: ReadonlyMap<string, Box>;
  edges: ReadonlyMap<string, PlacedEdge>;
}

export interface Sizes {
  nodeSize: (key: string) => Size;
  labelSize: (key: string) => Size;
}

/** Pixels that everything keeps from the border of the drawing. */
export const MARGIN = 16;

const boxOf = ({ x, y, width, height }: Point & Size): Box => ({
  ...{ left: x - width / 2, top: y - height / 2, width, height },
});

/** How far the two ends of a line that leads back to its own state are from the middle. */
const LOOP = 14;

/** From a state to the words beside or below it, and back. */
export const loopOf = (node: Box, label: Box): Point[] => {
  const [x, y] = [node.left + node.width / 2, node.top + node.height / 2];
  const to = { x: label.left + label.width / 2, y: label.top + label.height / 2 };
  const right = node.left + node.width;
  if (to.x > right) {
    return [
      { x: right, y: y - LOOP },
      { x: to.x, y: y - LOOP },
      { x: to.x, y: y + LOOP },
      { x: right, y: y + LOOP },
    ];
  }
  const edge = to.y > y ? node.top + node.height : node.top;
  return [
    { x: x - LOOP, y: edge },
    { x: x - LOOP, y: to.y },
    { x: x + LOOP, y: to.y },
    { x: x + LOOP, y: edge },
  ];
};

/** Finds a place for each state and each transition's words, so that nothing lies on anything else. */
export const layoutGraph = (
  { nodes, edges }: PolicyGraph,
  direction: Direction,
  { nodeSize, labelSize }: Sizes
): Layout => {
  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({
    ...{ rankdir: direction === 'down' ? 'TB' : 'LR', marginx: MARGIN, marginy: MARGIN },
    ...{ nodesep: 32, edgesep: 16, ranksep: direction === 'down' ? 28 : 20 },
  });
  nodes.forEach(({ key }) => graph.setNode(key, { ...nodeSize(key) }));
  edges.forEach(({ key, from, to }) =>
    graph.setEdge(from, to, { ...labelSize(key), labelpos: 'c' }, key)
  );
  arrange(graph);
  const placed = new Map(nodes.map(({ key }) => [key, boxOf(graph.node(key) as Point & Size)]));
  const lines = new Map(
    edges.map(({ key, from, to }): [string, PlacedEdge] => {
      const edge = graph.edge(from, to, key) as Point & Size & { points: Point[] };
      const label = boxOf(edge);
      const node = from === to ? placed.get(from) : undefined;
      return [key, { points: node ? loopOf(node, label) : edge.points, label }];
    })
  );
  const { width = 0, height = 0 } = graph.graph() as Partial<Size>;
  return { nodes: placed, edges: lines, width, height };
};

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

const at = ({ x, y }: Point): string => `${Math.round(x)},${Math.round(y)}`;

/** A path of SVG that goes smoothly by the points, and ends at the last. */
export const linePath = (points: readonly Point[]): string => {
  const [first, ...rest] = points;
  if (first === undefined || rest.length === 0) return '';
  const last = rest[rest.length - 1];
  const turns = rest
    .slice(0, -1)
    .map(
      (point, i) => `Q${at(point)} ${at(i === rest.length - 2 ? last : middle(point, rest[i + 1]))}`
    );
  return [`M${at(first)}`, ...(turns.length > 0 ? turns : [`L${at(last)}`])].join(' ');
};

const ARROW = 9;

/** A path of SVG: the head of an arrow at the last point, in the direction of the line. */
export const arrowPath = (points: readonly Point[]): string => {
  if (points.length < 2) return '';
  const tip = points[points.length - 1];
  const before = points[points.length - 2];
  const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
  const wing = (turn: number): Point => ({
    x: tip.x - ARROW * Math.cos(angle + turn),
    y: tip.y - ARROW * Math.sin(angle + turn),
  });
  return `M${at(tip)} L${at(wing(0.45))} L${at(wing(-0.45))} Z`;
};
