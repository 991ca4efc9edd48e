import { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import { useQuery } from '@tanstack/react-query';
import type { ConditionAnswer } from '../../../common/monitors/api';
import {
  decideTrigger,
  evaluateCondition,
  parseCondition,
} from '../../../common/monitors/conditions/condition';
import { buildContext } from '../../../common/monitors/context';
import type { Monitor, QueryLevelTrigger } from '../../../common/monitors/monitor';
import { toApiError } from '../../shared/api_client';
import { useDebounced } from '../../shared/debounced';
import { useMonitorsApi } from '../monitors_api';
import type { ConditionQuestion } from '../monitors_api';
import { usableSchedule } from '../schedule/usable_schedule';
import { useEditor } from './editor_model';
import type { DoneRun } from './query_run';

/** What a condition comes to against the last Run. */
export type Evaluation =
  | { kind: 'no_run' }
  | { kind: 'asking'; note: string }
  | { kind: 'value'; value: string; triggered: boolean; note?: string }
  | { kind: 'error'; message: string; line?: number; column?: number };

/** An evaluation on this page, or the reason why the cluster must do it. */
type LocalEvaluation = Evaluation | { kind: 'unknown'; reason: string };

export interface EvaluationInput {
  monitorId: string;
  monitor: Monitor;
  trigger: QueryLevelTrigger;
  done: DoneRun | null;
}

/** Evaluates by the interpreter that also runs: the same code, the same answer. */
export const evaluateLocally = ({
  monitorId,
  monitor,
  trigger,
  done,
}: EvaluationInput): LocalEvaluation => {
  const parsed = parseCondition(trigger.condition.script.source);
  if (parsed.kind === 'error') return parsed;
  if (!done) return { kind: 'no_run' };
  if (parsed.kind === 'unknown') return parsed;
  const { window } = done.answer;
  const ctx = buildContext({ monitorId, monitor, trigger, window, results: [done.response] });
  const decision = decideTrigger(evaluateCondition(parsed.program, ctx));
  if (decision.kind === 'error') {
    const { type, message } = decision.error;
    return type === 'not_interpreted'
      ? { kind: 'unknown', reason: message }
      : { kind: 'error', ...decision.error };
  }
  return { kind: 'value', value: decision.text, triggered: decision.fires };
};

const UNNAMED = '-';

/** What the cluster is asked with. Fields that are not filled in yet, and do not matter to it, would be refused. */
export const questionOf = (
  monitor: Monitor,
  trigger: QueryLevelTrigger,
  { answer: { window, response } }: DoneRun
): ConditionQuestion => ({
  source: trigger.condition.script.source,
  monitor: {
    ...monitor,
    name: monitor.name.trim() || UNNAMED,
    schedule: usableSchedule(monitor.schedule),
    triggers: [],
  },
  trigger: {
    query_level_trigger: { ...trigger, name: trigger.name.trim() || UNNAMED, actions: [] },
  },
  window,
  response,
});

/** A preview does not compile at every keystroke: the cluster compiles only so many scripts in five minutes. */
export const ASK_PAUSE = 1000;

const note = (reason: string): string =>
  i18n.translate('watchkeeper.editor.evaluatedByClusterText', {
    defaultMessage: 'Evaluated by the cluster: {reason}',
    values: { reason },
  });

const fromCluster = (answer: ConditionAnswer, reason: string): Evaluation =>
  answer.kind === 'value'
    ? {
        kind: 'value',
        value: answer.value,
        triggered: answer.triggered,
        note: note(reason),
      }
    : answer;

/** The condition's value as it is typed: at once where the interpreter knows it, else from the cluster. */
export const useConditionEvaluation = (trigger: QueryLevelTrigger): Evaluation => {
  const api = useMonitorsApi();
  const {
    monitorId,
    draft,
    runner: { done },
  } = useEditor();
  const local = useMemo(
    () => evaluateLocally({ monitorId, monitor: draft, trigger, done }),
    [monitorId, draft, trigger, done]
  );
  const { source } = trigger.condition.script;
  const settled = useDebounced(source, ASK_PAUSE);
  const mustAsk = local.kind === 'unknown' && settled === source;
  const { data, error } = useQuery({
    queryKey: ['monitors', 'condition', settled, done?.answer],
    queryFn: ({ signal }) => {
      if (!done) throw new Error('A condition is evaluated against a run.');
      return api.evaluateCondition(questionOf(draft, trigger, done), signal);
    },
    enabled: mustAsk,
    staleTime: Infinity,
    retry: false,
  });
  return useMemo(() => {
    if (local.kind !== 'unknown') return local;
    if (mustAsk && data) return fromCluster(data, local.reason);
    if (mustAsk && error) return { kind: 'error', message: toApiError(error).message };
    return { kind: 'asking', note: note(local.reason) };
  }, [local, mustAsk, data, error]);
};
