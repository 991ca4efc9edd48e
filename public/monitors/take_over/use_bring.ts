import { useCallback, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { ImportResult, ImportResults, ImportRow } from '../../../common/import/api';
import { inBatches } from './batches';

export type BringStep =
  | { kind: 'choose' }
  | { kind: 'saving'; done: number; of: number }
  | { kind: 'done'; results: ImportResult[]; error?: unknown };

export interface Bringing {
  step: BringStep;
  start: (rows: readonly ImportRow[]) => void;
}

/** Saves what was chosen, in parts, as far as the results. */
export const useBring = (save: (batch: ImportRow[]) => Promise<ImportResults>): Bringing => {
  const client = useQueryClient();
  const [step, setStep] = useState<BringStep>({ kind: 'choose' });
  const start = useCallback(
    (rows: readonly ImportRow[]) => {
      const of = rows.length;
      setStep({ kind: 'saving', done: 0, of });
      const items = async (batch: ImportRow[]) => (await save(batch)).items;
      void inBatches(rows, items, (done) => setStep({ kind: 'saving', done, of })).then(
        ({ results, error }) => {
          setStep({ kind: 'done', results, ...(error === undefined ? {} : { error }) });
          for (const key of ['monitors', 'destinations', 'take_over']) {
            void client.invalidateQueries([key]);
          }
        }
      );
    },
    [client, save]
  );
  return { step, start };
};
