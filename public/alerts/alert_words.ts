import { i18n } from '@osd/i18n';
import type { Alert, AlertState } from '../../common/alerts/alert';
import { formatDuration } from '../shared/time';

export const alertsTitle = (): string =>
  i18n.translate('watchkeeper.alerts.title', { defaultMessage: 'Alerts' });

export const stateLabel = (state: AlertState): string => {
  switch (state) {
    case 'active':
      return i18n.translate('watchkeeper.alerts.activeLabel', { defaultMessage: 'Active' });
    case 'acknowledged':
      return i18n.translate('watchkeeper.alerts.acknowledgedLabel', {
        defaultMessage: 'Acknowledged',
      });
    case 'completed':
      return i18n.translate('watchkeeper.alerts.completedLabel', { defaultMessage: 'Completed' });
    case 'pending':
      return i18n.translate('watchkeeper.alerts.pendingLabel', { defaultMessage: 'Pending' });
    case 'no_data':
      return i18n.translate('watchkeeper.alerts.noDataLabel', { defaultMessage: 'No data' });
    case 'cancelled':
      return i18n.translate('watchkeeper.alerts.cancelledLabel', { defaultMessage: 'Cancelled' });
    case 'deleted':
      return i18n.translate('watchkeeper.alerts.deletedLabel', { defaultMessage: 'Deleted' });
    default:
      return i18n.translate('watchkeeper.alerts.errorLabel', { defaultMessage: 'Error' });
  }
};

/** What the alert is about. The error of a whole monitor has no trigger. */
export const subjectOf = ({ trigger_name: trigger }: Pick<Alert, 'trigger_name'>): string =>
  trigger ||
  i18n.translate('watchkeeper.alerts.wholeMonitorLabel', { defaultMessage: 'The whole monitor' });

/** How long it lasted, or has lasted until now. */
export const durationOf = ({ start_time: start, end_time: end }: Alert, now: number): string =>
  formatDuration((end ?? now) - start);

export const isOpen = ({ end_time: end }: Alert): boolean => end === undefined;

/** Errors end by themselves, when what failed works again. */
export const canAcknowledge = ({ state }: Alert): boolean =>
  state === 'active' || state === 'no_data';

/** What lasted until it was seen has ended by that. */
export const canTakeBack = (alert: Alert): boolean =>
  alert.state === 'acknowledged' && isOpen(alert);

export const stillOpen = (): string =>
  i18n.translate('watchkeeper.alerts.stillOpenText', { defaultMessage: 'Still open' });

/** The number behind the condition, else what it came to; undefined where that says nothing. */
export const valueOf = ({ measure, value }: Alert): string | undefined => {
  if (measure !== undefined) return String(measure);
  return value === undefined || value === 'true' || value === 'false' ? undefined : value;
};

/** Messages that throttling has held back. */
export const heldBackOf = ({ action_execution_results: records = [] }: Alert): number =>
  records.reduce((sum, { throttled_count: count = 0 }) => sum + count, 0);

export const unknownPerson = (): string =>
  i18n.translate('watchkeeper.alerts.unknownPersonText', { defaultMessage: 'Somebody' });
