import { WatchkeeperError, invalidInput } from '../../common/errors';
import type { FieldProblem } from '../../common/errors';
import { parseLossless } from '../../common/json/lossless';
import type { QueryRun } from '../../common/monitors/api';
import { parseCondition } from '../../common/monitors/conditions/condition';
import { buildContext } from '../../common/monitors/context';
import type { Monitor, QueryLevelTrigger } from '../../common/monitors/monitor';
import type { Cluster } from '../cluster/types';
import { conditionField } from './check_monitor';
import { evaluateOnCluster } from './evaluate_condition';
import type { ScriptBudget } from './script_budget';

/** What says nothing about the condition: the run will tell. */
const SAYS_NOTHING = ['too_busy', 'forbidden', 'cluster_unreachable', 'cluster_refused'];

/**
 * Refuses conditions that do not compile on the cluster, at their field, with line and column. Only those are asked
 * about that the interpreter does not know; what fails with this answer may do well with the next.
 *
 * @param answer of the monitor's query, as `prove` got it
 * @throws WatchkeeperError `invalid_input`
 */
export const checkOnCluster = async (
  cluster: Cluster,
  monitor: Monitor,
  { window, response: text }: Pick<QueryRun, 'window' | 'response'>,
  scripts: ScriptBudget
): Promise<void> => {
  const problemOf = async (
    trigger: QueryLevelTrigger,
    i: number,
    response: unknown
  ): Promise<FieldProblem[]> => {
    const { source } = trigger.condition.script;
    const ctx = buildContext({
      monitorId: '',
      monitor,
      trigger,
      window,
      results: [response],
    });
    const result = await evaluateOnCluster(cluster, source, ctx, scripts);
    if (result.kind !== 'error' || result.error.phase !== 'compile') return [];
    const { message, line, column } = result.error;
    const place = line === undefined ? {} : { line, column };
    return [{ field: conditionField(i), message, ...place }];
  };

  if (monitor.monitor_type !== 'query_level_monitor') return;
  const triggers = monitor.triggers.map(({ query_level_trigger: trigger }) => trigger);
  const unknown = triggers.flatMap((trigger, i) =>
    parseCondition(trigger.condition.script.source).kind === 'unknown' ? [{ trigger, i }] : []
  );
  if (unknown.length === 0) return;
  const response = parseLossless(text);
  const problems = await Promise.all(
    unknown.map(({ trigger, i }) => problemOf(trigger, i, response).catch(unlessItSaysNothing))
  );
  if (problems.some(({ length }) => length > 0)) throw invalidInput(problems.flat());
};

const unlessItSaysNothing = (error: unknown): FieldProblem[] => {
  if (error instanceof WatchkeeperError && SAYS_NOTHING.includes(error.code)) return [];
  throw error;
};
