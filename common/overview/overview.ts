import type { Alert } from '../alerts/alert';
import type { BySeverity } from '../alerts/api';
import { API_BASE } from '../plugin';

export const OVERVIEW_PATH = `${API_BASE}/overview`;

/** How far back messages that were given up still count as broken, milliseconds. */
export const DEAD_FOR = 24 * 3_600_000;

/** A message that waits longer than this says that its destination fails. Milliseconds. */
export const WAITS_TOO_LONG = 60_000;

export interface FailingMonitor {
  id: string;
  name: string;
  /** Epoch milliseconds. */
  since: number;
  reason: string;
}

export interface FailingDestination {
  id: string;
  /** Absent where it has been deleted. */
  name?: string;
  /** Messages given up within `DEAD_FOR`. */
  dead: number;
  /** Messages that wait to be tried again. */
  waiting: number;
  /** Of the newest that was given up. */
  reason?: string;
}

export interface MonitorName {
  id: string;
  name: string;
}

/** `GET /overview`: what is firing, what is broken, and how far behind the runs are. */
export interface Overview {
  monitors: { total: number; enabled: number };
  firing: {
    /** Active alerts. */
    total: number;
    by_severity: BySeverity;
    acknowledged: number;
    pending: number;
    no_data: number;
    newest: Alert[];
    longest: Alert[];
  };
  broken: {
    /** Open alerts that are errors. */
    error_alerts: number;
    /** How many monitors they are of, and some of them. */
    failing_count: number;
    failing: FailingMonitor[];
    dead_messages: number;
    destinations: FailingDestination[];
    adoption_count: number;
    needs_adoption: MonitorName[];
    /** Saved monitors that cannot be read. */
    unreadable: number;
    /** Permissions that are missing, and other things that an operator must mend. */
    problems: string[];
  };
  running: {
    /** Live instances that run monitors. */
    instances: number;
    /** Milliseconds that the longest waiting run is late. */
    lag: number;
    /** Monitors that are behind. */
    late: number;
    /** Why nothing runs here, where nothing does. */
    problem?: string;
  };
}
