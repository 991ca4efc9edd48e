import type { FieldProblem } from '../../../common/errors';
import { isRecord, readAggregations } from '../../../common/monitors/bucket_level/aggregations';
import { compileBucketTrigger } from '../../../common/monitors/bucket_level/condition';
import type { BucketProgram } from '../../../common/monitors/bucket_level/condition';
import { parseLossless } from '../../../common/json/lossless';
import type { BucketLevelMonitor } from '../../../common/monitors/monitor';
import type { RunProblem, Window } from '../../../common/monitors/run';
import type { BucketLevelTrigger } from '../../../common/monitors/trigger';
import type { Cluster } from '../../cluster/types';
import { BucketPages } from './bucket_pages';

/** An exception of a script says something about it only where it could not be compiled; a run has its own data. */
const isOfTheScript = ({ message }: RunProblem): boolean => message.includes('compile error');

const which = ['condition', 'recovery'] as const;

const FIELDS = { condition: 'condition', recovery: 'recovery_condition' } as const;

/**
 * Has the cluster compile the scripts that the interpreter does not know, as a run would: what cannot be compiled is a
 * problem at its field.
 *
 * @throws WatchkeeperError `too_busy`, `cluster_unreachable`
 */
export const bucketScriptProblems = async (
  cluster: Cluster,
  monitor: BucketLevelMonitor,
  window: Window,
  timeoutSeconds: number
): Promise<FieldProblem[]> => {
  const [{ search }] = monitor.inputs;
  const body = parseLossless(search.query);
  if (!isRecord(body)) return [];
  const aggregations = readAggregations(body);
  const pages = new BucketPages(search.indices, body, timeoutSeconds);
  const asked = { cluster, window, timeoutMs: timeoutSeconds * 1000 };
  const problemsOf = async (
    trigger: BucketLevelTrigger,
    program: BucketProgram,
    i: number
  ): Promise<FieldProblem[]> => {
    const found: FieldProblem[] = [];
    for (const script of which) {
      if (program[script]?.kind !== 'cluster') continue;
      const problem = await pages.try(asked, trigger, program, script);
      const field = `triggers.${i}.bucket_level_trigger.${FIELDS[script]}.script.source`;
      if (problem && isOfTheScript(problem)) found.push({ field, message: problem.message });
    }
    return found;
  };
  const problems: FieldProblem[] = [];
  for (const [i, { bucket_level_trigger: trigger }] of monitor.triggers.entries()) {
    const program = compileBucketTrigger(trigger, aggregations);
    if (program.kind === 'ready') problems.push(...(await problemsOf(trigger, program, i)));
  }
  return problems;
};
