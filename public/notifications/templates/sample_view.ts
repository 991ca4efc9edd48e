import { alertContext } from '../../../common/alerts/alert_context';
import type { Alert } from '../../../common/alerts/alert';
import { JavaInstant } from '../../../common/json/java_instant';

const END = Date.UTC(2026, 0, 1, 8, 31);

const ALERT: Alert = {
  id: 'sample.1.0',
  monitor_id: 'sample',
  monitor_name: 'Checkout',
  trigger_id: 'errors',
  trigger_name: 'Errors are high',
  severity: '1',
  state: 'active',
  group: [{ field: 'host', value: 'web-1' }],
  start_time: END - 60_000,
  active_time: END - 60_000,
  last_seen: END,
  value: 'true',
  measure: 93,
  peak: 120,
  labels: { host: 'web-1', team: 'shop' },
  annotations: { summary: 'Too many errors on web-1' },
  rev: 1,
};

/** What a template is shown over: an alert such as there could be. What a monitor has beside that depends on its type. */
export const sampleView = (): { ctx: Record<string, unknown> } => {
  const alert = alertContext(ALERT, { baseUrl: 'https://dashboards.example.com' });
  return {
    ctx: {
      monitor: { id: 'sample', name: 'Checkout', url: 'https://dashboards.example.com/app' },
      trigger: { id: 'errors', name: 'Errors are high', severity: '1' },
      periodStart: new JavaInstant(END - 60_000),
      periodEnd: new JavaInstant(END),
      results: [{ hits: { total: { value: 93 }, hits: [] } }],
      alert,
      alerts: [alert],
      newAlerts: [alert],
      dedupedAlerts: [],
      completedAlerts: [],
      throttled_count: 0,
      error: null,
    },
  };
};
