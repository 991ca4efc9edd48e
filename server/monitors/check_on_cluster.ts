import { WatchkeeperError, invalidInput } from '../../common/errors';
import type { FieldProblem } from '../../common/errors';
import { parseCondition } from '../../common/monitors/conditions/condition';
import { buildContext } from '../../common/monitors/context';
import { wrappedTriggersOf } from '../../common/monitors/monitor';
import type { Monitor, QueryLevelTrigger } from '../../common/monitors/monitor';
import type { Cluster } from '../cluster/types';
import { scriptField } from '../../common/monitors/check_kind';
import { evaluateOnCluster } from './evaluate_condition';
import { bucketScriptProblems } from './kinds/bucket_script_check';
import type { Proof } from './prove';
import type { ScriptBudget } from './script_budget';

const TIMEOUT_SECONDS = 30;

/** What says nothing about the condition: the run will tell. */
const SAYS_NOTHING = ['too_busy', 'forbidden', 'cluster_unreachable', 'cluster_refused'];

interface Script {
  trigger: QueryLevelTrigger;
  field: string;
  source: string;
}

const scriptsOf = (trigger: QueryLevelTrigger, i: number): Script[] => {
  const { condition, recovery_condition: recovery } = trigger;
  const of = (which: 'condition' | 'recovery_condition', source: string): Script => ({
    trigger,
    field: scriptField(i, which),
    source,
  });
  return [
    of('condition', condition.script.source),
    ...(recovery ? [of('recovery_condition', recovery.script.source)] : []),
  ];
};

const unknownScriptsOf = (monitor: Monitor): Script[] =>
  wrappedTriggersOf(monitor)
    .flatMap((wrapped, i) =>
      'query_level_trigger' in wrapped ? scriptsOf(wrapped.query_level_trigger, i) : []
    )
    .filter(({ source }) => parseCondition(source).kind === 'unknown');

/**
 * Refuses conditions that do not compile on the cluster, at their field, with line and column. Only those are asked
 * about that the interpreter does not know; what fails with this answer may do well with the next.
 *
 * @param proof what the monitor's input answered, as `prove` got it
 * @throws WatchkeeperError `invalid_input`
 */
export const checkOnCluster = async (
  cluster: Cluster,
  monitor: Monitor,
  { window, results }: Proof,
  scripts: ScriptBudget
): Promise<void> => {
  const problemOf = async ({ trigger, field, source }: Script): Promise<FieldProblem[]> => {
    const ctx = buildContext({ monitorId: '', monitor, trigger, window, results });
    const result = await evaluateOnCluster(cluster, source, ctx, scripts);
    if (result.kind !== 'error' || result.error.phase !== 'compile') return [];
    const { message, line, column } = result.error;
    return [{ field, message, ...(line === undefined ? {} : { line, column }) }];
  };

  const ofBuckets = async (): Promise<FieldProblem[]> =>
    monitor.monitor_type === 'bucket_level_monitor'
      ? bucketScriptProblems(cluster, monitor, window, TIMEOUT_SECONDS)
      : [];

  const asked = [...unknownScriptsOf(monitor).map(problemOf), ofBuckets()];
  const problems = await Promise.all(asked.map((each) => each.catch(unlessItSaysNothing)));
  if (problems.some(({ length }) => length > 0)) throw invalidInput(problems.flat());
};

const unlessItSaysNothing = (error: unknown): FieldProblem[] => {
  if (error instanceof WatchkeeperError && SAYS_NOTHING.includes(error.code)) return [];
  throw error;
};
