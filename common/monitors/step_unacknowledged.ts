import type { Alert } from '../alerts/alert';
import { NOT_ACKNOWLEDGED } from '../alerts/unacknowledge';
import { releasedRecords } from './throttle';
import type { Trigger } from './trigger';

const hasRisen = ({ severity }: Alert, trigger: Trigger): boolean => trigger.severity < severity;

/** The severity has risen since somebody said that it is seen, or the time for which they said so is over. */
export const isUnacknowledged = (alert: Alert, trigger: Trigger, now: number): boolean =>
  hasRisen(alert, trigger) ||
  (alert.acknowledged_until !== undefined && now >= alert.acknowledged_until);

/**
 * What an alert takes over from a trigger that was edited. One that has become more severe is told of at once: what was
 * sent before does not throttle it.
 */
export const severityChange = (alert: Alert, trigger: Trigger): Partial<Alert> => {
  if (trigger.severity === alert.severity) return {};
  return {
    severity: trigger.severity,
    ...(hasRisen(alert, trigger)
      ? { action_execution_results: releasedRecords(alert.action_execution_results) }
      : {}),
  };
};

/** What an alert whose acknowledgement has ended by itself loses, and why it has. */
export const unacknowledged = (
  alert: Alert,
  trigger: Trigger
): { change: Partial<Alert>; reason: string } => ({
  change: NOT_ACKNOWLEDGED,
  reason: hasRisen(alert, trigger) ? 'The severity has risen.' : 'The acknowledgement has ended.',
});
