import type { Shape } from './shape';

export interface Leaf {
  path: string;
  shape: Shape;
}

const MOST_LEAVES = 300;
const DEEPEST = 8;

/** What they hold is the monitor itself, which messages seldom tell of. */
const DULL: ReadonlySet<string> = new Set([
  'inputs',
  'schedule',
  'condition',
  'actions',
  '_shards',
]);

/** The paths to all values that print as they are, nearest first: for those who know the field and not the way to it. */
export const leafPaths = (root: Shape): Leaf[] => {
  const leaves: Leaf[] = [];
  let level: Leaf[] = [{ path: '', shape: root }];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth++) {
    const next: Leaf[] = [];
    for (const { path, shape } of level) {
      for (const [name, member] of membersOf(shape)) {
        if (DULL.has(name)) continue;
        const at = { path: path === '' ? name : `${path}.${name}`, shape: member };
        if (member.kind === 'map' || member.kind === 'list') next.push(at);
        else leaves.push(at);
        if (leaves.length >= MOST_LEAVES) return leaves;
      }
    }
    level = next;
  }
  return leaves;
};

/** What may stand behind a point. */
export const membersOf = (shape: Shape): Array<[string, Shape]> => {
  if (shape.kind === 'map') return [...shape.members];
  return shape.kind === 'list' ? [['0', shape.item]] : [];
};
