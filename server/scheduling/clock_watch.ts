import type { Clock } from '../clock';

/** The wall clock runs a little faster or slower than the monotonic one; more than this is a jump. Milliseconds. */
const TOLERANCE = 2000;

/** Notices that the wall clock was set. */
export class ClockWatch {
  private offset: number;

  constructor(private readonly clock: Clock) {
    this.offset = this.currentOffset();
  }

  /** True when the clock was set since the last call. */
  jumped(): boolean {
    const before = this.offset;
    this.offset = this.currentOffset();
    return Math.abs(this.offset - before) > TOLERANCE;
  }

  private currentOffset(): number {
    return this.clock.now() - this.clock.monotonic();
  }
}
