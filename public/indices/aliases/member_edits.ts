import type { AliasMember } from '../../../common/indices/aliases/api';

/** The member without one of what it says; undefined takes it out. */
const without = (member: AliasMember, name: keyof Omit<AliasMember, 'index'>): AliasMember => ({
  ...Object.fromEntries(Object.entries(member).filter(([each]) => each !== name)),
  index: member.index,
});

export const withRouting = (
  member: AliasMember,
  name: 'index_routing' | 'search_routing',
  text: string
): AliasMember => (text.trim() === '' ? without(member, name) : { ...member, [name]: text.trim() });

export const withFilter = (
  member: AliasMember,
  filter: Record<string, unknown> | undefined
): AliasMember => (filter === undefined ? without(member, 'filter') : { ...member, filter });

/** The index that is written to becomes this one, or none: there is only one at a time. */
export const withWriteIndex = (
  members: readonly AliasMember[],
  index: string,
  writes: boolean
): AliasMember[] =>
  members.map((member) => {
    if (member.index === index) {
      return writes ? { ...member, is_write_index: true } : without(member, 'is_write_index');
    }
    return writes && member.is_write_index ? { ...member, is_write_index: false } : member;
  });

/** Hidden on all of its indices, or on none. */
export const withHidden = (members: readonly AliasMember[], hidden: boolean): AliasMember[] =>
  members.map((member) => (hidden ? { ...member, is_hidden: true } : without(member, 'is_hidden')));

/** With these indices and no others; those that were there keep what they say. */
export const withIndices = (
  members: readonly AliasMember[],
  indices: readonly string[],
  hidden: boolean
): AliasMember[] =>
  indices.map(
    (index) =>
      members.find((member) => member.index === index) ?? {
        index,
        ...(hidden ? { is_hidden: true } : {}),
      }
  );
