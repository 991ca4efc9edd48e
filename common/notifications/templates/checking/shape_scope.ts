import { ANYTHING } from './shape';
import type { Shape } from './shape';

/** What a name comes to. */
export type Found =
  | { kind: 'found'; shape: Shape }
  /** The sample does not show what stands there. */
  | { kind: 'unsure' }
  /** There is no such name: the path is right up to `known`, and `step` is not in `container`. */
  | { kind: 'missing'; container: Shape; known: string; step: string };

type Followed = Shape | 'unsure' | undefined;

const INDEX = /^\d+$/;
const COUNT: Shape = { kind: 'number' };

/** The member itself, as far as it is known to be there. */
export const memberOf = (container: Shape, name: string): Shape | undefined => {
  switch (container.kind) {
    case 'list':
      if (name === 'size') return { ...COUNT, sample: container.length };
      return INDEX.test(name) ? container.item : undefined;
    case 'text':
      return name === 'length' ? COUNT : undefined;
    case 'map':
      return container.members.get(name);
    default:
      return undefined;
  }
};

const mayHaveMore = (shape: Shape): boolean =>
  shape.kind === 'nothing' ||
  shape.kind === 'anything' ||
  (shape.kind === 'map' && shape.open === true);

/** As values are followed (`template_context.ts`): where a step fails, the key that joins it with the next is tried. */
const follow = (container: Shape, path: readonly string[]): Followed => {
  if (path.length === 0) return container;
  let unsure = mayHaveMore(container);
  for (let joined = 1; joined <= path.length; joined++) {
    const member = memberOf(container, path.slice(0, joined).join('.'));
    const followed = member && follow(member, path.slice(joined));
    if (followed === 'unsure') unsure = true;
    else if (followed) return followed;
  }
  return unsure ? 'unsure' : undefined;
};

const missingIn = (scope: Shape, path: readonly string[]): Found => {
  for (let length = path.length - 1; length > 0; length--) {
    const container = follow(scope, path.slice(0, length));
    if (container !== undefined && container !== 'unsure') {
      return {
        kind: 'missing',
        container,
        known: path.slice(0, length).join('.'),
        step: path.slice(length).join('.'),
      };
    }
  }
  return { kind: 'missing', container: scope, known: '', step: path.join('.') };
};

/** The scopes of a place in a template, the innermost first. Looks names up as the renderer does, in shapes. */
export class ShapeScope {
  constructor(
    readonly shape: Shape,
    readonly parent?: ShapeScope
  ) {}

  push(shape: Shape): ShapeScope {
    return new ShapeScope(shape, this);
  }

  lookup(name: string): Found {
    if (name === '.') return { kind: 'found', shape: this.shape };
    const path = name.split('.');
    let unsure = false;
    for (let scope: ShapeScope | undefined = this; scope; scope = scope.parent) {
      const { shape } = scope;
      const followed = memberOf(shape, name) ?? follow(shape, path);
      if (followed !== undefined && followed !== 'unsure')
        return { kind: 'found', shape: followed };
      // The first scope that has the first step decides.
      if (memberOf(shape, path[0])) {
        return followed === 'unsure' ? { kind: 'unsure' } : missingIn(shape, path);
      }
      unsure ||= followed === 'unsure';
    }
    return unsure ? { kind: 'unsure' } : missingIn(this.shape, path);
  }
}

/** What a section shows its content with; undefined where that is nothing of its own. */
export const scopeWithin = ({ kind, ...found }: Found): Shape => {
  if (kind !== 'found') return ANYTHING;
  const { shape } = found as { shape: Shape };
  return shape.kind === 'list' ? shape.item : shape;
};
