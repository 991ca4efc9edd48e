import type { SetPause } from './deliveries_api';

/** From one instant to another, epoch milliseconds. */
interface Stretch {
  from: number;
  to: number;
}

/** Whether everything is held back, as it is stored. */
export interface PauseSwitch {
  paused: boolean;
  reason?: string;
  /** Epoch milliseconds at which it ends by itself. */
  until?: number;
  by?: string;
  /** Since when it is so. Absent where nobody has ever paused. */
  since?: number;
  /** The pauses before, the newest last: messages do not grow old in them. */
  past: readonly Stretch[];
}

export const NEVER_PAUSED: PauseSwitch = { paused: false, past: [] };

/** So many former pauses are remembered. */
const MOST_PAST = 50;

export const isPaused = ({ paused, until }: PauseSwitch, now: number): boolean =>
  paused && (until === undefined || now < until);

/** The pause that the switch stands on, as far as it has come; undefined where it stands on none. */
const present = ({ paused, since, until = Infinity }: PauseSwitch, now: number) =>
  paused && since !== undefined && since < Math.min(until, now)
    ? { from: since, to: Math.min(until, now) }
    : undefined;

/** The switch after somebody has set it. One that is on stays on since when it was. */
export const setPause = (
  old: PauseSwitch,
  wanted: SetPause,
  by: string | undefined,
  now: number
): PauseSwitch => {
  const who = by === undefined ? {} : { by };
  if (wanted.paused && isPaused(old, now)) {
    return { ...wanted, ...who, since: old.since ?? now, past: old.past };
  }
  const over = present(old, now);
  const past = [...old.past, ...(over ? [over] : [])].slice(-MOST_PAST);
  return { ...wanted, ...who, since: now, past };
};

/** Milliseconds between two instants in which everything was held back. */
export const pausedWithin = (pause: PauseSwitch, from: number, to: number): number => {
  const now = present(pause, to);
  return [...pause.past, ...(now ? [now] : [])].reduce(
    (sum, stretch) => sum + Math.max(0, Math.min(stretch.to, to) - Math.max(stretch.from, from)),
    0
  );
};
