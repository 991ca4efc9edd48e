import { z } from 'zod';
import type { FieldProblem } from '../../errors';
import { isRecord } from '../../json/record';
import { utf8Length } from '../../notifications/kinds/cut';

/** `PUT /indices/{name}`: makes an index; answers its `IndexDetail`. */
export const newIndexSchema = z.strictObject({
  /** As the cluster takes it: `settings`, `mappings`, `aliases`. Each may be left out. */
  body: z.record(z.string(), z.unknown()),
});
export type NewIndex = z.output<typeof newIndexSchema>;

const PARTS = ['settings', 'mappings', 'aliases'];
const NEVER = ['\\', '/', '*', '?', '"', '<', '>', '|', ' ', ',', '#', ':'];

/** What the cluster refuses of the name of an index; undefined where it takes it. */
export const indexNameFault = (name: string): string | undefined => {
  if (name === '') return 'Give it a name.';
  if (name !== name.toLowerCase()) return 'A name has no capitals.';
  if (name === '.' || name === '..') return 'That is no name.';
  if (['_', '-', '+'].some((sign) => name.startsWith(sign))) {
    return 'A name does not begin with _, - or +.';
  }
  const bad = NEVER.find((character) => name.includes(character));
  if (bad !== undefined) return `A name has no “${bad === ' ' ? 'blank' : bad}” in it.`;
  return utf8Length(name) > 255 ? 'A name has at most 255 bytes.' : undefined;
};

/** What is refused of a new index before the cluster is asked, at its place. */
export const checkNewIndex = (name: string, { body }: NewIndex): FieldProblem[] => {
  const fault = indexNameFault(name);
  return [
    ...(fault === undefined ? [] : [{ field: 'name', message: fault }]),
    ...Object.entries(body).flatMap(([member, value]) => {
      const field = `body.${member}`;
      if (!PARTS.includes(member)) {
        return [
          { field, message: `An index is made of ${PARTS.join(', ')}: this is none of them.` },
        ];
      }
      return isRecord(value) ? [] : [{ field, message: 'It must be an object.' }];
    }),
  ];
};
