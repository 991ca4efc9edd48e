import { i18n } from '@osd/i18n';
import type { BackTestComparison } from '../../../common/monitors/back_test/compare';
import type { BackTestResult } from '../../../common/monitors/back_test/back_test';
import { formatDuration } from '../../shared/time';
import { formatCount } from '../words';

export interface Sums {
  fired: number;
  sent: number;
  heldBack: number;
}

/** Over all triggers. */
export const sumsOfTest = ({ triggers }: BackTestResult): Sums =>
  triggers.reduce(
    ({ fired, sent, heldBack }, trigger) => ({
      fired: fired + trigger.fired,
      sent: sent + trigger.messages.sent,
      heldBack: heldBack + trigger.messages.held_back,
    }),
    { fired: 0, sent: 0, heldBack: 0 }
  );

/** `It would have fired 4 times and sent 12 messages (3 more held back).` */
export const outcomeInWords = (result: BackTestResult): string => {
  const { fired, sent, heldBack } = sumsOfTest(result);
  return i18n.translate('watchkeeper.backTest.outcomeText', {
    defaultMessage:
      'It would have fired {fired, plural, =0 {not once} one {once} other {# times}} and sent {sent, plural, =0 {no message} one {# message} other {# messages}}{heldBack, plural, =0 {} other { (# more held back)}}.',
    values: { fired, sent, heldBack },
  });
};

/** How the answers were come by. */
export const methodInWords = ({ method, windows, took }: BackTestResult): string => {
  const values = {
    windows: windows.judged + windows.failed,
    searches: method.searches,
    took: formatDuration(took),
  };
  return method.kind === 'histogram'
    ? i18n.translate('watchkeeper.backTest.histogramText', {
        defaultMessage:
          '{windows, plural, one {# window} other {# windows}}, judged from {searches, plural, one {# date histogram} other {# date histograms}}; the cluster took {took}.',
        values,
      })
    : i18n.translate('watchkeeper.backTest.windowsText', {
        defaultMessage:
          '{windows, plural, one {# window} other {# windows}}, judged by {searches, plural, one {# search} other {# searches}}; the cluster took {took}. One by one because: {reason}',
        values: { ...values, reason: method.reason },
      });
};

export const failedInWords = (failed: number): string =>
  i18n.translate('watchkeeper.backTest.failedWindowsText', {
    defaultMessage:
      '{failed, plural, one {# window} other {# windows}} could not be evaluated: neither true nor false.',
    values: { failed },
  });

const alertsChange = ({ gone, added }: BackTestComparison): string => {
  if (gone.length === 0 && added.length === 0) {
    return i18n.translate('watchkeeper.backTest.sameAlertsText', {
      defaultMessage: 'The same alerts as before',
    });
  }
  return i18n.translate('watchkeeper.backTest.changedAlertsText', {
    defaultMessage:
      '{gone, plural, =0 {No alert is lost} one {# alert fewer} other {# alerts fewer}}, {added, plural, =0 {none new} other {# new}}',
    values: { gone: gone.length, added: added.length },
  });
};

/** What changes, in a sentence: `3 alerts fewer, 1 new: fires 8 times instead of 10, sends 12 messages instead of 15.` */
export const changeInWords = (
  comparison: BackTestComparison,
  before: BackTestResult,
  after: BackTestResult
): string => {
  const [old, now] = [sumsOfTest(before), sumsOfTest(after)];
  const alerts = alertsChange(comparison);
  const messages = { sent: formatCount(now.sent), sentBefore: formatCount(old.sent) };
  if (now.fired !== old.fired) {
    return i18n.translate('watchkeeper.backTest.changeText', {
      defaultMessage:
        '{alerts}: it fires {fired} times instead of {firedBefore}, and sends {sent} messages instead of {sentBefore}.',
      values: {
        ...{ alerts, fired: formatCount(now.fired), firedBefore: formatCount(old.fired) },
        ...messages,
      },
    });
  }
  return now.sent === old.sent
    ? i18n.translate('watchkeeper.backTest.sameCountsText', {
        defaultMessage: '{alerts}, and as many messages.',
        values: { alerts },
      })
    : i18n.translate('watchkeeper.backTest.messagesChangeText', {
        defaultMessage: '{alerts}, and {sent} messages instead of {sentBefore}.',
        values: { alerts, ...messages },
      });
};
