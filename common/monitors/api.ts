import { z } from 'zod';
import { API_BASE } from '../plugin';
import { pageQuerySchema } from '../page';
import type { Page } from '../page';
import type { Message } from '../notifications/message';
import type { HeartbeatState } from './heartbeat/standing';
import {
  MONITOR_TYPES,
  monitorSchema,
  queryLevelTriggerSchema,
  searchInputSchema,
} from './monitor';
import type { Monitor } from './monitor';
import type { RunProblem, RunRow, Window } from './run';
import type { GroupVerdict, Judged } from './verdict';

export const MONITORS_PATH = `${API_BASE}/monitors`;

/** How a monitor is, by its open alerts; `quiet` has none. */
export const MONITOR_HEALTHS = [
  ...(['firing', 'no_data', 'error', 'pending', 'acknowledged', 'quiet'] as const),
  'needs_adoption',
] as const;
export type MonitorHealth = (typeof MONITOR_HEALTHS)[number];

export const monitorsQuerySchema = pageQuerySchema.extend({
  state: z.enum(['all', 'enabled', 'disabled']).default('all'),
  type: z.enum(MONITOR_TYPES).optional(),
  /** Exactly this one. */
  tag: z.string().optional(),
  owner: z.string().optional(),
  health: z.enum(MONITOR_HEALTHS).optional(),
});

/** `GET /monitors`: a page, with what all monitors can be filtered by. */
export interface MonitorsPage extends Page<MonitorSummary> {
  tags: string[];
  owners: string[];
}

/** The monitor itself is parsed apart, by `monitorSchema`: its problems name fields from the monitor down. */
export const saveMonitorSchema = z.strictObject({
  monitor: z.unknown(),
  /** What the author says about this version. */
  note: z.string().trim().max(1000).optional(),
});

/** `version` is the one that the editor opened: a stale one is a 409, and nothing is overwritten. */
export const updateMonitorSchema = saveMonitorSchema.extend({ version: z.string().min(1) });

/** `GET /monitors/{id}/versions`, newest first. */
export interface MonitorVersion {
  id: string;
  /** Epoch milliseconds. */
  at: number;
  author?: string;
  note?: string;
  monitor: Monitor;
}

/** `POST /monitors/{id}/_restore`: saves a former version anew. `version` is the one that is there now. */
export const restoreMonitorSchema = z.strictObject({
  version_id: z.string().min(1),
  version: z.string().min(1),
});

export type Authorisation = 'ok' | 'needs_adoption';

/** A saved monitor. */
export interface MonitorRecord {
  id: string;
  version: string;
  updated_at: string;
  monitor: Monitor;
  authorisation: Authorisation;
  /** Who last saved or adopted it, when the cluster knows users. */
  author?: string;
  /** Epoch milliseconds; null while disabled. */
  next_run: number | null;
}

/** A row of the monitors list. */
export interface MonitorSummary {
  id: string;
  version: string;
  name: string;
  enabled: boolean;
  monitor_type: Monitor['monitor_type'];
  indices: string[];
  tags: string[];
  owner?: string;
  schedule: Monitor['schedule'];
  authorisation: Authorisation;
  /** Of a heartbeat. `last_ping` in epoch milliseconds. */
  heartbeat?: { state: HeartbeatState; last_ping?: number };
  last_run: RunRow | null;
  next_run: number | null;
  pending_alerts: number;
  active_alerts: number;
  no_data_alerts: number;
  acknowledged_alerts: number;
  error_alerts: number;
  updated_at: string;
}

/** A run with what became of its messages. */
export interface RunRecord extends RunRow {
  messages: Message[];
}

export const runsQuerySchema = z.object({
  /** Only runs that were scheduled before this instant (epoch milliseconds): the next page. */
  before: z.coerce.number().int().optional(),
  size: z.coerce.number().int().min(1).max(500).default(50),
  /** Leave out runs that were not triggered and had no problem. */
  notable: z.stringbool().default(false),
});

export interface RunsPage {
  runs: RunRecord[];
  /** Pass as `before` for the next page; absent at the end. */
  next_before?: number;
}

/** Runs a query as the calling user, without saving anything. */
export const runQuerySchema = z.strictObject({
  input: searchInputSchema,
  /** Milliseconds from the period's start to its end. */
  interval_ms: z.int().min(1000),
  query_delay_seconds: z.int().min(0).max(3600).default(0),
});

/** What the editor's Run shows. `response` is the cluster's answer as text, so that number types survive. */
export interface QueryRun {
  window: Window;
  /** The query as it was sent, its period filled in. */
  rendered_query: string;
  took: number;
  hits: number;
  response: string;
  /** Why the scheduler would call such an answer an error (partial, timed out), although documents came back. */
  problem?: RunProblem;
}

/** Evaluates a condition that only the cluster's Painless knows, against the last Run. */
export const evaluateConditionSchema = z.strictObject({
  source: z.string().min(1),
  trigger: queryLevelTriggerSchema.optional(),
  monitor: monitorSchema,
  window: z.strictObject({ start: z.int(), end: z.int() }),
  response: z.string(),
});

export type ConditionAnswer =
  | { kind: 'value'; value: string; triggered: boolean; evaluated_by: 'interpreter' | 'cluster' }
  | {
      kind: 'error';
      message: string;
      line?: number;
      column?: number;
      evaluated_by: 'interpreter' | 'cluster';
    };

/** The monitor is parsed apart, as in `saveMonitorSchema`. */
export const dryRunSchema = z.strictObject({
  monitor: z.unknown(),
  /** Where it is saved already: what its messages call it. */
  monitor_id: z.string().min(1).optional(),
  /** Epoch milliseconds; without it, now less the query delay. */
  period_end: z.int().min(0).optional(),
});

/** As many groups of a trigger as a dry run shows; those that triggered come first. */
export const MOST_DRY_GROUPS = 1000;

/** A group as JSON carries it. `content` is JSON text of its own, so that its numbers keep their types. */
export type DryGroup = Omit<GroupVerdict, 'content'> & { content?: string };

export type DryVerdict =
  | (Omit<Judged, 'groups'> & {
      groups: DryGroup[];
      /** Of all groups, shown or not. */
      counts: { judged: number; triggered: number };
    })
  | { triggerId: string; kind: 'problem'; problem: RunProblem };

/**
 * `POST /monitors/_dry_run`: what a run of any type of monitor finds, asked as the caller. Nothing is saved or sent, and
 * no alert or memory of the monitor is looked at.
 */
export interface DryRun {
  window: Window;
  /** Milliseconds that the cluster took, and the true count; where known. */
  took?: number;
  hits?: number;
  /** `ctx.results` as JSON text, so that number types survive. */
  results: string;
  verdicts: DryVerdict[];
  /** Why nothing is known: a scheduled run would raise an error. `field` is where to mend it, where that is known. */
  problem?: RunProblem & { field?: string };
}
