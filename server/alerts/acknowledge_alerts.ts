import { acknowledge } from '../../common/alerts/acknowledge';
import type { AcknowledgeAnswer } from '../../common/alerts/api';
import type { Clock } from '../clock';
import type { Monitors } from '../monitors/types';

/** Acknowledges alerts, monitor by monitor: each is one commit on that monitor's state. */
export const acknowledgeAlerts = async (
  monitors: Monitors,
  clock: Clock,
  alerts: ReadonlyArray<{ id: string; monitor_id: string }>,
  by: string | undefined
): Promise<AcknowledgeAnswer> => {
  const byMonitor = new Map<string, string[]>();
  for (const { id, monitor_id: monitorId } of alerts) {
    byMonitor.set(monitorId, [...(byMonitor.get(monitorId) ?? []), id]);
  }
  const decisions = await Promise.all(
    [...byMonitor].map(([monitorId, ids]) =>
      monitors.changeState(monitorId, (state) => acknowledge(state, ids, by, clock.now()))
    )
  );
  return {
    acknowledged: decisions.flatMap(({ acknowledged }) => acknowledged),
    failed: decisions.flatMap(({ failed }) => failed),
  };
};
