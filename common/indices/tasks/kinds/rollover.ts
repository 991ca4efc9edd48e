import { z } from 'zod';
import { indexNameSchema } from '../../indices_api';
import type { RolloverFacts, TaskFinding } from '../facts';
import { wrongWithName } from '../index_name';
import { error, info } from './kind';
import type { TaskKind } from './kind';

const rolloverSchema = z.strictObject({
  kind: z.literal('rollover'),
  /** An alias or a data stream. */
  target: indexNameSchema,
  /** Needed where the present name does not end in a number. */
  new_name: z.string().optional(),
});
type RolloverSpec = z.output<typeof rolloverSchema>;

/** Names that the cluster counts on by itself. */
const COUNTED = /-\d+$/;

const writeIndexOf = ({ indices }: RolloverFacts): string | undefined =>
  (
    indices.find(({ is_write_index: isWritten }) => isWritten) ??
    (indices.length === 1 && indices[0].is_write_index !== false ? indices[0] : undefined)
  )?.name;

const aboutAlias = (
  { target, new_name: newName }: RolloverSpec,
  facts: RolloverFacts
): TaskFinding[] => {
  const written = writeIndexOf(facts);
  if (written === undefined) {
    const names = facts.indices.map(({ name }) => name).sort();
    return [
      error(
        `The alias ${target} has no write index. Mark one of its indices, likely ${names[names.length - 1]}, as the write index of the alias.`,
        'target'
      ),
    ];
  }
  if (newName !== undefined) {
    const wrong = wrongWithName(newName);
    return wrong === undefined ? [] : [error(wrong, 'new_name')];
  }
  return COUNTED.test(written)
    ? []
    : [
        error(
          `${written} does not end in a number such as -000001, so that the cluster cannot count on. Name the new index.`,
          'new_name'
        ),
      ];
};

const about = (spec: RolloverSpec, facts: RolloverFacts): TaskFinding[] => {
  if (facts.is === 'alias') return aboutAlias(spec, facts);
  return spec.new_name === undefined
    ? []
    : [error('A data stream names its indices itself: leave the name empty.', 'new_name')];
};

export const rollover: TaskKind<typeof rolloverSchema> = {
  name: 'rollover',
  schema: rolloverSchema,
  sources: () => [],
  target: ({ new_name: newName }) => newName,
  check(spec, { rollover: found, target }) {
    if (!found) {
      return [error(`There is no alias and no data stream ${spec.target}.`, 'target')];
    }
    const wrong = about(spec, found);
    if (wrong.length > 0) return wrong;
    if (target !== undefined) {
      return [error(`${spec.new_name} exists already.`, 'new_name')];
    }
    if (found.refused !== undefined) return [error(found.refused, 'target')];
    return found.old_index === undefined
      ? []
      : [
          info(
            `${found.old_index} is written no more through ${spec.target}; ${found.new_index} takes its place.`
          ),
        ];
  },
  plan({ target, new_name: newName }, { rollover: found }) {
    // With a name of its own a second sending does nothing. Names with date math are reckoned from the one before.
    const counted = found?.provided_name?.startsWith('<') ? undefined : found?.new_index;
    const name = newName ?? (found?.is === 'alias' ? counted : undefined);
    const step = { do: 'rollover' as const, index: target };
    return {
      ...{ ordered: true, at_once: 1 },
      steps: [name === undefined ? step : { ...step, new_name: name }],
    };
  },
};
