import type { Clock } from '../clock';

export const SCRIPT_WINDOW_MS = 5 * 60_000;
/** A cluster compiles 75 in five minutes (context `painless_test`); other instances and users have their share. */
export const SCRIPTS_PER_WINDOW = 60;
/** As many as a node of the cluster keeps compiled. */
const KEPT_COMPILED = 100;
/** After a refusal: about as long as the cluster takes to allow the next one. */
const PAUSE_MS = 5_000;

export interface ScriptBudgetStatus {
  /** Compilations in the last five minutes. */
  used: number;
  limit: number;
  /** Conditions that wait for their compilation. */
  waiting: number;
}

/** What this instance may have the cluster compile: conditions that the interpreter does not know. */
export class ScriptBudget {
  private compiledAt: number[] = [];
  /** Least recently used first. */
  private readonly compiled = new Set<string>();
  /** By source, when it last asked in vain. */
  private readonly waiting = new Map<string, number>();
  private pausedUntil = 0;

  constructor(
    private readonly clock: Clock,
    private readonly limit = SCRIPTS_PER_WINDOW
  ) {}

  /** Whether the source may be sent now. What the cluster has compiled lately costs nothing. */
  take(source: string): boolean {
    const now = this.forgetOld();
    if (this.compiled.delete(source)) {
      this.compiled.add(source);
      return true;
    }
    if (now < this.pausedUntil || this.compiledAt.length >= this.limit) {
      this.waiting.set(source, now);
      return false;
    }
    this.compiledAt.push(now);
    this.remember(source);
    return true;
  }

  /** The cluster would not compile it: what we know of its cache is out of date. */
  refused(source: string): void {
    const now = this.forgetOld();
    this.compiled.delete(source);
    this.waiting.set(source, now);
    this.pausedUntil = now + PAUSE_MS;
  }

  status(): ScriptBudgetStatus {
    this.forgetOld();
    return { used: this.compiledAt.length, limit: this.limit, waiting: this.waiting.size };
  }

  private remember(source: string): void {
    this.waiting.delete(source);
    this.compiled.add(source);
    for (const oldest of this.compiled) {
      if (this.compiled.size <= KEPT_COMPILED) return;
      this.compiled.delete(oldest);
    }
  }

  /** Who has not asked again for a whole window waits no more: the monitor is gone, or has changed. */
  private forgetOld(): number {
    const now = this.clock.monotonic();
    this.compiledAt = this.compiledAt.filter((at) => at > now - SCRIPT_WINDOW_MS);
    for (const [source, at] of this.waiting) {
      if (at <= now - SCRIPT_WINDOW_MS) this.waiting.delete(source);
    }
    return now;
  }
}
