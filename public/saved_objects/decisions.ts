import type { ImportAnswer, ImportError, ImportProblem, Retry } from './transfer_api';
import { keyOf } from './transfer_api';

/** What to do with an object whose id is taken. */
export type Decision = 'overwrite' | 'skip' | 'copy';

/** By key. */
export type Decisions = Readonly<Record<string, Decision>>;

const CONFLICTS: Array<ImportProblem['type']> = ['conflict', 'ambiguous_conflict'];

/** Objects that the user has to decide about; until then the host writes nothing. */
export const conflictsOf = ({ errors = [] }: ImportAnswer): ImportError[] =>
  errors.filter(({ error }) => CONFLICTS.includes(error.type));

/** What failed for reasons that no decision changes. */
export const failuresOf = ({ errors = [] }: ImportAnswer): ImportError[] =>
  errors.filter(({ error }) => !CONFLICTS.includes(error.type));

/** The id that a conflict is with. */
const takenId = ({ id, error }: ImportError): string => {
  if (error.type === 'conflict') return error.destinationId ?? id;
  return error.type === 'ambiguous_conflict' ? (error.destinations[0]?.id ?? id) : id;
};

const retryOf = (conflict: ImportError, decision: Decision, newId: () => string): Retry[] => {
  const { type, id } = conflict;
  switch (decision) {
    case 'skip':
      return [];
    case 'copy':
      return [{ type, id, destinationId: newId(), createNewCopy: true }];
    default: {
      const target = takenId(conflict);
      return [{ type, id, overwrite: true, ...(target === id ? {} : { destinationId: target }) }];
    }
  }
};

/** The second request: what was decided, and what could have been written at once. */
export const retriesOf = (
  answer: ImportAnswer,
  decisions: Decisions,
  newId: () => string
): Retry[] => [
  ...conflictsOf(answer).flatMap((conflict) =>
    retryOf(conflict, decisions[keyOf(conflict)] ?? 'skip', newId)
  ),
  ...(answer.successResults ?? []).map(
    ({ type, id, overwrite, destinationId, createNewCopy }): Retry => ({
      ...{ type, id },
      ...(overwrite ? { overwrite } : {}),
      ...(destinationId ? { destinationId } : {}),
      ...(createNewCopy ? { createNewCopy } : {}),
    })
  ),
];
