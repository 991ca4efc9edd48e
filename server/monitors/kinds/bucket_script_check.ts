import type { FieldProblem } from '../../../common/errors';
import { readAggregations } from '../../../common/monitors/bucket_level/aggregations';
import { compileBucketTrigger } from '../../../common/monitors/bucket_level/condition';
import type { BucketProgram } from '../../../common/monitors/bucket_level/condition';
import { parseLossless } from '../../../common/json/lossless';
import { textPosition } from '../../../common/json/text_position';
import { isRecord } from '../../../common/json/record';
import type { BucketLevelMonitor } from '../../../common/monitors/monitor';
import type { Window } from '../../../common/monitors/run';
import type { BucketLevelTrigger } from '../../../common/monitors/trigger';
import type { Cluster } from '../../cluster/types';
import { BucketPages } from './bucket_pages';

/** Beside the plain answers, those in which the cluster says what it does not like. */
const ANSWERS = [400, 404, 500, 503];

const COMPILE_ERROR = 'compile error';

interface Cause {
  type?: unknown;
  reason?: unknown;
  caused_by?: unknown;
  position?: unknown;
}

const causes = (error: unknown): Cause[] =>
  isRecord(error) ? [error, ...causes(error.caused_by)] : [];

const causesIn = (answer: unknown): Cause[] => {
  const error = isRecord(answer) && isRecord(answer.error) ? answer.error : {};
  const shards = Array.isArray(error.failed_shards) ? error.failed_shards : [];
  const ofShards = shards.flatMap((shard: unknown) =>
    isRecord(shard) ? causes(shard.reason) : []
  );
  return [...causes(error), ...ofShards];
};

/** Where and why a script cannot be compiled. What fails while it runs may do well with other data. */
const compileProblem = (
  answer: unknown,
  source: string
): Omit<FieldProblem, 'field'> | undefined => {
  const found = causesIn(answer).find(({ reason }) => reason === COMPILE_ERROR);
  if (!found) return undefined;
  const inner = causes(found.caused_by).at(-1);
  const message = String(inner?.reason ?? 'The script cannot be compiled.');
  const at = isRecord(found.position) ? Number(found.position.offset) : Number.NaN;
  return { message, ...(Number.isInteger(at) ? textPosition(source, at) : {}) };
};

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
  const path = `/${search.indices.map(encodeURIComponent).join(',')}/_search`;
  const answerTo = async (query: string): Promise<unknown> => {
    const { body: answer } = await cluster.text(
      { method: 'POST', path, body: query },
      { ignore: ANSWERS, timeoutMs: timeoutSeconds * 1000 }
    );
    return parseLossless(answer);
  };
  const problemsOf = async (
    trigger: BucketLevelTrigger,
    program: BucketProgram,
    i: number
  ): Promise<FieldProblem[]> => {
    const found: FieldProblem[] = [];
    for (const script of which) {
      const asked = program[script];
      if (asked?.kind !== 'cluster') continue;
      const { source } = asked;
      const query = pages.selectingQuery(trigger, program, script, window);
      const problem = compileProblem(await answerTo(query), source);
      const field = `triggers.${i}.bucket_level_trigger.${FIELDS[script]}.script.source`;
      if (problem) found.push({ field, ...problem });
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
