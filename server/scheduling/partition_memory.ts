import type { RunRow } from '../../common/monitors/run';
import type { HeldState } from '../monitors/state_store';
import { freshState } from '../monitors/state_store';

/** What an instance knows of a partition that it owns. */
export class PartitionMemory {
  private readonly rows: RunRow[] = [];
  private lastTick = 0;
  private checkpointAt = Number.NEGATIVE_INFINITY;

  constructor(
    readonly partition: number,
    private readonly states: Map<string, HeldState>,
    private readonly cursors: Map<string, number>
  ) {
    for (const [id, { state }] of states) {
      // A crash between the commit and the tick block: the row is in the state.
      const row = state.last_run;
      if (row && row.window.end > this.cursorOf(id)) this.record(row);
      this.advance(id, state.window_end);
    }
  }

  held(id: string): HeldState {
    return this.states.get(id) ?? freshState(id);
  }

  hold(id: string, held: HeldState): void {
    this.states.set(id, held);
  }

  forget(id: string): void {
    this.states.delete(id);
    this.cursors.delete(id);
  }

  /** Monitors that have a committed state here. */
  stateIds(): string[] {
    return [...this.states.keys()];
  }

  /** The end of the monitor's last window; 0 when it has none. */
  cursorOf(id: string): number {
    return this.cursors.get(id) ?? 0;
  }

  /** Takes a run into the next tick block. */
  record(row: RunRow): void {
    this.rows.push(row);
    this.advance(row.monitor_id, row.window.end);
  }

  /** The rows of the next block and its second, which is later than that of any block before; undefined for none. */
  takeBlock(now: number, tickMs: number): { tick: number; rows: RunRow[] } | undefined {
    if (this.rows.length === 0) return undefined;
    const tick = Math.max(Math.floor(now / tickMs) * tickMs, this.lastTick + tickMs);
    this.lastTick = tick;
    return { tick, rows: this.rows.splice(0) };
  }

  /** Rows of a block that could not be written. */
  putBack(rows: RunRow[]): void {
    this.rows.unshift(...rows);
  }

  /** Where every monitor stands, when it is time to write that down. */
  checkpoint(monotonic: number, every: number): Record<string, number> | undefined {
    if (monotonic - this.checkpointAt < every) return undefined;
    this.checkpointAt = monotonic;
    return Object.fromEntries(this.cursors);
  }

  private advance(id: string, end: number): void {
    if (end > this.cursorOf(id)) this.cursors.set(id, end);
  }
}
