import { i18n } from '@osd/i18n';
import type { Alert, AlertState } from '../../../../common/alerts/alert';
import { durationMs } from '../../../../common/monitors/duration';
import type { Silence } from '../../../../common/monitors/preview_outlook';
import type { ActionResult } from '../../../../common/monitors/run';
import type { Trigger } from '../../../../common/monitors/trigger';
import { formatDuration } from '../../../shared/time';
import { formatCount } from '../../words';

/** So many alerts in a state: `2 pending`. */
const stateCount = (state: AlertState, count: number): string => {
  const values = { count: formatCount(count) };
  switch (state) {
    case 'pending':
      return i18n.translate('watchkeeper.preview.pendingCountText', {
        defaultMessage: '{count} pending',
        values,
      });
    case 'no_data':
      return i18n.translate('watchkeeper.preview.noDataCountText', {
        defaultMessage: '{count} for missing data',
        values,
      });
    case 'error':
      return i18n.translate('watchkeeper.preview.errorCountText', {
        defaultMessage: '{count} for the error',
        values,
      });
    default:
      return i18n.translate('watchkeeper.preview.activeCountText', {
        defaultMessage: '{count} active',
        values,
      });
  }
};

/** The open alerts by state: `3 active, 1 pending`. */
export const alertsInWords = (open: readonly Alert[]): string => {
  if (open.length === 0) {
    return i18n.translate('watchkeeper.preview.noAlertsText', { defaultMessage: 'no alert' });
  }
  const counts = new Map<AlertState, number>();
  for (const { state } of open) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts].map(([state, count]) => stateCount(state, count)).join(', ');
};

/** Why an action has nothing to do. */
export const silenceInWords = (silence: Silence, trigger: Trigger): string => {
  switch (silence) {
    case 'unknown':
      return i18n.translate('watchkeeper.preview.silentUnknownText', {
        defaultMessage: 'Not known: the condition has not been judged yet.',
      });
    case 'failed':
      return i18n.translate('watchkeeper.preview.silentFailedText', {
        defaultMessage:
          'Nothing: the condition could not be judged. Errors are told of by the error policy.',
      });
    case 'not_true':
      return i18n.translate('watchkeeper.preview.silentNotTrueText', {
        defaultMessage: 'Nothing: the condition is not true.',
      });
    case 'no_data':
      return i18n.translate('watchkeeper.preview.silentNoDataText', {
        defaultMessage: 'Nothing: there is no data to judge.',
      });
    case 'pending':
      return i18n.translate('watchkeeper.preview.silentPendingText', {
        defaultMessage: 'Nothing yet: the condition has to hold for {length}.',
        values: { length: formatDuration(durationMs(trigger.for)) },
      });
    case 'not_often':
      return i18n.translate('watchkeeper.preview.silentOccurrencesText', {
        defaultMessage: 'Nothing yet: the condition has to hold in {times} of {of} runs.',
        values: { times: trigger.occurrences?.times ?? 1, of: trigger.occurrences?.of ?? 1 },
      });
    case 'not_asked':
      return i18n.translate('watchkeeper.preview.silentNotAskedText', {
        defaultMessage: 'Nothing: it does not send for alerts that go on.',
      });
  }
};

/** What became of an action, for so many alerts. */
export const resultInWords = ({ outcome, reason = '', count = 1 }: ActionResult): string => {
  switch (outcome) {
    case 'queued':
      return i18n.translate('watchkeeper.preview.sentText', {
        defaultMessage: 'Sends {count, plural, one {# message} other {# messages}}',
        values: { count },
      });
    case 'held_back':
      return i18n.translate('watchkeeper.preview.heldText', {
        defaultMessage: 'Holds back {count, plural, one {# message} other {# messages}}: {reason}',
        values: { count, reason },
      });
    case 'error':
      return i18n.translate('watchkeeper.preview.failedText', {
        defaultMessage:
          'Fails to send {count, plural, one {# message} other {# messages}}: {reason}',
        values: { count, reason },
      });
  }
};
