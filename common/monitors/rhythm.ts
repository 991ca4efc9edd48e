import { Cron } from 'croner';

/** The scheduled instants of a monitor, epoch milliseconds. */
export interface Rhythm {
  /** The first instant after. */
  after(instant: number): number;
  /** The last instant at or before. */
  atOrBefore(instant: number): number;
  /** How many instants lie in (from, to]; an estimate when there are very many. */
  count(from: number, to: number): number;
  /** The instant that lies `steps` instants before one of its own. */
  back(instant: number, steps: number): number;
}

/** Every so many milliseconds, shifted by a phase. */
export const periodRhythm = (interval: number, phase: number): Rhythm => {
  const after = (instant: number) =>
    Math.floor((instant - phase) / interval) * interval + interval + phase;
  const atOrBefore = (instant: number) => after(instant) - interval;
  return {
    after,
    atOrBefore,
    count: (from, to) => Math.max(0, Math.round((atOrBefore(to) - atOrBefore(from)) / interval)),
    back: (instant, steps) => instant - steps * interval,
  };
};

/** Farther away than this, the next run of an expression that never comes (30 February). */
const NEVER = 8_640_000_000_000_000;
/** Beyond this they are estimated: each costs a computation with time zones. */
const MOST_COUNTED = 1000;

const ms = (date: Date | null | undefined, otherwise: number): number =>
  date?.getTime() ?? otherwise;

/**
 * UNIX cron in a time zone, right through changes of daylight saving: a run whose local time is left out comes at the
 * moment of the change, and one whose local time comes twice runs once.
 */
export const cronRhythm = (expression: string, timezone: string): Rhythm => {
  const cron = new Cron(expression, { timezone, paused: true });
  const after = (instant: number) => ms(cron.nextRun(new Date(instant)), NEVER);
  const before = (instant: number, steps: number) => {
    const runs = cron.previousRuns(steps, new Date(instant));
    return ms(runs[runs.length - 1], 0);
  };
  const count = (from: number, to: number): number => {
    let counted = 0;
    let at = from;
    for (; counted < MOST_COUNTED; counted++) {
      at = after(at);
      if (at > to) return counted;
    }
    return Math.round((counted * (to - from)) / (at - from));
  };
  return {
    after,
    // The reference itself does not count, so it is moved past the instant.
    atOrBefore: (instant) => before(instant + 1000 - (instant % 1000), 1),
    count,
    back: (instant, steps) => (steps === 0 ? instant : before(instant, steps)),
  };
};

/** Why an expression is no cron; undefined when it is. */
export const cronFault = (expression: string): string | undefined => {
  if (expression.trim().split(/\s+/).length !== 5) {
    return 'A cron expression has five parts: minute, hour, day of month, month, day of week.';
  }
  try {
    const next = new Cron(expression, { timezone: 'UTC', paused: true }).nextRun();
    return next ? undefined : 'This expression never comes true.';
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).replace(/^CronPattern: /, '');
  }
};

export const isTimezone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};
