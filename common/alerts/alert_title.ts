import type { Alert } from './alert';

/** The values of an alert's group; empty where it is not about one. */
export const groupValues = ({ group = [] }: Pick<Alert, 'group'>): string =>
  group.map(({ value }) => value).join(', ');

/** What an alert is about, in one line. */
export const alertTitle = (alert: Pick<Alert, 'monitor_name' | 'trigger_name' | 'group'>): string =>
  [alert.monitor_name, alert.trigger_name, groupValues(alert)]
    .filter((part) => part !== '')
    .join(' › ');
