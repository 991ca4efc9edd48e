import { i18n } from '@osd/i18n';
import type { AlertEvent } from '../../../common/alerts/alert';

/** What an event did, after the name of who did it. */
export const eventText = ({ from, to }: Pick<AlertEvent, 'from' | 'to'>): string => {
  switch (to) {
    case 'active':
      return from === null
        ? i18n.translate('watchkeeper.alerts.story.openedText', {
            defaultMessage: 'opened the alert: the condition is true',
          })
        : i18n.translate('watchkeeper.alerts.story.reopenedText', {
            defaultMessage: 'made the alert active again',
          });
    case 'acknowledged':
      return i18n.translate('watchkeeper.alerts.story.acknowledgedText', {
        defaultMessage: 'acknowledged the alert; its messages are held back',
      });
    case 'completed':
      return from === 'error'
        ? i18n.translate('watchkeeper.alerts.story.mendedText', {
            defaultMessage: 'closed the alert: the error is gone',
          })
        : i18n.translate('watchkeeper.alerts.story.completedText', {
            defaultMessage: 'closed the alert: the condition is no longer true',
          });
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
