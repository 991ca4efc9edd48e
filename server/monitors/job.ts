import type { RunRow } from '../../common/monitors/run';
import type { PlannedRun } from '../../common/monitors/schedule';
import type { CompiledMonitor } from './compiled_monitor';
import type { Judgement } from './kinds/prepared';
import type { HeldState } from './state_store';

/** One run that is due. */
export interface Job {
  compiled: CompiledMonitor;
  run: PlannedRun;
  held: HeldState;
  /**
   * Write the state even when nothing has changed: the first run under a new lease. An earlier owner that still
   * believes in its own then loses the compare-and-swap, whatever it has found.
   */
  mustFence: boolean;
  /** Runs before this one that are not known to be written down, oldest first. */
  unlogged: RunRow[];
  /** Whether the partition is certainly ours at this moment, and the monitor still one that runs. */
  isOurs(): boolean;
}

export type JobResult =
  | {
      kind: 'done';
      row: RunRow;
      /** Where another owner was faster: the runs before, in case that one ended before it wrote them down. */
      earlier?: RunRow[];
      /** The state as it stands now; unchanged for an idle run. */
      held: HeldState;
      /** True when this run wrote the state. */
      committed: boolean;
      /** Milliseconds of search and conditions, where known. */
      took?: number;
      /** The cluster refuses any batch with this search in it, or never ends it. */
      spoils: boolean;
    }
  /** Nothing is settled; run it again. */
  | AgainResult;

export type AgainResult =
  /** 429: of the search threads, or of the script compiler. */
  | { kind: 'again'; why: 'busy'; what: 'searches' | 'scripts' }
  /** The batch did not come back: run it alone. */
  | { kind: 'again'; why: 'hung' }
  /** What is stored must be read before: the state, or what it says, could not be written or read. */
  | {
      kind: 'again';
      why: 'unsettled';
      reason: string;
      /** What is stored of this one monitor is to blame, and not the state of the cluster. */
      poisoned?: true;
    }
  /** The lease has run out meanwhile, or the monitor was deleted or disabled. */
  | { kind: 'again'; why: 'not_ours' }
  /** Its state says that the monitor was deleted, and no such monitor is saved. */
  | { kind: 'again'; why: 'gone' }
  /** Somebody else has evaluated a part of the window, up to an instant: plan anew from there. */
  | { kind: 'again'; why: 'overtaken'; held: HeldState; upTo: number };

/** What a search and the conditions over its answer came to. */
export interface Found {
  job: Job;
  /** Epoch milliseconds. */
  startedAt: number;
  judgement: Judgement;
  /** The cluster refuses any batch with this search in it, or never ends it. */
  spoils: boolean;
  /** Milliseconds of search and conditions, where known. */
  spent?: number;
}
