import type { FieldProblem } from '../errors';
import { messageOf } from '../errors';
import { JsonSyntaxError } from '../json/lossless';
import { parseCondition } from './conditions/condition';
import type { Monitor, QueryLevelTrigger, SearchMonitor } from './monitor';
import { bucketConditionProblems } from './bucket_level/check';
import { clusterMetricsProblems } from './cluster_metrics/check';
import { compositeProblems } from './composite/check';
import { docLevelProblems } from './doc_level/check';
import { pplProblems } from './ppl/check';
import { compileQuery } from './query';

export const QUERY_FIELD = 'inputs.0.search.query';
export const INDICES_FIELD = 'inputs.0.search.indices';

/** Which of a trigger's scripts. */
export type ScriptName = 'condition' | 'recovery_condition';

export const scriptField = (trigger: number, which: ScriptName): string =>
  `triggers.${trigger}.query_level_trigger.${which}.script.source`;

const queryProblems = ({ inputs: [{ search }] }: SearchMonitor): FieldProblem[] => {
  try {
    compileQuery(search.query, 1);
    return [];
  } catch (error) {
    const place =
      error instanceof JsonSyntaxError ? { line: error.line, column: error.column } : {};
    return [{ field: QUERY_FIELD, message: messageOf(error), ...place }];
  }
};

const scriptProblems = (source: string | undefined, field: string): FieldProblem[] => {
  const parsed = source === undefined ? undefined : parseCondition(source);
  if (parsed?.kind !== 'error') return [];
  const { message, line, column } = parsed;
  return [{ field, message, line, column }];
};

/** Conditions over an answer as a whole. */
const scriptedProblems = (
  triggers: ReadonlyArray<{ query_level_trigger: QueryLevelTrigger }>
): FieldProblem[] =>
  triggers.flatMap(({ query_level_trigger: { condition, recovery_condition: recovery } }, i) => [
    ...scriptProblems(condition.script.source, scriptField(i, 'condition')),
    ...scriptProblems(recovery?.script.source, scriptField(i, 'recovery_condition')),
  ]);

/** What can never run about the input and the conditions of a monitor: one case a type. */
export const kindProblems = (monitor: Monitor): FieldProblem[] => {
  switch (monitor.monitor_type) {
    case 'query_level_monitor':
      return [...queryProblems(monitor), ...scriptedProblems(monitor.triggers)];
    case 'bucket_level_monitor':
      return [...queryProblems(monitor), ...bucketConditionProblems(monitor)];
    case 'cluster_metrics_monitor':
      return [...clusterMetricsProblems(monitor), ...scriptedProblems(monitor.triggers)];
    case 'doc_level_monitor':
      return docLevelProblems(monitor);
    case 'composite_monitor':
      return compositeProblems(monitor);
    case 'ppl_monitor':
      return pplProblems(monitor);
    case 'heartbeat_monitor':
      return scriptedProblems(monitor.triggers);
  }
};
