import type { Param, ParamType } from '../../../common/lifecycle/actions/param';
import type { Path } from '../../../common/lifecycle/policy/policy';

/** What the types of parameters say of the JSON within them. */

/** What a name's value begins with. */
export type Shape = 'object' | 'list' | 'text' | 'plain';

const TEXTS: ReadonlyArray<ParamType['kind']> = ['text', 'choice', 'duration', 'size'];
const LISTS: ReadonlyArray<ParamType['kind']> = ['texts', 'list', 'flags'];
const PLAIN: ReadonlyArray<ParamType['kind']> = ['integer', 'fraction', 'switch', 'json'];

export const shapeOf = ({ kind }: ParamType): Shape => {
  if (TEXTS.includes(kind)) return 'text';
  if (LISTS.includes(kind)) return 'list';
  return PLAIN.includes(kind) ? 'plain' : 'object';
};

/** The members that a value of a type may have. */
export const membersOf = (type: ParamType): readonly Param[] => {
  if (type.kind === 'object') return type.params;
  return type.kind === 'one_of' ? type.options : [];
};

const EMPTY: ParamType = { kind: 'object', params: [] };

/** The type of what stands in a value of a type at a name or at a place. */
const inner = (type: ParamType, key: string | number): ParamType | undefined => {
  switch (type.kind) {
    case 'list':
    case 'named':
      return type.of;
    case 'flags':
      return {
        kind: 'one_of',
        options: type.options.map((option) => ({ ...option, type: EMPTY })),
      };
    default:
      return membersOf(type).find(({ name }) => name === key)?.type;
  }
};

/** The type of what stands at a path within a value; undefined where nothing is known of it. */
export const typeWithin = (type: ParamType, path: Path): ParamType | undefined =>
  path.reduce<ParamType | undefined>((at, key) => at && inner(at, key), type);

/** The parameter at a path within an object of parameters. */
export const paramWithin = (params: readonly Param[], path: Path): Param | undefined => {
  const around = typeWithin({ kind: 'object', params }, path.slice(0, -1));
  return around && membersOf(around).find(({ name }) => name === path[path.length - 1]);
};

/** The items, as JSON, that a list may have. */
export const itemsOf = (type: ParamType): string[] => {
  const named = (name: string) => `{ ${JSON.stringify(name)}: {} }`;
  if (type.kind === 'flags') return type.options.map(({ name }) => named(name));
  if (type.kind !== 'list') return [];
  if (type.of.kind === 'one_of') return type.of.options.map(({ name }) => named(name));
  return ['{}'];
};
