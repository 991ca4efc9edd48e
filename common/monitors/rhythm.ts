import { Cron } from 'croner';
import { remembered } from './remembered';

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

/** Remembers the two instants that were last between: schedules are asked for the same ones over and over. */
const withMemory = (
  after: (instant: number) => number,
  atOrBefore: (instant: number) => number
) => {
  let next = { from: 0, to: 0 };
  let last = { from: 0, to: 0 };
  const isWithin = (instant: number, { from, to }: typeof next) => instant >= from && instant < to;
  return {
    after: (instant: number): number => {
      if (!isWithin(instant, next)) next = { from: instant, to: after(instant) };
      return next.to;
    },
    atOrBefore: (instant: number): number => {
      if (!isWithin(instant, last)) {
        const from = atOrBefore(instant);
        last = { from, to: after(from) };
      }
      return last.from;
    },
  };
};

/**
 * UNIX cron in a time zone, right through changes of daylight saving: a run whose local time is left out comes at the
 * moment of the change, and one whose local time comes twice runs once.
 *
 * @throws Error when the expression or the zone is none
 */
export const cronRhythm = (expression: string, timezone: string): Rhythm => {
  const cron = new Cron(expression, { timezone, paused: true });
  const nextAfter = (instant: number) => ms(cron.nextRun(new Date(instant)), NEVER);
  const before = (instant: number, steps: number) => {
    const runs = cron.previousRuns(steps, new Date(instant));
    return ms(runs[runs.length - 1], 0);
  };
  // The reference itself does not count, so it is moved past the instant.
  const lastUntil = (instant: number) => before(instant + 1000 - (instant % 1000), 1);
  const { after, atOrBefore } = withMemory(nextAfter, lastUntil);
  const count = (from: number, to: number): number => {
    let at = from;
    for (let counted = 0; counted < MOST_COUNTED; counted++) {
      at = nextOf(counted, at);
      if (at > to) return counted;
    }
    return Math.round((MOST_COUNTED * (to - from)) / (at - from));
  };
  // Counting far must not push out what is remembered.
  const nextOf = (counted: number, at: number) => (counted === 0 ? after(at) : nextAfter(at));
  return {
    after,
    atOrBefore,
    count,
    back: (instant, steps) => (steps === 0 ? instant : before(instant, steps)),
  };
};

const FIELDS = 5;

/** Why an expression is no cron; empty when it is one. */
const faultOf = remembered((expression) => {
  if (expression.trim().split(/\s+/).length !== FIELDS) {
    return 'A cron expression has five parts: minute, hour, day of month, month, day of week.';
  }
  try {
    const next = new Cron(expression, { timezone: 'UTC', paused: true }).nextRun();
    return next ? '' : 'This expression never comes true.';
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).replace(/^CronPattern: /, '');
  }
});

/** Why an expression is no cron; undefined when it is. */
export const cronFault = (expression: string): string | undefined =>
  faultOf(expression) || undefined;

/** True for a name of the IANA database that this engine knows. */
export const isTimezone: (name: string) => boolean = remembered((name) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
});
