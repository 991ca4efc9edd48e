import { i18n } from '@osd/i18n';
import type { TimedEvent, Timeline } from '../../../common/lifecycle/simulate/timeline';
import { actionLabel } from '../states/words';

/** What happens, in one sentence. */
export const eventText = ({
  kind,
  state,
  action = '',
  to = '',
  reason = '',
}: TimedEvent): string => {
  switch (kind) {
    case 'initialized':
      return i18n.translate('watchkeeper.lifecycle.events.initializedText', {
        defaultMessage: 'The policy takes it in, in the state “{state}”',
        values: { state },
      });
    case 'action':
      return actionLabel(action);
    case 'transition':
      return i18n.translate('watchkeeper.lifecycle.events.transitionText', {
        defaultMessage: 'Goes on to “{to}”',
        values: { to },
      });
    case 'deleted':
      return i18n.translate('watchkeeper.lifecycle.events.deletedText', {
        defaultMessage: 'The index is deleted',
      });
    case 'completed':
      return i18n.translate('watchkeeper.lifecycle.events.completedText', {
        defaultMessage: 'The policy has done its work; the index stays',
      });
    case 'failed':
      return action === ''
        ? i18n.translate('watchkeeper.lifecycle.events.failedText', {
            defaultMessage: 'It stops: {reason}',
            values: { reason },
          })
        : i18n.translate('watchkeeper.lifecycle.events.actionFailedText', {
            defaultMessage: '{action} fails: {reason}',
            values: { action: actionLabel(action), reason },
          });
    case 'waiting':
      return i18n.translate('watchkeeper.lifecycle.events.waitingText', {
        defaultMessage: 'It waits, nobody knows how long: {reason}',
        values: { reason },
      });
    case 'cycle':
      return i18n.translate('watchkeeper.lifecycle.events.cycleText', {
        defaultMessage: 'It goes through the same states over and over',
      });
  }
};

/**
 * What becomes of an index in the end.
 *
 * @param days how far was looked
 */
export const endText = ({ end }: Timeline, last: TimedEvent | undefined, days: number): string => {
  if (end === 'beyond') {
    return i18n.translate('watchkeeper.lifecycle.events.beyondText', {
      defaultMessage: 'Not deleted within {days} days',
      values: { days },
    });
  }
  if (end === 'deleted') {
    return i18n.translate('watchkeeper.lifecycle.events.isDeletedText', {
      defaultMessage: 'Deleted',
    });
  }
  return last ? eventText(last) : '';
};
