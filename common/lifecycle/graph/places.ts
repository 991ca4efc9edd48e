import { meet } from './geometry';
import { MARGIN } from './layout';
import type { Box, Direction, Layout, Point, Size } from './layout';
import type { PolicyGraph } from './policy_graph';

/** Where somebody has put the states: upper left corners by the names of `placeNames`. */
export type Places = Readonly<Record<string, Point>>;

/** By the key of a node, what its place is kept by: its name, so that it outlives changes; others of that name are counted. */
export const placeNames = ({ nodes }: PolicyGraph): ReadonlyMap<string, string> => {
  const count = new Map<string, number>();
  return new Map(
    nodes.map(({ key, name }) => {
      const before = count.get(name) ?? 0;
      count.set(name, before + 1);
      return [key, before === 0 ? name : `${name}\n${before + 1}`];
    })
  );
};

/** Where the states stand now. */
export const placesOf = (graph: PolicyGraph, { nodes }: Layout): Places => {
  const names = placeNames(graph);
  return Object.fromEntries(
    [...nodes].map(([key, { left, top }]) => [names.get(key) ?? key, { x: left, y: top }])
  );
};

/** A state that was renamed keeps its place. It keeps the old one as well, since that may be undone. */
export const followNames = (
  places: Places,
  before: readonly string[],
  after: readonly string[]
): Places => {
  if (before.length !== after.length) return places;
  const renamed = after.flatMap((name, i) => {
    const isNew = name !== before[i] && !before.includes(name);
    const place = places[before[i]];
    return isNew && place ? [[name, place] as const] : [];
  });
  return renamed.length === 0 ? places : { ...places, ...Object.fromEntries(renamed) };
};

/** Without the places of states that are gone. */
export const onlyOf = (places: Places, names: ReadonlySet<string>): Places =>
  Object.fromEntries(Object.entries(places).filter(([name]) => names.has(name)));

/** Room for the words of a transition between two states. */
const APART: Readonly<Record<Direction, Size>> = {
  down: { width: 48, height: 72 },
  right: { width: 160, height: 32 },
};

/** Steps onwards and aside, the nearest first. */
const STEPS = [0, 1, 2, 3, 4]
  .flatMap((on) => [0, 1, -1, 2, -2, 3, -3].map((aside) => ({ on, aside })))
  .filter(({ on, aside }) => on !== 0 || aside !== 0)
  .sort((a, b) => Math.abs(a.on - 1) + Math.abs(a.aside) - Math.abs(b.on - 1) - Math.abs(b.aside));

/** A place near a box where nothing stands: onwards from it, else beside it. */
export const freePlace = (
  near: Box,
  size: Size,
  taken: readonly Box[],
  direction: Direction
): Point => {
  const gap = APART[direction];
  const across = Math.max(near.width, size.width) + gap.width;
  const down = Math.max(near.height, size.height) + gap.height;
  const places = STEPS.map(({ on, aside }) => ({
    x: near.left + (direction === 'down' ? aside : on) * across,
    y: near.top + (direction === 'down' ? on : aside) * down,
  }));
  const isFree = ({ x, y }: Point) =>
    x >= MARGIN &&
    y >= MARGIN &&
    taken.every((box) => !meet({ ...size, left: x, top: y }, box, MARGIN));
  const below = Math.max(...taken.map(({ top, height }) => top + height), near.top + near.height);
  return places.find(isFree) ?? { x: near.left, y: below + gap.height };
};
