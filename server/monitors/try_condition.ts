import type { z } from 'zod';
import type { ConditionAnswer, evaluateConditionSchema } from '../../common/monitors/api';
import { parseLossless } from '../../common/json/lossless';
import { decideTrigger, parseCondition } from '../../common/monitors/conditions/condition';
import { buildContext } from '../../common/monitors/context';
import type { Cluster } from '../cluster/types';
import { evaluate } from './evaluate_condition';
import type { ScriptBudget } from './script_budget';

/** Evaluates a condition against the editor's last Run, as a scheduled run would. */
export const tryCondition = async (
  cluster: Cluster,
  { source, monitor, trigger, window, response }: z.output<typeof evaluateConditionSchema>,
  scripts: ScriptBudget
): Promise<ConditionAnswer> => {
  const ctx = buildContext({
    monitorId: '',
    monitor,
    ...(trigger ? { trigger: trigger.query_level_trigger } : {}),
    window,
    results: [parseLossless(response)],
  });
  const result = await evaluate(cluster, source, parseCondition(source), ctx, scripts);
  const decision = decideTrigger(result);
  if (decision.kind === 'decided') {
    const { text: value, fires: triggered } = decision;
    return { kind: 'value', value, triggered, evaluated_by: result.evaluatedBy };
  }
  const { message, line, column } = decision.error;
  return {
    kind: 'error',
    message,
    ...(line === undefined ? {} : { line, column }),
    evaluated_by: result.evaluatedBy,
  };
};
