import { API_BASE } from '../plugin';

export const SCHEDULER_PATH = `${API_BASE}/scheduler`;

/** Something that went wrong in an instance. Instants are epoch milliseconds. */
export interface SchedulerProblem {
  /** What it concerns, such as `leases` or `monitor:<id>`: one entry each. */
  about: string;
  message: string;
  since: number;
  last: number;
  times: number;
}

/** A monitor whose run is due and has not begun. */
export interface LateMonitor {
  id: string;
  /** Absent when the monitor is not known any more. */
  name?: string;
  /** Milliseconds. */
  late: number;
}

/** What an instance tells of itself with each beat. */
export interface InstanceReport {
  host: string;
  version: string;
  started_at: number;
  /** Monitors that it schedules. */
  monitors: number;
  /** Milliseconds that the longest waiting run is late. */
  lag: number;
  /** Runs that are due and wait for their turn. */
  queue: number;
  /** Searches under way. */
  in_flight: number;
  /** How many monitors are late, and the latest of them. */
  late_count: number;
  late: LateMonitor[];
  /** Run rows that could not be written down yet. */
  unwritten: number;
  problems: SchedulerProblem[];
  /** Ids of the encryption keys that it can open secrets with, that which it seals with first. */
  key_ids?: string[];
}

export interface SchedulerInstance {
  id: string;
  /** The one that answers. */
  this_one: boolean;
  /** False: its beat has not changed for longer than it promised. */
  live: boolean;
  beats: number;
  /** When its beat was seen to change; null: not since this instance looks. */
  last_seen: number | null;
  /** Milliseconds without a beat after which others take over. */
  lease_ttl: number;
  /** Partitions whose lease it holds. */
  partitions: number[];
  /** Absent for an instance of another version that tells nothing. */
  report?: InstanceReport;
}

/** `GET /scheduler`: who runs what, and what is behind. */
export interface SchedulerOverview {
  /** False: this instance only serves pages. */
  enabled: boolean;
  partition_count: number;
  instances: SchedulerInstance[];
  /** Partitions that nobody holds at the moment. */
  unowned: number[];
  /** Conditions that only the cluster can evaluate: what this instance had compiled in the last five minutes. */
  scripts: { used: number; limit: number; waiting: number };
}
