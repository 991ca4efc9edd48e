import { boxAround, onCurve } from './geometry';
import { freePlace, placeNames } from './places';
import type { Places } from './places';
import { isInTheWay, route, routeLoop } from './route';
import { MARGIN } from './layout';
import type { Box, Direction, Layout, PlacedEdge, Point } from './layout';
import type { PolicyGraph } from './policy_graph';

const isSame = (a: Box | undefined, b: Box | undefined): boolean =>
  a !== undefined && b !== undefined && a.left === b.left && a.top === b.top;

/** Each state where it was put; those that nobody has put anywhere near one that they are connected with. */
const placedNodes = (
  graph: PolicyGraph,
  layout: Layout,
  places: Places,
  direction: Direction
): Map<string, Box> => {
  const names = placeNames(graph);
  const nodes = new Map<string, Box>();
  const put = (key: string, { x: left, y: top }: Point, box: Box) =>
    nodes.set(key, { ...box, left, top });
  layout.nodes.forEach((box, key) => {
    const place = places[names.get(key) ?? key];
    if (place) put(key, place, box);
  });
  layout.nodes.forEach((box, key) => {
    if (nodes.has(key)) return;
    const comesFrom = graph.edges.find(({ from, to }) => to === key && nodes.has(from))?.from;
    const leadsTo = graph.edges.find(({ from, to }) => from === key && nodes.has(to))?.to;
    const near = nodes.get(comesFrom ?? leadsTo ?? '') ?? [...nodes.values()].pop();
    const { left: x, top: y } = box;
    put(key, near ? freePlace(near, box, [...nodes.values()], direction) : { x, y }, box);
  });
  return nodes;
};

const placedEdges = (
  graph: PolicyGraph,
  layout: Layout,
  nodes: ReadonlyMap<string, Box>
): Map<string, PlacedEdge> => {
  const moved = [...nodes]
    .filter(([key, box]) => !isSame(box, layout.nodes.get(key)))
    .map(([, box]) => box);
  const stays = (key: string) => isSame(nodes.get(key), layout.nodes.get(key));
  const kept = graph.edges.flatMap(({ key, from, to }): Array<[string, PlacedEdge]> => {
    const edge = layout.edges.get(key);
    return edge && stays(from) && stays(to) && !isInTheWay(edge, moved) ? [[key, edge]] : [];
  });
  const edges = new Map(kept);
  graph.edges.forEach(({ key, from, to }) => {
    const [start, end, size] = [nodes.get(from), nodes.get(to), layout.edges.get(key)?.label];
    if (edges.has(key) || !start || !end || !size) return;
    const others = [...nodes].filter(([node]) => node !== from && node !== to);
    const around = {
      others: others.map(([, box]) => box),
      labels: [...edges.values()].map(({ label }) => label),
    };
    edges.set(key, from === to ? routeLoop(start, size, around) : route(start, end, size, around));
  });
  return edges;
};

/** What a line takes up with its words. */
const roomOf = ({ points, label }: PlacedEdge): Box[] => {
  const [start, by, end] = points;
  const bend = points.length === 3 ? [0.25, 0.75].map((part) => onCurve(start, by, end, part)) : [];
  return [label, ...bend.map((point) => boxAround(point, { width: 0, height: 0 }))];
};

const shifted = (by: Point) => ({
  box: (box: Box): Box => ({ ...box, left: box.left + by.x, top: box.top + by.y }),
  point: ({ x, y }: Point): Point => ({ x: x + by.x, y: y + by.y }),
});

/**
 * The layout with the states where somebody has put them. Lines between states that stand where they would stand anyhow
 * are left alone; all others go past what is between. Everything is within the bounds.
 *
 * @param layout the one that was found for the graph
 */
export const arranged = (
  graph: PolicyGraph,
  layout: Layout,
  places: Places,
  direction: Direction
): Layout => {
  const nodes = placedNodes(graph, layout, places, direction);
  const edges = placedEdges(graph, layout, nodes);
  const boxes = [...nodes.values(), ...[...edges.values()].flatMap(roomOf)];
  const least = (sides: number[]) => Math.max(0, MARGIN - Math.min(...sides, MARGIN));
  const by = { x: least(boxes.map(({ left }) => left)), y: least(boxes.map(({ top }) => top)) };
  const { box, point } = shifted(by);
  return {
    nodes: new Map([...nodes].map(([key, node]) => [key, box(node)])),
    edges: new Map(
      [...edges].map(([key, { points, label }]) => [
        key,
        { points: points.map(point), label: box(label) },
      ])
    ),
    width: Math.max(...boxes.map(({ left, width }) => left + width), 0) + by.x + MARGIN,
    height: Math.max(...boxes.map(({ top, height }) => top + height), 0) + by.y + MARGIN,
  };
};
