import { messageOf } from '../../common/errors';
import { partitionOf } from '../../common/hash';
import type { Monitor } from '../../common/monitors/monitor';
import type { RunProblem } from '../../common/monitors/run';
import { timingOf } from '../../common/monitors/schedule';
import type { Timing } from '../../common/monitors/schedule';
import type { StoredMonitor } from '../storage/monitor_search';
import type { Prepared } from './kinds/prepared';
import { prepareMonitor } from './kinds/registry';

/** A monitor with everything worked out that its runs share. */
export interface CompiledMonitor {
  id: string;
  version: string;
  monitor: Monitor;
  partition: number;
  timing: Timing;
  /** A monitor that was written raw can hold a query that does not parse. */
  plan: { kind: 'ready'; prepared: Prepared } | { kind: 'problem'; problem: RunProblem };
}

const planOf = (id: string, monitor: Monitor, timeoutSeconds: number): CompiledMonitor['plan'] => {
  try {
    return { kind: 'ready', prepared: prepareMonitor(monitor, { id, timeoutSeconds }) };
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
  plan: planOf(id, monitor, timeoutSeconds),
});
