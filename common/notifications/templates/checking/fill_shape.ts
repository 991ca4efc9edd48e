import type { Shape } from './shape';

/**
 * The shape of a sample, filled in from what is known without one: where the sample has nothing, and by members that it
 * lacks. Where it has something, the sample is right.
 */
export const fillShape = (sample: Shape, known: Shape): Shape => {
  if (sample.kind === 'nothing') return known;
  if (sample.kind === 'list' && known.kind === 'list') {
    return { ...sample, item: fillShape(sample.item, known.item) };
  }
  if (sample.kind !== 'map' || known.kind !== 'map') return sample;
  const members = new Map(sample.members);
  for (const [name, shape] of known.members) {
    const before = members.get(name);
    members.set(name, before ? fillShape(before, shape) : shape);
  }
  return { ...sample, members };
};

/** What values there can be, without those of the sample. */
export const withoutValues = (shape: Shape): Shape => {
  switch (shape.kind) {
    case 'map':
      return {
        ...shape,
        members: new Map([...shape.members].map(([name, member]) => [name, withoutValues(member)])),
      };
    case 'list':
      return { kind: 'list', item: withoutValues(shape.item) };
    case 'nothing':
    case 'anything':
      return shape;
    default:
      return { kind: shape.kind };
  }
};
