import type { MonitorSummary } from '../../../common/monitors/api';
import { heartbeatStanding } from '../../../common/monitors/heartbeat/standing';
import type { StoredMonitor } from '../../storage/monitor_search';
import type { HeartbeatStore } from './heartbeat_store';

type Summary = Pick<MonitorSummary, 'heartbeat'>;

/** How those of some monitors are that are heartbeats, by id; one request, none where there are none. */
export const heartbeatsOf = async (
  monitors: readonly StoredMonitor[],
  store: Pick<HeartbeatStore, 'read'>,
  now: number
): Promise<ReadonlyMap<string, Summary>> => {
  const found = await store.read(
    monitors.flatMap(({ id, monitor }) => (monitor.monitor_type === 'heartbeat_monitor' ? id : []))
  );
  return new Map(
    monitors.flatMap(({ id, monitor }): Array<[string, Summary]> => {
      if (monitor.monitor_type !== 'heartbeat_monitor') return [];
      const { state, lastPing } = heartbeatStanding({
        input: monitor.inputs[0],
        enabled: monitor.enabled,
        enabledAt: monitor.enabled_time ?? 0,
        facts: found.get(id) ?? { pings: [] },
        now,
      });
      const last = lastPing === undefined ? {} : { last_ping: lastPing };
      return [[id, { heartbeat: { state, ...last } }]];
    })
  );
};
