import type { Alert } from '../../common/alerts/alert';
import { buildContext } from '../../common/monitors/context';
import { triggersOf } from '../../common/monitors/monitor';
import type { QueryLevelTrigger } from '../../common/monitors/monitor';
import type { Window } from '../../common/monitors/run';
import type { Verdict } from '../../common/monitors/step';
import { decideTrigger } from '../../common/monitors/conditions/condition';
import type { ConditionResult } from '../../common/monitors/conditions/condition';
import type { Cluster } from '../cluster/types';
import type { CompiledMonitor } from './compiled_monitor';
import { evaluate } from './evaluate_condition';
import type { ScriptBudget } from './script_budget';

const toVerdict = (triggerId: string, result: ConditionResult): Verdict => {
  const decision = decideTrigger(result);
  if (decision.kind === 'decided') {
    return { triggerId, kind: 'value', triggered: decision.fires, value: decision.text };
  }
  const { type, message } = decision.error;
  return { triggerId, kind: 'problem', problem: { code: type, message } };
};

/** Evaluates every trigger against one answer. */
export const evaluateTriggers = async (
  cluster: Cluster,
  { id, monitor, conditions }: CompiledMonitor,
  window: Window,
  response: unknown,
  alerts: Alert[],
  scripts: ScriptBudget
): Promise<Verdict[]> => {
  const verdictOf = async (trigger: QueryLevelTrigger): Promise<Verdict> => {
    const parsed = conditions.get(trigger.id);
    if (!parsed) throw new Error(`Trigger ${trigger.id} of ${id} was not compiled.`);
    const alert = alerts.find(
      ({ trigger_id: triggerId, state }) => triggerId === trigger.id && state !== 'error'
    );
    const ctx = buildContext({
      monitorId: id,
      monitor,
      trigger,
      window,
      response,
      ...(alert ? { alert } : {}),
    });
    const { source } = trigger.condition.script;
    return toVerdict(trigger.id, await evaluate(cluster, source, parsed, ctx, scripts));
  };
  return Promise.all(triggersOf(monitor).map(verdictOf));
};
