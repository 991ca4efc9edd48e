import { isAhead } from '../../common/monitors/clock_ahead';
import type { RunRow } from '../../common/monitors/run';
import type { HeldState } from '../monitors/state_store';
import { freshState } from '../monitors/state_store';
import { NO_CURSOR, cursorAfter } from './cursor';
import type { Cursor } from './cursor';
import { TICK_MS, tickBlock } from './tick_store';
import type { TickBlock } from './tick_store';

const CHECKPOINT_EVERY = 10 * 60_000;
/** Far more often than tick blocks are dropped. */
const QUIET_CHECKPOINT_EVERY = 6 * 3_600_000;
/** Runs that a commit carries along, in case that no block ever has them. */
const MOST_UNLOGGED = 10;

/** What was read of a partition when it was won. */
export interface LoadedPartition {
  states: Map<string, HeldState>;
  cursors: Map<string, Cursor>;
  /** The newest tick block's second; a block of ours must be later. 0: there is none. */
  lastTick: number;
  /** Monitors whose stored state is not clear: it is read again before they run. */
  suspects: string[];
}

/** What an instance knows of a partition that it owns. */
export class PartitionMemory {
  readonly suspects: readonly string[];
  private readonly states: Map<string, HeldState>;
  private readonly cursors: Map<string, Cursor>;
  private readonly fenced = new Set<string>();
  /** Of monitors that were deleted: nothing goes on from there. */
  private readonly ended = new Set<string>();
  private rows: RunRow[] = [];
  /** Handed out and not known to be written: the same block is tried again, so that no run is logged twice. */
  private unwrittenBlock: TickBlock | undefined;
  private lastTick: number;
  private checkpointAt = Number.NEGATIVE_INFINITY;

  constructor(
    readonly partition: number,
    { states, cursors, lastTick, suspects }: LoadedPartition,
    now: number
  ) {
    this.states = new Map(states);
    this.cursors = cursors;
    this.lastTick = lastTick;
    this.suspects = suspects;
    for (const [id, { state }] of states) {
      if (state.ended !== undefined) {
        this.states.delete(id);
        this.ended.add(id);
        continue;
      }
      if (isAhead(state.window_end, now)) continue;
      // A crash between the commit and the tick block: the rows are in the state.
      const rows = [...(state.unlogged_runs ?? []), ...(state.last_run ? [state.last_run] : [])];
      this.recordNew(rows);
      this.advance(id, { end: state.window_end }, now);
    }
  }

  held(id: string, now: number): HeldState {
    return this.states.get(id) ?? freshState(id, now);
  }

  hold(id: string, held: HeldState): void {
    this.states.set(id, held);
  }

  /** Somebody else has evaluated up to here. */
  skipTo(id: string, evaluated: number): void {
    const { end, open } = this.cursorOf(id);
    if (evaluated >= end) this.cursors.set(id, { end: evaluated });
    else if (open !== undefined && open < evaluated) this.cursors.set(id, { end, open: evaluated });
  }

  forget(id: string): void {
    this.states.delete(id);
    this.cursors.delete(id);
    this.fenced.delete(id);
    this.ended.delete(id);
  }

  /** Monitors that have a committed state here, those that were deleted among them. */
  stateIds(): string[] {
    return [...this.states.keys(), ...this.ended];
  }

  /**
   * True once the monitor's state was written under this ownership: from then on an earlier owner that still believes
   * in its lease loses the compare-and-swap.
   */
  isFenced(id: string): boolean {
    return this.fenced.has(id);
  }

  fence(id: string): void {
    this.fenced.add(id);
  }

  /** Where the monitor stands. */
  cursorOf(id: string): Cursor {
    return this.cursors.get(id) ?? NO_CURSOR;
  }

  /** Takes a run into the next tick block. */
  record(row: RunRow): void {
    this.rows.push(row);
    const after = cursorAfter(row);
    const { open } = this.cursorOf(row.monitor_id);
    // A window reaches back only so far; what it left out is still not evaluated.
    const stillOpen = after.open !== undefined && open !== undefined && open < after.open;
    this.advance(row.monitor_id, stillOpen ? { ...after, open } : after, row.started_at);
  }

  /** Takes in the runs of another owner, as far as they are not known. */
  recordNew(rows: RunRow[]): void {
    for (const row of rows) {
      if (row.window.end > this.cursorOf(row.monitor_id).end) this.record(row);
    }
  }

  /** The newest runs of a monitor that are not known to be written, oldest first. */
  unloggedOf(id: string): RunRow[] {
    const rows = [...(this.unwrittenBlock?.rows ?? []), ...this.rows];
    return rows.filter(({ monitor_id: of }) => of === id).slice(-MOST_UNLOGGED);
  }

  /** Rows that are not known to be written. */
  get unwritten(): number {
    return this.rows.length + (this.unwrittenBlock?.rows.length ?? 0);
  }

  /** A weekly monitor's cursor must not go with its blocks: a quiet partition is written down now and then as well. */
  private isForgetful(monotonic: number): boolean {
    return this.cursors.size > 0 && monotonic - this.checkpointAt >= QUIET_CHECKPOINT_EVERY;
  }

  /**
   * The next block to write; undefined for none. It stays the next one until `blockWritten`. Its second is later than
   * that of every block before, whatever the clock says.
   */
  nextBlock(owner: string, now: number, monotonic: number): TickBlock | undefined {
    if (this.unwrittenBlock) return this.unwrittenBlock;
    if (this.rows.length === 0 && !this.isForgetful(monotonic)) return undefined;
    const tick = Math.max(Math.floor(now / TICK_MS) * TICK_MS, this.lastTick + TICK_MS);
    this.lastTick = tick;
    const due = monotonic - this.checkpointAt >= CHECKPOINT_EVERY;
    if (due) this.checkpointAt = monotonic;
    const rows = this.rows;
    this.rows = [];
    this.unwrittenBlock = tickBlock({
      ...{ partition: this.partition, tick, owner, rows },
      ...(due ? { cursors: this.cursors } : {}),
    });
    return this.unwrittenBlock;
  }

  blockWritten(block: TickBlock): void {
    if (this.unwrittenBlock === block) this.unwrittenBlock = undefined;
  }

  private advance(id: string, to: Cursor, now: number): void {
    const { end } = this.cursorOf(id);
    if (to.end > end || isAhead(end, now)) this.cursors.set(id, to);
  }
}
