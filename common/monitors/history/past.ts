import type { Alert } from '../../alerts/alert';

/** A version of a saved monitor, as far as it says whether the monitor was to run. Instants are epoch milliseconds. */
export interface SavedState {
  at: number;
  enabled: boolean;
}

/** What is known of a monitor's past beside its runs. */
export interface KnownPast {
  now: number;
  /** The oldest first. */
  saved: readonly SavedState[];
  /** Runs before this instant are not kept any more. */
  kept_since: number;
}

/** Why a monitor did not run at an instant. */
export type Absence =
  /** It is still to come. */
  | 'future'
  /** The monitor had not been created yet. */
  | 'not_existing'
  | 'disabled'
  /** Its runs of that time are not kept any more. */
  | 'not_kept'
  /** It was to run, and there is no trace of a run: no instance was there, or the cluster was not. */
  | 'not_run';

export const absenceAt = (instant: number, { now, saved, kept_since }: KnownPast): Absence => {
  if (instant >= now) return 'future';
  if (saved.length > 0 && instant < saved[0].at) return 'not_existing';
  const before = saved.filter(({ at }) => at <= instant);
  if (before.length > 0 && !before[before.length - 1].enabled) return 'disabled';
  return instant < kept_since ? 'not_kept' : 'not_run';
};

/** How an alert stood at an instant; undefined where it was not open. */
export type Standing = 'pending' | 'active' | 'acknowledged' | 'no_data' | 'error';

const isError = ({ state, failures }: Alert): boolean =>
  state === 'error' || failures !== undefined;

/** By what its document says now: an acknowledgement that was taken back has left no trace in it. */
export const standingAt = (alert: Alert, instant: number): Standing | undefined => {
  const { start_time: start, end_time: end, active_time: active } = alert;
  if (instant < start || (end !== undefined && instant >= end)) return undefined;
  if (isError(alert)) return 'error';
  if (alert.acknowledged_time !== undefined && alert.acknowledged_time <= instant) {
    return 'acknowledged';
  }
  if (alert.no_data) return 'no_data';
  return active === undefined || active > instant ? 'pending' : 'active';
};
