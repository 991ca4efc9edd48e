import { useMemo } from 'react';
import { completeCondition } from '../../../../common/monitors/conditions/completion';
import type { ConditionChoices } from '../../../../common/monitors/conditions/completion';
import { BUCKET_SCRIPT } from '../../../../common/monitors/conditions/condition';
import { subExpressionsOf } from '../../../../common/monitors/conditions/sub_expressions';
import { buildContext } from '../../../../common/monitors/context';
import { HEARTBEAT_SKELETON } from '../../../../common/monitors/heartbeat/result';
import type { Monitor, QueryLevelTrigger } from '../../../../common/monitors/monitor';
import { answerSkeleton } from '../../../../common/monitors/threshold/answer_skeleton';
import type { CompletionSource } from '../../../shared/code_completion';
import { useEditor } from '../editor_model';
import { searchOf } from '../question';
import type { DoneRun } from '../query_run';

/** What a condition sees, as far as the editor knows it. */
export interface ConditionContext {
  given: unknown;
  /** Its values are those of the last Run; else only its names mean something. */
  isReal: boolean;
}

const contextOf = (
  monitorId: string,
  monitor: Monitor,
  trigger: QueryLevelTrigger,
  done: DoneRun | null
): ConditionContext => {
  const window = done?.answer.window ?? { start: 0, end: 0 };
  const skeleton =
    monitor.monitor_type === 'heartbeat_monitor'
      ? HEARTBEAT_SKELETON
      : answerSkeleton(searchOf(monitor).query);
  const result = done ? done.response : skeleton;
  return {
    given: buildContext({ monitorId, monitor, trigger, window, results: [result] }),
    isReal: done !== null,
  };
};

/** The `ctx` of the last Run; before it, of an answer without values. */
export const useConditionContext = (trigger: QueryLevelTrigger): ConditionContext => {
  const {
    monitorId,
    draft,
    runner: { done },
  } = useEditor();
  return useMemo(
    () => contextOf(monitorId, draft, trigger, done),
    [monitorId, draft, trigger, done]
  );
};

const withoutValues = (found: ConditionChoices | null): ConditionChoices | null =>
  found && {
    ...found,
    items: found.items.map((item) =>
      item.kind === 'property' ? { ...item, detail: undefined } : item
    ),
  };

/** Completes a condition by what the last Run brought. */
export const conditionCompletion =
  ({ given, isReal }: ConditionContext): CompletionSource =>
  (text, offset, explicit) => {
    const found = completeCondition(text, offset, given, { explicit });
    return isReal ? found : withoutValues(found);
  };

/** Completes a condition over a bucket; beside each name is its path. */
export const bucketCompletion =
  (paths: Readonly<Record<string, string>>): CompletionSource =>
  (text, offset, explicit) => {
    const found = completeCondition(text, offset, paths, { explicit, context: BUCKET_SCRIPT });
    // The paths stand for numbers: their methods, and what comes behind them, are those of texts.
    const isOfParams = /params\s*\??\.\w*$/.test(text.slice(0, offset));
    const isWord = /(?<![\w.])\w*$/.test(text.slice(0, offset));
    if (!found || !(isOfParams || isWord)) return null;
    return { ...found, items: found.items.filter(({ kind }) => kind !== 'function') };
  };

/** What a measure is on the last Run; undefined before it. */
export const currentValue = (
  measure: string,
  { given, isReal }: ConditionContext
): string | undefined => {
  if (!isReal) return undefined;
  const parts = subExpressionsOf(measure, given);
  const last = parts[parts.length - 1];
  return last?.outcome.kind === 'value' ? last.outcome.value : undefined;
};
