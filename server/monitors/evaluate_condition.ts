import {
  evaluateCondition,
  readPainlessExecuteAnswer,
  toPainlessExecute,
} from '../../common/monitors/conditions/condition';
import type { ConditionResult, ParsedCondition } from '../../common/monitors/conditions/condition';
import { WatchkeeperError } from '../../common/errors';
import type { Cluster } from '../cluster/types';
import type { ScriptBudget } from './script_budget';

export type EvaluatedBy = 'interpreter' | 'cluster';

const TOO_MANY = 'circuit_breaking_exception';

const tooBusy = (): WatchkeeperError =>
  new WatchkeeperError('too_busy', 'The cluster compiles no more scripts for now.', {
    scripts: true,
  });

/**
 * Evaluates on the cluster what the interpreter does not know.
 *
 * @throws WatchkeeperError `too_busy` when the budget is used up, or the cluster's own
 */
export const evaluateOnCluster = async (
  cluster: Cluster,
  source: string,
  ctx: Record<string, unknown>,
  scripts: ScriptBudget
): Promise<ConditionResult> => {
  if (!scripts.take(source)) throw tooBusy();
  const { status, body } = await cluster.text(
    { method: 'POST', path: '/_scripts/painless/_execute', body: toPainlessExecute(source, ctx) },
    { ignore: [400, 429, 500] }
  );
  const result = readPainlessExecuteAnswer(source, body);
  const isRefused = result.kind === 'error' && result.error.type === TOO_MANY;
  if (status !== 429 && !isRefused) return result;
  scripts.refused(source);
  throw tooBusy();
};

/**
 * The value of a condition: by the interpreter where it knows the form, else by the cluster.
 *
 * @throws WatchkeeperError `too_busy` when the cluster compiles no more scripts, `cluster_unreachable`
 */
export const evaluate = async (
  cluster: Cluster,
  source: string,
  parsed: ParsedCondition,
  ctx: Record<string, unknown>,
  scripts: ScriptBudget
): Promise<ConditionResult & { evaluatedBy: EvaluatedBy }> => {
  const byCluster = async () => ({
    ...(await evaluateOnCluster(cluster, source, ctx, scripts)),
    evaluatedBy: 'cluster' as const,
  });
  switch (parsed.kind) {
    case 'known': {
      const result = evaluateCondition(parsed.program, ctx);
      const isLeft = result.kind === 'error' && result.error.type === 'not_interpreted';
      return isLeft ? byCluster() : { ...result, evaluatedBy: 'interpreter' };
    }
    case 'error': {
      const { message, offset, line, column } = parsed;
      return {
        kind: 'error',
        error: { type: 'syntax', message, phase: 'compile', offset, line, column },
        evaluatedBy: 'interpreter',
      };
    }
    case 'unknown':
      return byCluster();
  }
};
