import { useMemo, useRef, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ManagedIndex } from '../../../common/lifecycle/managed_index';
import { decideMany, usualRepair } from '../../../common/lifecycle/repair/decide_many';
import type { PlannedOne, Verdict } from '../../../common/lifecycle/repair/decide_many';
import { MANAGED_REPAIR_PATH, stepsText } from '../../../common/lifecycle/repair/repair_api';
import type {
  ManagedRepairAnswer,
  Repair,
  StepOutcome,
} from '../../../common/lifecycle/repair/repair_api';
import { toApiError } from '../../shared/api_client';
import { useServices } from '../../shared/services';
import { patternsFor } from '../change/use_deleted';
import { useSurroundings } from '../policy_queries';

/** Plans at once: each reads a few things of the cluster. */
const AT_ONCE = 4;

/** What came of one: its steps, or why not even the first was done. */
export interface OneOutcome {
  outcomes?: readonly StepOutcome[];
  error?: string;
}

export const isRepaired = ({ outcomes }: OneOutcome): boolean =>
  outcomes?.every(({ outcome }) => outcome === 'done') ?? false;

export interface ManyRepairs {
  verdicts: ReadonlyMap<string, Verdict> | undefined;
  /** Why nothing can be planned. */
  error: string | undefined;
  /** Of those that are through. */
  done: ReadonlyMap<string, OneOutcome>;
  isRunning: boolean;
  run: () => void;
  /** After the one that is being repaired. */
  stop: () => void;
}

/** Does it for each, a few at once, in their order. */
const forEachOf = async <T>(
  all: readonly T[],
  atOnce: number,
  work: (one: T) => Promise<void>
): Promise<void> => {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < all.length) await work(all[next++]);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
};

/** Plans the repair of many indices, each by itself, and carries out those that need no choice, one after the other. */
export const useManyRepairs = (indices: readonly ManagedIndex[]): ManyRepairs => {
  const { api } = useServices();
  const client = useQueryClient();
  const [done, setDone] = useState<ReadonlyMap<string, OneOutcome>>(new Map());
  const [isRunning, setRunning] = useState(false);
  const isStopped = useRef(false);
  const facts = useSurroundings(undefined, patternsFor(indices.map(({ index }) => index)));
  const repairs = useMemo(() => {
    const known = new Map(facts.data?.indices?.map((each) => [each.facts.name, each.facts]));
    return indices.map((managed): [string, Repair | undefined] => [
      managed.index,
      usualRepair(managed, known.get(managed.index)),
    ]);
  }, [indices, facts.data]);

  const planned = useQuery({
    queryKey: ['repair', 'many', repairs],
    queryFn: async ({ signal }) => {
      const found = new Map<string, PlannedOne>();
      await forEachOf(repairs, AT_ONCE, async ([index, repair]) => {
        if (!repair) {
          found.set(index, { index, problem: '' });
          return;
        }
        try {
          const body = { index, repair, dry_run: true };
          const { plan, deletes } = await api.post<ManagedRepairAnswer>(MANAGED_REPAIR_PATH, body, {
            signal,
          });
          found.set(index, { index, plan, ...(deletes ? { deletes } : {}) });
        } catch (error) {
          if (signal?.aborted) throw error;
          found.set(index, { index, problem: toApiError(error).message });
        }
      });
      return decideMany(repairs.flatMap(([index]) => found.get(index) ?? []));
    },
    enabled: facts.data !== undefined && !facts.isPreviousData,
    ...{ retry: false, cacheTime: 0, staleTime: Infinity },
  });

  const one = async (index: string, repair: Repair, seen: string): Promise<OneOutcome> => {
    try {
      const { outcomes } = await api.post<ManagedRepairAnswer>(MANAGED_REPAIR_PATH, {
        ...{ index, repair, seen },
      });
      return outcomes ? { outcomes } : { error: '' };
    } catch (error) {
      return { error: toApiError(error).message };
    }
  };
  const run = async (): Promise<void> => {
    isStopped.current = false;
    setRunning(true);
    for (const [index, repair] of repairs) {
      if (isStopped.current) break;
      const verdict = planned.data?.get(index);
      if (!repair || verdict?.kind !== 'repair') continue;
      const outcome = await one(index, repair, stepsText(verdict.steps));
      setDone((before) => new Map(before).set(index, outcome));
    }
    setRunning(false);
    await client.invalidateQueries(['lifecycle', 'managed']);
  };
  return {
    ...{ verdicts: planned.data, done, isRunning },
    error: facts.error?.message ?? undefined,
    run: () => void run(),
    stop: () => {
      isStopped.current = true;
    },
  };
};
