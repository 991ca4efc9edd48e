import { scheduleSchema } from '../../../common/monitors/monitor';
import type { Schedule } from '../../../common/monitors/monitor';

const STAND_IN: Schedule = { period: { interval: 1, unit: 'MINUTES' } };

/** Why a schedule that is being written cannot be used yet. */
export const scheduleFaults = (schedule: Schedule): string[] => {
  const result = scheduleSchema.safeParse(schedule);
  return result.success ? [] : result.error.issues.map(({ message }) => message);
};

/** A schedule to work with while the one that is being written is not right: every minute. */
export const usableSchedule = (schedule: Schedule): Schedule =>
  scheduleFaults(schedule).length === 0 ? schedule : STAND_IN;
