import { useState } from 'react';
import type { ManagedActAnswer } from '../../../common/lifecycle/api';
import type { ChangeGroup, Stage } from '../../../common/lifecycle/change/change_plan';
import { staged } from '../../../common/lifecycle/change/change_plan';
import type { ApiError } from '../../shared/api_client';
import { useManagedAct } from '../acts/act_queries';

export interface Change {
  policy_id: string;
  state?: string;
  /** Those that have stopped are retried afterwards. */
  retries: boolean;
}

export interface StagedChange {
  /** Of all stages so far; undefined before the first. */
  answer: ManagedActAnswer | undefined;
  /** Of the retries, where there were any. */
  retried: ManagedActAnswer | undefined;
  left: readonly string[];
  error: ApiError | null;
  isLoading: boolean;
  /** `confirm`: what was typed where some are deleted at once. */
  run: (groups: readonly ChangeGroup[], stage: Stage, change: Change, confirm?: string) => void;
  rest: (confirm?: string) => void;
}

const sum = (one: ManagedActAnswer | undefined, more: ManagedActAnswer): ManagedActAnswer =>
  one
    ? {
        updated: one.updated + more.updated,
        failed: [...one.failed, ...more.failed],
        passed_over: one.passed_over + more.passed_over,
      }
    : more;

/** The names that a change does something for. */
export const changeable = (groups: readonly ChangeGroup[], retries: boolean): string[] =>
  groups
    .filter(({ outcome }) => outcome.kind !== 'stuck' || (outcome.why === 'failed' && retries))
    .flatMap(({ indices }) => indices.map(({ index }) => index));

/** Changes the policy of the first ones, remembers who is left, and goes on when it is told to. */
export const useStagedChange = (): StagedChange => {
  const act = useManagedAct();
  const [answer, setAnswer] = useState<ManagedActAnswer>();
  const [retried, setRetried] = useState<ManagedActAnswer>();
  const [left, setLeft] = useState<readonly string[]>([]);
  const [begun, setBegun] = useState<{ change: Change; stopped: ReadonlySet<string> }>();

  const go = async (
    names: readonly string[],
    rest: readonly string[],
    { policy_id, state, retries }: Change,
    stopped: ReadonlySet<string>,
    confirm: string | undefined
  ): Promise<void> => {
    const changed = await act.mutateAsync({
      ...{ act: 'change', indices: [...names], policy_id },
      ...(state === undefined ? {} : { state }),
      ...(confirm === undefined ? {} : { confirm }),
    });
    setAnswer((before) => sum(before, changed));
    setLeft(rest);
    const refused = new Set(changed.failed.map(({ index }) => index));
    const again = names.filter((name) => stopped.has(name) && !refused.has(name));
    if (!retries || again.length === 0) return;
    // Where the retry deletes others than were confirmed, the server refuses it: it can be begun by itself then.
    const retry = await act.mutateAsync({
      ...{ act: 'retry', indices: again },
      ...(confirm === undefined ? {} : { confirm }),
    });
    setRetried((before) => sum(before, retry));
  };
  // What went wrong is in `act.error`.
  const quietly = (running: Promise<void>) => void running.catch(() => undefined);
  return {
    ...{ answer, retried, left },
    error: act.error,
    isLoading: act.isLoading,
    run: (groups, stage, change, confirm) => {
      const stopped = new Set(
        groups
          .filter(({ outcome }) => outcome.kind === 'stuck' && outcome.why === 'failed')
          .flatMap(({ indices }) => indices.map(({ index }) => index))
      );
      const { now, left: rest } = staged(changeable(groups, change.retries), stage);
      setBegun({ change, stopped });
      quietly(go(now, rest, change, stopped, confirm));
    },
    rest: (confirm) => {
      if (begun) quietly(go(left, [], begun.change, begun.stopped, confirm));
    },
  };
};
