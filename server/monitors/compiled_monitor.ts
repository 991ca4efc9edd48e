import { messageOf } from '../../common/errors';
import { partitionOf } from '../../common/hash';
import { parseCondition } from '../../common/monitors/conditions/condition';
import type { ParsedCondition } from '../../common/monitors/conditions/condition';
import type { Monitor } from '../../common/monitors/monitor';
import { triggersOf } from '../../common/monitors/monitor';
import { compileQuery } from '../../common/monitors/query';
import type { CompiledQuery } from '../../common/monitors/query';
import { remembered } from '../../common/monitors/remembered';
import { timingOf } from '../../common/monitors/schedule';
import type { Timing } from '../../common/monitors/schedule';
import type { RunProblem } from '../../common/monitors/run';
import type { StoredMonitor } from '../storage/monitor_search';

/** A monitor with everything worked out that its runs share. */
export interface CompiledMonitor {
  id: string;
  version: string;
  monitor: Monitor;
  partition: number;
  timing: Timing;
  /** A monitor that was written raw can hold a query that does not parse. */
  query: { kind: 'query'; compiled: CompiledQuery } | { kind: 'problem'; problem: RunProblem };
  /** By trigger id. */
  conditions: ReadonlyMap<string, ParsedCondition>;
}

/** Most monitors ask one of a few conditions: those share what was worked out. */
const conditionOf = remembered(parseCondition);

const compile = (monitor: Monitor, timeoutSeconds: number): CompiledMonitor['query'] => {
  try {
    return {
      kind: 'query',
      compiled: compileQuery(monitor.inputs[0].search.query, timeoutSeconds),
    };
  } catch (error) {
    return { kind: 'problem', problem: { code: 'bad_query', message: messageOf(error) } };
  }
};

export const compileMonitor = (
  { id, version, monitor }: StoredMonitor,
  timeoutSeconds: number
): CompiledMonitor => ({
  id,
  version,
  monitor,
  partition: partitionOf(id),
  timing: timingOf(monitor),
  query: compile(monitor, timeoutSeconds),
  conditions: new Map(
    triggersOf(monitor).map(({ id: triggerId, condition }) => [
      triggerId,
      conditionOf(condition.script.source),
    ])
  ),
});
