import { along, borderTowards, boxAround, centreOf, holds, meet, onCurve } from './geometry';
import { MARGIN, loopOf } from './layout';
import type { Box, PlacedEdge, Point, Size } from './layout';

/** What is in the way of a line. */
export interface Around {
  /** The states that it does not join. */
  others: readonly Box[];
  /** The words of other lines. */
  labels: readonly Box[];
}

/** How far a line bends to the side, in pixels: the straight one first. */
const BENDS = [0, 25, -25, 50, -50, 100, -100, 160, -160, 230, -230, 310, -310];
/** How far along the line its words stand. */
const PARTS = [0.5, 0.38, 0.62];
const SAMPLES = 14;
const GAP = 4;
/** Words may come so close to the states that their line joins. */
const NEAR = 1;

const OVER_STATE = 1000;
const WORDS_OVER_STATE = 2000;
const WORDS_OVER_WORDS = 1500;
const OVER_WORDS = 300;
/** Beyond the border, where all else has to make room for it. */
const OUTSIDE = 250;
/** Off the middle. */
const ASIDE = 30;

const cost = (line: readonly Point[], label: Box, ends: readonly Box[], around: Around): number => {
  const { others, labels } = around;
  const over = (boxes: readonly Box[]) =>
    boxes.filter((box) => line.some((point) => holds(box, point))).length;
  const under = (boxes: readonly Box[], gap: number) =>
    boxes.filter((box) => meet(label, box, gap)).length;
  return (
    over(others) * OVER_STATE +
    (under(others, GAP) + under(ends, NEAR)) * WORDS_OVER_STATE +
    under(labels, 0) * WORDS_OVER_WORDS +
    over(labels) * OVER_WORDS +
    (label.left < MARGIN || label.top < MARGIN ? OUTSIDE : 0)
  );
};

interface Way {
  edge: PlacedEdge;
  cost: number;
}

/** Of ways in the order of liking the first that is in nothing's way, else that which is least. */
const cheapest = (ways: Iterable<Way>): PlacedEdge => {
  let best: Way | undefined;
  for (const way of ways) {
    if (!best || way.cost < best.cost) best = way;
  }
  return best?.edge ?? { points: [], label: { left: 0, top: 0, width: 0, height: 0 } };
};

const bent = (from: Box, to: Box, size: Size, bend: number, part: number): PlacedEdge => {
  const [a, b] = [centreOf(from), centreOf(to)];
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const aside = { x: (-(b.y - a.y) / length) * bend, y: ((b.x - a.x) / length) * bend };
  const by = {
    x: a.x + (b.x - a.x) * part + aside.x,
    y: a.y + (b.y - a.y) * part + aside.y,
  };
  // Drawn towards it, the curve comes through `by`.
  const control = { x: 2 * by.x - (a.x + b.x) / 2, y: 2 * by.y - (a.y + b.y) / 2 };
  const [start, end] = [borderTowards(from, control), borderTowards(to, control)];
  return {
    points: [start, control, end],
    label: boxAround(onCurve(start, control, end, 0.5), size),
  };
};

/** A line from a state to another, with its words, past what stands between. */
export const route = (from: Box, to: Box, size: Size, around: Around): PlacedEdge =>
  cheapest(
    BENDS.flatMap((bend) =>
      PARTS.map((part) => {
        const edge = bent(from, to, size, bend, part);
        const [start, control, end] = edge.points;
        const line = Array.from({ length: SAMPLES }, (_each, i) =>
          onCurve(start, control, end, (i + 0.5) / SAMPLES)
        );
        const aside = Math.abs(bend) + (part === 0.5 ? 0 : ASIDE);
        return { edge, cost: cost(line, edge.label, [from, to], around) + aside };
      })
    )
  );

const LOOP_AWAY = 26;

/** A line from a state back to itself: beside it, below it or above it. */
export const routeLoop = (node: Box, size: Size, around: Around): PlacedEdge => {
  const { x, y } = centreOf(node);
  const beside = node.width / 2 + LOOP_AWAY + size.width / 2;
  const below = node.height / 2 + LOOP_AWAY + size.height / 2;
  const centres = [0, 1, 2].flatMap((turn) => [
    { x: x + beside + turn * (size.width + GAP), y },
    { x, y: y + below + turn * (size.height + GAP) },
    { x, y: y - below - turn * (size.height + GAP) },
  ]);
  return cheapest(
    centres.map((centre, i) => {
      const label = boxAround(centre, size);
      const points = loopOf(node, label);
      return { edge: { points, label }, cost: cost(along(points, 4), label, [], around) + i };
    })
  );
};

/** Whether a line runs over any of the boxes, or its words stand on one. */
export const isInTheWay = ({ points, label }: PlacedEdge, boxes: readonly Box[]): boolean => {
  const line = along(points, 6);
  return boxes.some((box) => meet(label, box, 2) || line.some((point) => holds(box, point)));
};
