import { i18n } from '@osd/i18n';
import { scopeOf } from '../../common/monitors/action';
import type { AlertCategory } from '../../common/monitors/action';
import type { Action } from '../../common/monitors/monitor';
import { isThrottledAsWhole, throttleMs } from '../../common/monitors/throttle';
import { formatDuration } from '../shared/time';

/** What an alert is to a run. */
export const categoryLabel = (category: AlertCategory): string => {
  switch (category) {
    case 'NEW':
      return i18n.translate('watchkeeper.action.newLabel', { defaultMessage: 'New alerts' });
    case 'DEDUPED':
      return i18n.translate('watchkeeper.action.dedupedLabel', {
        defaultMessage: 'Alerts that go on, at every run',
      });
    case 'COMPLETED':
      return i18n.translate('watchkeeper.action.completedLabel', {
        defaultMessage: 'Alerts that have ended',
      });
  }
};

/** For what an action sends. */
export const scopeInWords = (action: Action): string => {
  const scope = scopeOf(action);
  if (scope.kind === 'per_execution') {
    return i18n.translate('watchkeeper.action.onceText', {
      defaultMessage: 'One message a run, for all alerts',
    });
  }
  return scope.categories.length === 0
    ? i18n.translate('watchkeeper.action.neverText', { defaultMessage: 'For no alerts at all' })
    : i18n.translate('watchkeeper.action.eachText', {
        defaultMessage: 'One message for each: {categories}',
        values: {
          categories: scope.categories.map((category) => categoryLabel(category)).join('; '),
        },
      });
};

/** How an action is throttled; nothing where it is not. */
export const throttleInWords = (action: Action): string | undefined => {
  const length = throttleMs(action);
  if (length === 0) return undefined;
  const values = { length: formatDuration(length) };
  return isThrottledAsWhole(action)
    ? i18n.translate('watchkeeper.monitor.throttleAllText', {
        defaultMessage: 'At most one message in {length}, whatever the alerts',
        values,
      })
    : i18n.translate('watchkeeper.monitor.throttleText', {
        defaultMessage: 'At most one message in {length} while an alert lasts',
        values,
      });
};
