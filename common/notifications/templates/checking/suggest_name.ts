import { nearestName } from './nearest_name';
import type { Found, ShapeScope } from './shape_scope';

const joined = (...steps: string[]): string => steps.filter((step) => step !== '').join('.');

/** Where people look for it, and where it is. */
const WHEREABOUTS = [
  'ctx',
  '_source',
  'ctx.alert',
  'ctx.results.0',
  'ctx.results.0.hits.hits.0._source',
];

const isThere = (scope: ShapeScope, name: string): boolean => scope.lookup(name).kind === 'found';

const inScopes = (scope: ShapeScope): string[] => {
  const names: string[] = [];
  for (let at: ShapeScope | undefined = scope; at; at = at.parent) {
    if (at.shape.kind === 'map') names.push(...at.shape.members.keys());
  }
  return names;
};

/** The name that was probably meant in place of one that is missing; undefined where none is near. */
export const suggestName = (
  scope: ShapeScope,
  name: string,
  { container, known, step }: Extract<Found, { kind: 'missing' }>
): string | undefined => {
  const [first, ...rest] = step.split('.');
  if (container.kind === 'list') {
    const item = joined(known, '0', step);
    return isThere(scope, item) ? item : undefined;
  }
  const elsewhere = WHEREABOUTS.map((place) => joined(place, name)).find((path) =>
    isThere(scope, path)
  );
  if (elsewhere !== undefined) return elsewhere;
  const names =
    known === '' ? inScopes(scope) : container.kind === 'map' ? [...container.members.keys()] : [];
  const near = nearestName(first, names) ?? nearestName(step, names);
  if (near === undefined) return undefined;
  const whole = joined(known, near, ...rest);
  return isThere(scope, whole) ? whole : joined(known, near);
};
