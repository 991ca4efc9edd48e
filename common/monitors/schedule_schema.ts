import { z } from 'zod';
import { cronFault, isTimezone } from './rhythm';
import { INTERVAL_UNITS } from './duration';

const periodSchema = z.strictObject({
  interval: z
    .int({ error: 'The interval must be a whole number.' })
    .min(1, 'The interval must be at least 1.')
    .max(100_000, 'The interval must be at most 100000.'),
  unit: z.enum(INTERVAL_UNITS, {
    error: `The unit must be one of ${INTERVAL_UNITS.join(', ')}.`,
  }),
});

/** UNIX cron, as in OpenSearch Alerting. */
const cronSchema = z.strictObject({
  expression: z
    .string({ error: 'A cron expression is required.' })
    .trim()
    .superRefine((expression, { addIssue }) => {
      const fault = cronFault(expression);
      if (fault !== undefined) addIssue({ code: 'custom', message: fault });
    }),
  timezone: z
    .string({ error: 'A time zone is required.' })
    .trim()
    .min(1, 'A time zone is required.')
    .refine(
      (name) => name === '' || isTimezone(name),
      'There is no such time zone; it has a name like Europe/Berlin.'
    ),
});

export interface PeriodSchedule {
  period: z.output<typeof periodSchema>;
}

export interface CronSchedule {
  cron: z.output<typeof cronSchema>;
}

export type Schedule = PeriodSchedule | CronSchedule;

/** Every so long, or by the clock. No plain union, whose problems would not be at their fields. */
export const scheduleSchema = z
  .strictObject({ period: periodSchema.optional(), cron: cronSchema.optional() })
  .transform(({ period, cron }, { addIssue }): Schedule => {
    if (period && !cron) return { period };
    if (cron && !period) return { cron };
    addIssue({ code: 'custom', message: 'A schedule has either a period or a cron expression.' });
    return z.NEVER;
  });

export const isCron = (schedule: Schedule): schedule is CronSchedule => 'cron' in schedule;
