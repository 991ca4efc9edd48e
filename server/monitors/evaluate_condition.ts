import {
  evaluateCondition,
  readPainlessExecuteAnswer,
  toPainlessExecute,
} from '../../common/monitors/conditions/condition';
import type { ConditionResult, ParsedCondition } from '../../common/monitors/conditions/condition';
import { WatchkeeperError } from '../../common/errors';
import type { Cluster } from '../cluster/types';

export type EvaluatedBy = 'interpreter' | 'cluster';

/** Evaluates on the cluster what the interpreter does not know. */
const onCluster = async (
  cluster: Cluster,
  source: string,
  ctx: Record<string, unknown>
): Promise<ConditionResult> => {
  const { status, body } = await cluster.text(
    { method: 'POST', path: '/_scripts/painless/_execute', body: toPainlessExecute(source, ctx) },
    { ignore: [400, 429, 500] }
  );
  if (status === 429) {
    throw new WatchkeeperError('too_busy', 'The cluster compiles no more scripts for now.');
  }
  return readPainlessExecuteAnswer(source, body);
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
  ctx: Record<string, unknown>
): Promise<ConditionResult & { evaluatedBy: EvaluatedBy }> => {
  switch (parsed.kind) {
    case 'known':
      return { ...evaluateCondition(parsed.program, ctx), evaluatedBy: 'interpreter' };
    case 'error':
      return {
        kind: 'error',
        error: {
          type: 'syntax',
          message: parsed.message,
          phase: 'compile',
          offset: parsed.offset,
          line: parsed.line,
          column: parsed.column,
        },
        evaluatedBy: 'interpreter',
      };
    case 'unknown':
      return { ...(await onCluster(cluster, source, ctx)), evaluatedBy: 'cluster' };
  }
};
