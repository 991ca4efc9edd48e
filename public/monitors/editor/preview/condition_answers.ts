import { useMemo } from 'react';
import { useQueries } from '@tanstack/react-query';
import type { ConditionAnswer } from '../../../../common/monitors/api';
import type { ScriptAnswer } from '../../../../common/monitors/judge_scripted';
import { parseCondition } from '../../../../common/monitors/conditions/condition';
import { triggersOf } from '../../../../common/monitors/monitor';
import type { Monitor, QueryLevelTrigger } from '../../../../common/monitors/monitor';
import { useDebounced } from '../../../shared/debounced';
import { useMonitorsApi } from '../../monitors_api';
import { ASK_PAUSE, questionOf } from '../condition_evaluation';
import { useEditor } from '../editor_model';
import { isScripted } from '../question';

const scriptAnswer = (answer: ConditionAnswer): ScriptAnswer =>
  answer.kind === 'value'
    ? { kind: 'value', fires: answer.triggered, text: answer.value }
    : { kind: 'problem', problem: { code: 'script_exception', message: answer.message } };

/** Those whose conditions only the cluster can tell, by their form. */
const leftToCluster = (draft: Monitor): QueryLevelTrigger[] =>
  isScripted(draft)
    ? triggersOf(draft)
        .filter((trigger): trigger is QueryLevelTrigger => 'condition' in trigger)
        .filter(({ condition }) => parseCondition(condition.script.source).kind === 'unknown')
    : [];

/**
 * What the cluster made of conditions that the interpreter does not know, by trigger: the same questions as those under
 * each condition, so they are asked once.
 */
export const useConditionAnswers = (): ReadonlyMap<string, ScriptAnswer> => {
  const api = useMonitorsApi();
  const {
    draft,
    runner: { done },
  } = useEditor();
  const settled = useDebounced(draft, ASK_PAUSE);
  const triggers = useMemo(() => (done ? leftToCluster(settled) : []), [done, settled]);
  const answers = useQueries({
    queries: triggers.map((trigger) => ({
      queryKey: ['monitors', 'condition', trigger.condition.script.source, done?.answer],
      queryFn: ({ signal }: { signal?: AbortSignal }) => {
        if (!done) throw new Error('A condition is evaluated against a run.');
        return api.evaluateCondition(questionOf(settled, trigger, done), signal);
      },
      staleTime: Infinity,
      retry: false,
    })),
  });
  const known = answers.map(({ data }) => data);
  // The queries are new objects in each rendering, their answers are not.
  const key = JSON.stringify(known);
  return useMemo(() => {
    const read = JSON.parse(key) as Array<ConditionAnswer | null>;
    const pairs = triggers.flatMap(({ id }, index) => {
      const answer = read[index];
      return answer ? [[id, scriptAnswer(answer)] as const] : [];
    });
    return new Map(pairs);
  }, [triggers, key]);
};
