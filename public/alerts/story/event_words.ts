import { i18n } from '@osd/i18n';
import type { AlertEvent } from '../../../common/alerts/alert';

const activeText = (from: AlertEvent['from']): string => {
  switch (from) {
    case null:
      return i18n.translate('watchkeeper.alerts.story.openedText', {
        defaultMessage: 'opened the alert: the condition is true',
      });
    case 'pending':
      return i18n.translate('watchkeeper.alerts.story.dueText', {
        defaultMessage: 'made the alert active: the condition has been true for long enough',
      });
    default:
      return i18n.translate('watchkeeper.alerts.story.reopenedText', {
        defaultMessage: 'made the alert active again',
      });
  }
};

const completedText = (from: AlertEvent['from']): string => {
  switch (from) {
    case 'error':
      return i18n.translate('watchkeeper.alerts.story.mendedText', {
        defaultMessage: 'closed the alert: the error is gone',
      });
    case 'no_data':
      return i18n.translate('watchkeeper.alerts.story.dataText', {
        defaultMessage: 'closed the alert: there is data again',
      });
    default:
      return i18n.translate('watchkeeper.alerts.story.completedText', {
        defaultMessage: 'closed the alert: the condition is no longer true',
      });
  }
};

/** What an event did, after the name of who did it. */
export const eventText = ({
  from,
  to,
  comment,
}: Pick<AlertEvent, 'from' | 'to' | 'comment'>): string => {
  if (comment && from === to) {
    return i18n.translate('watchkeeper.alerts.story.commentedText', {
      defaultMessage: 'commented',
    });
  }
  switch (to) {
    case 'active':
      return activeText(from);
    case 'pending':
      return i18n.translate('watchkeeper.alerts.story.pendingText', {
        defaultMessage:
          'saw the condition become true; the alert waits until it has been so for long enough',
      });
    case 'no_data':
      return from === null
        ? i18n.translate('watchkeeper.alerts.story.noDataText', {
            defaultMessage: 'opened the alert: there was nothing to judge',
          })
        : i18n.translate('watchkeeper.alerts.story.noDataAgainText', {
            defaultMessage: 'tells of the missing data again',
          });
    case 'cancelled':
      return i18n.translate('watchkeeper.alerts.story.cancelledText', {
        defaultMessage: 'closed the alert: the condition was not true for long enough',
      });
    case 'acknowledged':
      return i18n.translate('watchkeeper.alerts.story.acknowledgedText', {
        defaultMessage: 'acknowledged the alert; its messages are held back',
      });
    case 'completed':
      return completedText(from);
    case 'deleted':
      return i18n.translate('watchkeeper.alerts.story.deletedText', {
        defaultMessage: 'closed the alert: its monitor or trigger was deleted, disabled or changed',
      });
    default:
      return i18n.translate('watchkeeper.alerts.story.failedText', {
        defaultMessage: 'could not tell: the run failed',
      });
  }
};
