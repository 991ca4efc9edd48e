/** Hour and minute of a day by the clock. */
export interface TimeOfDay {
  hour: number;
  minute: number;
}

/** What a cron expression says, where it is one of the common forms. The expression itself stays what is saved. */
export type CronPreset =
  | ({ kind: 'daily' } & TimeOfDay)
  /** Days from 0, Sunday, in their order. */
  | ({ kind: 'weekly'; days: number[] } & TimeOfDay)
  /** The day of the month, from 1. */
  | ({ kind: 'monthly'; day: number } & TimeOfDay)
  | { kind: 'custom' };

const DAY_NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const SUNDAY_AGAIN = 7;

const numberIn = (text: string, least: number, most: number): number | undefined => {
  const value = /^\d{1,2}$/.test(text) ? Number(text) : NaN;
  return value >= least && value <= most ? value : undefined;
};

const dayOf = (text: string): number | undefined => {
  const named = DAY_NAMES.indexOf(text.toLowerCase());
  return named >= 0 ? named : numberIn(text, 0, SUNDAY_AGAIN);
};

/** `1` or `MON-FRI` */
const daysOfPart = (part: string): number[] | undefined => {
  const [first, last = first, ...more] = part.split('-');
  const from = dayOf(first);
  const to = dayOf(last);
  if (from === undefined || to === undefined || from > to || more.length > 0) return undefined;
  return Array.from({ length: to - from + 1 }, (_, index) => (from + index) % SUNDAY_AGAIN);
};

const daysOf = (text: string): number[] | undefined => {
  const days = new Set<number>();
  for (const part of text.split(',')) {
    const found = daysOfPart(part);
    if (!found) return undefined;
    found.forEach((day) => days.add(day));
  }
  return [...days].sort((a, b) => a - b);
};

/** Which of the common forms an expression has. */
export const presetOf = (expression: string): CronPreset => {
  const fields = expression.trim().split(/\s+/);
  const [minuteText, hourText, dayOfMonth, month, dayOfWeek] = fields;
  const minute = numberIn(minuteText, 0, 59);
  const hour = numberIn(hourText ?? '', 0, 23);
  if (fields.length !== 5 || minute === undefined || hour === undefined || month !== '*') {
    return { kind: 'custom' };
  }
  const time = { hour, minute };
  if (dayOfMonth === '*' && dayOfWeek === '*') return { kind: 'daily', ...time };
  if (dayOfMonth === '*') {
    const days = daysOf(dayOfWeek);
    return days ? { kind: 'weekly', days, ...time } : { kind: 'custom' };
  }
  const day = numberIn(dayOfMonth, 1, 31);
  return day !== undefined && dayOfWeek === '*'
    ? { kind: 'monthly', day, ...time }
    : { kind: 'custom' };
};

/** The expression that says so. */
export const expressionOf = (preset: Exclude<CronPreset, { kind: 'custom' }>): string => {
  const time = `${preset.minute} ${preset.hour}`;
  switch (preset.kind) {
    case 'daily':
      return `${time} * * *`;
    case 'weekly':
      return `${time} * * ${preset.days.join(',')}`;
    case 'monthly':
      return `${time} ${preset.day} * *`;
  }
};
