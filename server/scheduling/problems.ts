import type { SchedulerProblem } from '../../common/overview/scheduler';
import type { Clock } from '../clock';

/** Something that has not come again for so long is over, even when nobody said so. Milliseconds. */
const FRESH = 60_000;
const KEPT = 30;

type Entry = SchedulerProblem & { seenAt: number; open: boolean };

/** What goes wrong, by what it is about: said once, counted, and taken back when it works again. */
export class Problems {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly clock: Clock) {}

  /** @returns true when this is news: it deserves a line in the log. */
  report(about: string, message: string): boolean {
    const now = this.clock.now();
    const known = this.entries.get(about);
    const same = known?.open === true && known.message === message;
    this.entries.delete(about);
    this.entries.set(about, {
      about,
      message,
      since: known?.open ? known.since : now,
      last: now,
      times: same ? known.times + 1 : 1,
      seenAt: this.clock.monotonic(),
      open: true,
    });
    if (this.entries.size > KEPT) this.forgetOldest();
    return !same;
  }

  /** It works again. */
  clear(about: string): void {
    const known = this.entries.get(about);
    if (known) known.open = false;
  }

  /** What is wrong now. */
  current(): SchedulerProblem[] {
    const now = this.clock.monotonic();
    return [...this.entries.values()]
      .filter(({ open, seenAt }) => open && now - seenAt < FRESH)
      .map(toProblem);
  }

  /** What went wrong last, the newest first, over or not. */
  recent(): SchedulerProblem[] {
    return [...this.entries.values()].reverse().map(toProblem);
  }

  private forgetOldest(): void {
    const [oldest] = this.entries.keys();
    this.entries.delete(oldest);
  }
}

const toProblem = ({ about, message, since, last, times }: Entry): SchedulerProblem => ({
  ...{ about, message, since, last, times },
});
