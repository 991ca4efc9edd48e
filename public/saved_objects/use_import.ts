import { useCallback, useMemo, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { toApiError } from '../shared/api_client';
import { useServices } from '../shared/services';
import { conflictsOf, failuresOf, retriesOf } from './decisions';
import type { Decisions } from './decisions';
import { FileProblem, readImportFile, textOf } from './import_file';
import type { ImportFile } from './import_file';
import { newId } from './new_id';
import { createTransferApi } from './transfer_api';
import type { ImportAnswer, ImportError, ImportSuccess } from './transfer_api';

/** What came of an import. */
export interface ImportResult {
  file: ImportFile;
  came: ImportSuccess[];
  refused: ImportError[];
  /** Left as they are, as the user decided. */
  skipped: ImportError[];
}

export type ImportStep =
  | { kind: 'choose'; problem?: string }
  | { kind: 'conflicts'; file: ImportFile; answer: ImportAnswer; problem?: string }
  | { kind: 'done'; result: ImportResult };

export interface Importing {
  step: ImportStep;
  busy: boolean;
  start: (file: File, createNewCopies: boolean) => void;
  decide: (decisions: Decisions) => void;
}

const problemOf = (thrown: unknown): string =>
  thrown instanceof FileProblem ? thrown.message : toApiError(thrown).message;

const resultOf = (
  file: ImportFile,
  answer: ImportAnswer,
  skipped: ImportError[] = []
): ImportStep => ({
  kind: 'done',
  result: { file, came: answer.successResults ?? [], refused: failuresOf(answer), skipped },
});

const NOTHING: ImportAnswer = { success: true, successCount: 0 };

/** Takes a file through the host's import, as far as the user's next decision. */
export const useImport = (): Importing => {
  const { core } = useServices();
  const client = useQueryClient();
  const api = useMemo(() => createTransferApi(core.http), [core]);
  const [step, setStep] = useState<ImportStep>({ kind: 'choose' });
  const [busy, setBusy] = useState(false);

  const during = useCallback(
    async (work: () => Promise<ImportStep>, onProblem: (problem: string) => ImportStep) => {
      setBusy(true);
      let next: ImportStep;
      try {
        next = await work();
      } catch (thrown) {
        next = onProblem(problemOf(thrown));
      }
      setStep(next);
      setBusy(false);
      if (next.kind !== 'done') return;
      void client.invalidateQueries(['monitors']);
      void client.invalidateQueries(['destinations']);
    },
    [client]
  );

  const start = useCallback(
    (chosen: File, createNewCopies: boolean) =>
      void during(
        async () => {
          const file = readImportFile(await textOf(chosen), chosen.size);
          const answer = await api.import(file.text, { createNewCopies });
          return conflictsOf(answer).length > 0
            ? { kind: 'conflicts', file, answer }
            : resultOf(file, answer);
        },
        (problem) => ({ kind: 'choose', problem })
      ),
    [api, during]
  );

  const decide = useCallback(
    (decisions: Decisions) => {
      if (step.kind !== 'conflicts') return;
      const { file, answer } = step;
      void during(
        async () => {
          const retries = retriesOf(answer, decisions, newId);
          const named = new Set(retries.map(({ type, id }) => `${type}:${id}`));
          const skipped = conflictsOf(answer).filter(({ type, id }) => !named.has(`${type}:${id}`));
          const second = retries.length === 0 ? NOTHING : await api.resolve(file.text, retries);
          // Somebody made one of the objects in the meantime: nothing was written again.
          if (conflictsOf(second).length > 0) return { kind: 'conflicts', file, answer: second };
          const first = failuresOf(answer);
          const told = new Set((second.errors ?? []).map(({ type, id }) => `${type}:${id}`));
          const again = first.filter(({ type, id }) => !told.has(`${type}:${id}`));
          const errors = [...again, ...(second.errors ?? [])];
          return resultOf(file, { ...second, errors }, skipped);
        },
        (problem) => ({ kind: 'conflicts', file, answer, problem })
      );
    },
    [api, during, step]
  );

  return { step, busy, start, decide };
};
