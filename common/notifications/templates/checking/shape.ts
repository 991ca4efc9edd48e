import { JavaDouble } from '../../../json/java_double';
import { JavaInstant } from '../../../json/java_instant';
import { isMap, isShown } from '../template_text';

export type ScalarKind = 'text' | 'number' | 'boolean' | 'instant';

/** What is known of the values at a place of a template's context, from one sample or several. */
export type Shape =
  | { kind: ScalarKind; sample?: unknown }
  | {
      kind: 'map';
      members: ReadonlyMap<string, Shape>;
      /** There may be members that no sample has shown. */
      open?: boolean;
    }
  | {
      kind: 'list';
      /** What its items have in common and apart; `nothing` of an empty list. */
      item: Shape;
      /** Items of the sample. */
      length?: number;
    }
  /** Null, or an item of an empty list: there was nothing to learn from. */
  | { kind: 'nothing' }
  /** Different things in different samples, or what no sample can show. */
  | { kind: 'anything' };

export type ListShape = Extract<Shape, { kind: 'list' }>;
export type MapShape = Extract<Shape, { kind: 'map' }>;

export const NOTHING: Shape = { kind: 'nothing' };
export const ANYTHING: Shape = { kind: 'anything' };

const scalarKindOf = (value: unknown): ScalarKind => {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'boolean';
  return value instanceof JavaInstant ? 'instant' : 'number';
};

const isScalar = (shape: Shape): shape is Extract<Shape, { kind: ScalarKind }> =>
  'sample' in shape || ['text', 'number', 'boolean', 'instant'].includes(shape.kind);

const mergeMaps = (one: MapShape, other: MapShape): Shape => {
  const members = new Map(one.members);
  for (const [name, shape] of other.members) {
    const known = members.get(name);
    members.set(name, known ? mergeShapes(known, shape) : shape);
  }
  return { kind: 'map', members, ...(one.open || other.open ? { open: true } : {}) };
};

const isTelling = (value: unknown): boolean =>
  value !== undefined && (isShown(value) || value === false);

/** What is known of two samples together. A member that only one of them has is a member. */
export const mergeShapes = (one: Shape, other: Shape): Shape => {
  if (one.kind === 'nothing') return other;
  if (other.kind === 'nothing' || one === other) return one;
  if (one.kind === 'map' && other.kind === 'map') return mergeMaps(one, other);
  if (one.kind === 'list' && other.kind === 'list') {
    const { length } = one.length === undefined ? other : one;
    const item = mergeShapes(one.item, other.item);
    return { kind: 'list', item, ...(length === undefined ? {} : { length }) };
  }
  if (one.kind !== other.kind) return ANYTHING;
  return isScalar(one) && isScalar(other) && !isTelling(one.sample) ? other : one;
};

const known = new WeakMap<object, Shape>();

const shapeOfList = (items: readonly unknown[]): Shape => ({
  kind: 'list',
  item: items.map(shapeOf).reduce(mergeShapes, NOTHING),
  length: items.length,
});

const shapeOfMap = (map: Readonly<Record<string, unknown>>): Shape => ({
  kind: 'map',
  members: new Map(
    Object.keys(map)
      .filter((name) => map[name] !== undefined)
      .map((name) => [name, shapeOf(map[name])])
  ),
});

/**
 * The shape of one value of `parseLossless`. An answer of the cluster is looked at once, however often templates over it
 * are checked.
 */
export const shapeOf = (value: unknown): Shape => {
  if (value === null || value === undefined) return NOTHING;
  if (typeof value !== 'object' || value instanceof JavaDouble || value instanceof JavaInstant) {
    return { kind: scalarKindOf(value), sample: value };
  }
  const before = known.get(value);
  if (before) return before;
  const shape = Array.isArray(value)
    ? shapeOfList(value)
    : isMap(value)
      ? shapeOfMap(value)
      : ANYTHING;
  known.set(value, shape);
  return shape;
};

/** A map of shapes, by name. */
export const mapShape = (members: Readonly<Record<string, Shape>>, open = false): Shape => ({
  kind: 'map',
  members: new Map(Object.entries(members)),
  ...(open ? { open } : {}),
});

export const listShape = (item: Shape): Shape => ({ kind: 'list', item });
