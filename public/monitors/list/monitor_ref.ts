import type { MonitorSummary } from '../../../common/monitors/api';
import type { MonitorRef } from '../monitor_actions';

export const refOf = (summary: MonitorSummary): MonitorRef => ({
  id: summary.id,
  name: summary.name,
  open_alerts:
    summary.pending_alerts +
    summary.active_alerts +
    summary.no_data_alerts +
    summary.acknowledged_alerts +
    summary.error_alerts,
});
