import { i18n } from '@osd/i18n';
import type { IntervalUnit, Schedule } from '../../common/monitors/monitor';
import type { RunOutcome } from '../../common/monitors/run';

const everyOf = (count: number, unit: IntervalUnit): string => {
  const values = { count };
  switch (unit) {
    case 'SECONDS':
      return i18n.translate('watchkeeper.schedule.everySeconds', {
        defaultMessage: 'Every {count, plural, one {second} other {# seconds}}',
        values,
      });
    case 'MINUTES':
      return i18n.translate('watchkeeper.schedule.everyMinutes', {
        defaultMessage: 'Every {count, plural, one {minute} other {# minutes}}',
        values,
      });
    case 'HOURS':
      return i18n.translate('watchkeeper.schedule.everyHours', {
        defaultMessage: 'Every {count, plural, one {hour} other {# hours}}',
        values,
      });
    case 'DAYS':
      return i18n.translate('watchkeeper.schedule.everyDays', {
        defaultMessage: 'Every {count, plural, one {day} other {# days}}',
        values,
      });
  }
};

/** `Every 15 seconds` */
export const scheduleInWords = ({ period }: Schedule): string =>
  everyOf(period.interval, period.unit);

/** What a run came to, in a word or two. */
export const outcomeLabel = (outcome: RunOutcome): string => {
  switch (outcome) {
    case 'triggered':
      return i18n.translate('watchkeeper.outcome.triggeredLabel', { defaultMessage: 'Triggered' });
    case 'not_triggered':
      return i18n.translate('watchkeeper.outcome.notTriggeredLabel', {
        defaultMessage: 'Not triggered',
      });
    case 'error':
      return i18n.translate('watchkeeper.outcome.errorLabel', { defaultMessage: 'Failed' });
    case 'needs_adoption':
      return i18n.translate('watchkeeper.outcome.needsAdoptionLabel', {
        defaultMessage: 'Needs adoption',
      });
    case 'gap':
      return i18n.translate('watchkeeper.outcome.gapLabel', { defaultMessage: 'Missed' });
  }
};

/** A count with the separators of the locale. */
export const formatCount = (count: number): string => count.toLocaleString(i18n.getLocale());
