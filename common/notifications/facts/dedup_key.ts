import type { Alert } from '../../alerts/alert';
import { sha256 } from '../../sha256';

/** By JSON: no character that an id or a group can hold makes two keys one. */
const keyOf = (...parts: readonly string[]): string => sha256(JSON.stringify(parts));

type Keyed = Pick<Alert, 'monitor_id' | 'trigger_id' | 'group_key' | 'no_data' | 'failures'>;

/** Errors and missing data stand beside the alerts of groups; each is a matter of its own. */
const sortOf = ({ failures, no_data: noData }: Keyed): string => {
  if (failures !== undefined) return 'error';
  return noData ? 'no_data' : 'group';
};

/**
 * Names one alert: the same from its first message to its last, over runs, restarts and instances, and the same again
 * when it comes back. Whoever is told of it by two actions hears of one matter.
 */
export const alertKey = (alert: Keyed): string =>
  keyOf(sortOf(alert), alert.monitor_id, alert.trigger_id, alert.group_key ?? '');

/** Names what an action says of all alerts of its trigger together. */
export const actionKey = (monitorId: string, triggerId: string, actionId: string): string =>
  keyOf('action', monitorId, triggerId, actionId);
