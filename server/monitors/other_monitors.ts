import type { MonitorReader } from '../storage/monitor_reader';
import { compileMonitor } from './compiled_monitor';
import type { OtherMonitor, OtherMonitors } from './kinds/prepared';

/** Monitors as the reader knows them, for those that rest on others. One that does not parse is left out. */
export const otherMonitors =
  (reader: Pick<MonitorReader, 'get'>, timeoutSeconds: number): OtherMonitors =>
  async (ids) => {
    const found = new Map<string, OtherMonitor>();
    for (const id of ids) {
      const stored = reader.get(id);
      if (!stored) continue;
      const { plan, monitor } = compileMonitor(stored, timeoutSeconds);
      if (plan.kind === 'ready') found.set(id, { name: monitor.name, prepared: plan.prepared });
    }
    return found;
  };
