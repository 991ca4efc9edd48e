import type { Alert } from '../../common/alerts/alert';
import type { RunProblem } from '../../common/monitors/run';
import { proofOf } from '../storage/authorisations';
import type { Authorisations } from '../storage/authorisations';
import type { MonitorReader } from '../storage/monitor_reader';
import type { StoredMonitor } from '../storage/monitor_search';
import { compileMonitor } from './compiled_monitor';
import type { CompiledMonitor } from './compiled_monitor';
import type { OtherMonitor, OtherMonitors } from './kinds/prepared';
import type { ReadState, StateStore } from './state_store';

export interface OtherMonitorsDeps {
  reader: Pick<MonitorReader, 'get'>;
  states: Pick<StateStore, 'getMany'>;
  authorisations: Pick<Authorisations, 'read'>;
  timeoutSeconds: number;
}

const UNPROVED: RunProblem = {
  code: 'needs_adoption',
  message: 'Nobody has shown that they may ask what it asks: somebody who may has to adopt it.',
};

const alertsOf = (read: ReadState | undefined): readonly Alert[] =>
  read?.kind === 'held' ? read.held.state.alerts : [];

/**
 * Monitors as they are saved now, for those that rest on others, whether enabled or not. One that nobody has adopted is
 * not asked in the name of the service account, whoever rests on it.
 */
export const otherMonitors = (deps: OtherMonitorsDeps): OtherMonitors => {
  const { reader, states, authorisations, timeoutSeconds } = deps;
  /** Compiled once a version. */
  const compiled = new WeakMap<StoredMonitor, CompiledMonitor>();
  const compile = (stored: StoredMonitor): CompiledMonitor => {
    const known = compiled.get(stored);
    if (known) return known;
    const fresh = compileMonitor(stored, timeoutSeconds);
    compiled.set(stored, fresh);
    return fresh;
  };

  return async (ids) => {
    const found = ids.flatMap((id) => reader.get(id) ?? []);
    if (found.length === 0) return new Map();
    const there = found.map(({ id }) => id);
    const [held, proofs] = await Promise.all([states.getMany(there), authorisations.read(there)]);
    return new Map(
      found.map((stored): [string, OtherMonitor] => {
        const { id, monitor } = stored;
        const isProved = proofOf(monitor, proofs.get(id)) !== undefined;
        const plan = isProved
          ? compile(stored).plan
          : { kind: 'problem' as const, problem: UNPROVED };
        const { name, monitor_type: type } = monitor;
        return [id, { name, type, alerts: alertsOf(held.get(id)), plan }];
      })
    );
  };
};
