import { useMemo } from 'react';
import { foundByDryRun } from '../../../../common/monitors/found_run';
import type { FoundRun } from '../../../../common/monitors/found_run';
import { judgeScripted } from '../../../../common/monitors/judge_scripted';
import type { ScriptAnswer } from '../../../../common/monitors/judge_scripted';
import { triggersOf } from '../../../../common/monitors/monitor';
import type { Monitor, QueryLevelTrigger } from '../../../../common/monitors/monitor';
import { useEditor } from '../editor_model';
import { isScripted } from '../question';
import type { DoneDryRun, DoneRun } from '../query_run';
import { useConditionAnswers } from './condition_answers';

const foundNothing = (monitor: Monitor, done: DoneRun, dry: DoneDryRun | null): boolean =>
  monitor.monitor_type === 'query_level_monitor'
    ? done.answer.hits === 0
    : (dry?.answer.verdicts.some((one) => one.kind === 'judged' && one.noData) ?? false);

/**
 * What a run finds whose triggers judge one answer by scripts: the answer of the last Run, judged as the conditions are
 * now. A trigger that only the cluster can judge, and has not yet, has no verdict.
 */
export const foundByScripts = (
  monitorId: string,
  monitor: Monitor,
  { done, dry = null }: { done: DoneRun; dry?: DoneDryRun | null },
  answers: ReadonlyMap<string, ScriptAnswer> = new Map()
): FoundRun => {
  const { window, problem } = done.answer;
  if (problem) return { window, finding: { kind: 'problem', problem } };
  const results = [done.response];
  const noData = foundNothing(monitor, done, dry);
  const verdicts = triggersOf(monitor)
    .filter((trigger): trigger is QueryLevelTrigger => 'condition' in trigger)
    .flatMap((trigger) => {
      const inquiry = { monitorId, monitor, trigger, window, results, noData };
      const verdict = judgeScripted(inquiry, answers.get(trigger.id));
      return verdict ? [verdict] : [];
    });
  return { window, finding: { kind: 'answer', results, verdicts } };
};

/** What the last Run found, in the eyes of the draft as it is now; undefined before the first. */
export const useFoundRun = (): FoundRun | undefined => {
  const {
    monitorId,
    draft,
    runner: { done, dry },
  } = useEditor();
  const answers = useConditionAnswers();
  return useMemo(() => {
    if (isScripted(draft) && done) return foundByScripts(monitorId, draft, { done, dry }, answers);
    return dry ? foundByDryRun(dry.answer) : undefined;
  }, [monitorId, draft, done, dry, answers]);
};
