import type { PastRun } from '../../../common/monitors/back_test/windows';
import type { Monitor } from '../../../common/monitors/monitor';
import type { Clock } from '../../clock';
import type { Cluster } from '../../cluster/types';
import type { ScriptBudget } from '../script_budget';

export interface BackTestDeps {
  /** As the caller. */
  cluster: Cluster;
  clock: Clock;
  scripts: ScriptBudget;
  /** What one search may take by its own limit. */
  timeoutSeconds: number;
  /** `public_base_url` of the configuration. */
  baseUrl?: string;
}

/** What is tested, and against which windows. */
export interface BackTestJob {
  monitor: Monitor;
  /** Where it is saved already. */
  id?: string;
  runs: readonly PastRun[];
}

/** Where a back-test stands, and whether it is to go on. */
export interface Pace {
  /** Between 0 and 1. */
  progress(share: number): void;
  /** True: nobody wants it any more. */
  isOver(): boolean;
  /** Lets others have their turn where this one has had its own. */
  breathe(): Promise<void>;
}
