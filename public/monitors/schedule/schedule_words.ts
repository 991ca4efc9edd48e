import { i18n } from '@osd/i18n';
import { presetOf } from '../../../common/monitors/cron_preset';
import type { TimeOfDay } from '../../../common/monitors/cron_preset';
import { isCron } from '../../../common/monitors/monitor';
import type { IntervalUnit, Schedule } from '../../../common/monitors/monitor';

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

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** `09:00`, as a time field has it. */
export const timeText = ({ hour, minute }: TimeOfDay): string =>
  `${twoDigits(hour)}:${twoDigits(minute)}`;

/** 4 January 1970 was a Sunday. */
const SOME_SUNDAY = 3 * 86_400_000;

/** The name of a day of the week, from 0, Sunday. */
export const dayName = (day: number, length: 'short' | 'long' = 'short'): string =>
  new Intl.DateTimeFormat(i18n.getLocale(), { weekday: length, timeZone: 'UTC' }).format(
    SOME_SUNDAY + day * 86_400_000
  );

const cronInWords = (expression: string, timezone: string): string => {
  const preset = presetOf(expression);
  switch (preset.kind) {
    case 'daily':
      return i18n.translate('watchkeeper.schedule.dailyText', {
        defaultMessage: 'Daily at {time} ({timezone})',
        values: { time: timeText(preset), timezone },
      });
    case 'weekly':
      return i18n.translate('watchkeeper.schedule.weeklyText', {
        defaultMessage: 'Every {days} at {time} ({timezone})',
        values: {
          days: preset.days.map((day) => dayName(day)).join(', '),
          time: timeText(preset),
          timezone,
        },
      });
    case 'monthly':
      return i18n.translate('watchkeeper.schedule.monthlyText', {
        defaultMessage: 'Monthly on day {day} at {time} ({timezone})',
        values: { day: preset.day, time: timeText(preset), timezone },
      });
    case 'custom':
      return i18n.translate('watchkeeper.schedule.cronText', {
        defaultMessage: 'Cron {expression} ({timezone})',
        values: { expression, timezone },
      });
  }
};

/** `Every 15 seconds`, `Daily at 09:00 (Asia/Seoul)` */
export const scheduleInWords = (schedule: Schedule): string =>
  isCron(schedule)
    ? cronInWords(schedule.cron.expression, schedule.cron.timezone)
    : everyOf(schedule.period.interval, schedule.period.unit);
