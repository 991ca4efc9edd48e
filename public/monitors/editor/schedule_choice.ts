import { i18n } from '@osd/i18n';
import { expressionOf, presetOf } from '../../../common/monitors/cron_preset';
import { isCron } from '../../../common/monitors/monitor';
import type { CronSchedule, PeriodSchedule, Schedule } from '../../../common/monitors/monitor';

export const FREQUENCIES = ['interval', 'daily', 'weekly', 'monthly', 'custom'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export const isFrequency = (value: string): value is Frequency =>
  FREQUENCIES.some((frequency) => frequency === value);

export const frequencyLabel = (frequency: Frequency): string => {
  switch (frequency) {
    case 'interval':
      return i18n.translate('watchkeeper.editor.intervalFrequencyLabel', {
        defaultMessage: 'By interval',
      });
    case 'daily':
      return i18n.translate('watchkeeper.editor.dailyFrequencyLabel', { defaultMessage: 'Daily' });
    case 'weekly':
      return i18n.translate('watchkeeper.editor.weeklyFrequencyLabel', {
        defaultMessage: 'Weekly',
      });
    case 'monthly':
      return i18n.translate('watchkeeper.editor.monthlyFrequencyLabel', {
        defaultMessage: 'Monthly',
      });
    case 'custom':
      return i18n.translate('watchkeeper.editor.customFrequencyLabel', {
        defaultMessage: 'Custom cron',
      });
  }
};

/** The form that shows a schedule without losing anything of it. */
export const frequencyOf = (schedule: Schedule): Frequency =>
  isCron(schedule) ? presetOf(schedule.cron.expression).kind : 'interval';

/** What was chosen before, so that going to and fro loses nothing. */
export interface Remembered {
  period: PeriodSchedule;
  timezone: string;
}

const MORNING = { hour: 9, minute: 0 };
const MONDAY = 1;

const cronOf = (schedule: Schedule, timezone: string): CronSchedule =>
  isCron(schedule)
    ? schedule
    : { cron: { expression: expressionOf({ kind: 'daily', ...MORNING }), timezone } };

/** The schedule after another form was chosen: the time of day and the zone stay as they were. */
export const withFrequency = (
  schedule: Schedule,
  frequency: Frequency,
  { period, timezone }: Remembered
): Schedule => {
  if (frequency === 'interval') return isCron(schedule) ? period : schedule;
  const { cron } = cronOf(schedule, timezone);
  if (frequency === 'custom') return { cron };
  const preset = presetOf(cron.expression);
  if (preset.kind === frequency) return { cron };
  const { hour, minute } = preset.kind === 'custom' ? MORNING : preset;
  const time = { hour, minute };
  const next = {
    daily: { kind: 'daily' as const, ...time },
    weekly: { kind: 'weekly' as const, days: [MONDAY], ...time },
    monthly: { kind: 'monthly' as const, day: 1, ...time },
  }[frequency];
  return { cron: { ...cron, expression: expressionOf(next) } };
};
