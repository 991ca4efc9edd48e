import type { IncidentOptions } from '../../common/alerts/incidents';
import type { Followed } from '../notifications/types';
import type { MonitorReader } from '../storage/monitor_reader';

/** What it takes to tell destinations that keep incidents of a monitor's alerts, outside of its runs. */
export type IncidentsOf = (monitorId: string) => Promise<IncidentOptions>;

export const createIncidentsOf =
  (followed: Followed, reader: Pick<MonitorReader, 'get'>, baseUrl?: string): IncidentsOf =>
  async (monitorId) => {
    await followed.now();
    const monitor = reader.get(monitorId)?.monitor;
    return {
      follows: followed.follows,
      ...(baseUrl ? { baseUrl } : {}),
      ...(monitor ? { monitor } : {}),
      ...(monitor?.runbook_url ? { runbookUrl: monitor.runbook_url } : {}),
    };
  };
