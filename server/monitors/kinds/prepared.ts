import type { Alert } from '../../../common/alerts/alert';
import type { Monitor } from '../../../common/monitors/monitor';
import type { RunProblem, Window } from '../../../common/monitors/run';
import type { Finding } from '../../../common/monitors/step';
import type { SearchRequest } from '../../cluster/batched_search';
import type { Cluster } from '../../cluster/types';
import type { Heartbeats } from '../heartbeats/heartbeat_reader';
import type { ScriptBudget } from '../script_budget';

/** What a run has at hand beside the monitor itself. */
export interface Inquiry {
  /** As the service account, or in an editor as the caller. */
  cluster: Cluster;
  window: Window;
  /** The open alerts of the monitor. */
  alerts: readonly Alert[];
  /** What the type remembered after the last run. */
  memory: unknown;
  scripts: ScriptBudget;
  /** Milliseconds that a search may take by its own limit. */
  timeoutMs: number;
  /** The open alerts and definitions of other monitors: of these ids, those that are there. */
  monitors: OtherMonitors;
  /** The pings of heartbeats; absent where nobody asks for them, as in the proof of a save. */
  heartbeats?: Heartbeats;
  /** Apart from schedule and memory, as a person who may perhaps search and nothing more. */
  rehearsal?: true;
  /** The number that a condition looks at is wanted of groups that are not triggered, too: for a chart. */
  measured?: true;
}

/** Other monitors, for those that rest on them. */
export type OtherMonitors = (ids: readonly string[]) => Promise<ReadonlyMap<string, OtherMonitor>>;

export interface OtherMonitor {
  name: string;
  type: Monitor['monitor_type'];
  /** Its open alerts. */
  alerts: readonly Alert[];
  /** What cannot run, with the reason: nobody has shown that they may ask what it asks, for one. */
  plan: { kind: 'ready'; prepared: Prepared } | { kind: 'problem'; problem: RunProblem };
}

/** What a run came to. */
export interface Judgement {
  /** Milliseconds that the cluster took, and the true count; where known. */
  took?: number;
  hits?: number;
  finding: Finding;
}

/** The answer to the search of a monitor that has one. */
export interface SearchAnswer {
  response: Record<string, unknown>;
  took: number;
  hits: number;
}

/** A monitor of one type, with everything worked out that its runs share. */
export interface Prepared {
  /** Its search, where it is one that can go with others in one `_msearch`. */
  search?(window: Window): SearchRequest;
  /**
   * Asks what is left to ask, and judges.
   *
   * @param answer to `search`; absent where there is none
   * @throws WatchkeeperError where nothing is known: the run is repeated, or fails
   */
  judge(inquiry: Inquiry, answer?: SearchAnswer): Promise<Judgement>;
}

export interface PrepareOptions {
  id: string;
  timeoutSeconds: number;
}
