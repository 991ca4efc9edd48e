import type { Box, Point, Size } from './layout';

/** The upper left corner and the size of what stands around a point. */
export const boxAround = ({ x, y }: Point, { width, height }: Size): Box => ({
  ...{ left: x - width / 2, top: y - height / 2, width, height },
});

export const centreOf = ({ left, top, width, height }: Box): Point => ({
  x: left + width / 2,
  y: top + height / 2,
});

/** Whether two boxes come closer to each other than so many pixels. */
export const meet = (a: Box, b: Box, gap = 0): boolean =>
  a.left < b.left + b.width + gap &&
  b.left < a.left + a.width + gap &&
  a.top < b.top + b.height + gap &&
  b.top < a.top + a.height + gap;

export const holds = ({ left, top, width, height }: Box, { x, y }: Point): boolean =>
  x > left && x < left + width && y > top && y < top + height;

/** Where the line from the middle of a box to a point leaves the box. */
export const borderTowards = (box: Box, to: Point): Point => {
  const { x, y } = centreOf(box);
  const [dx, dy] = [to.x - x, to.y - y];
  const across = dx === 0 ? Infinity : box.width / 2 / Math.abs(dx);
  const down = dy === 0 ? Infinity : box.height / 2 / Math.abs(dy);
  const part = Math.min(across, down);
  return Number.isFinite(part)
    ? { x: x + dx * part, y: y + dy * part }
    : { x, y: y + box.height / 2 };
};

/** A point of the curve from `a` to `b` that is drawn towards `c`; `part` from 0 to 1. */
export const onCurve = (a: Point, c: Point, b: Point, part: number): Point => {
  const [from, by, to] = [(1 - part) ** 2, 2 * part * (1 - part), part ** 2];
  return { x: from * a.x + by * c.x + to * b.x, y: from * a.y + by * c.y + to * b.y };
};

const between = (a: Point, b: Point, part: number): Point => ({
  x: a.x + (b.x - a.x) * part,
  y: a.y + (b.y - a.y) * part,
});

/** Points along a line, close enough to see what it runs over. */
export const along = (points: readonly Point[], steps: number): Point[] =>
  points
    .slice(1)
    .flatMap((to, i) =>
      Array.from({ length: steps }, (_each, step) => between(points[i], to, (step + 1) / steps))
    );
