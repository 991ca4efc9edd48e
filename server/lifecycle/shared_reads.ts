import type { Clock } from '../clock';
import type { Caller } from '../http/types';

/** More callers at one time than this only costs the cluster a question more. */
const MOST_REMEMBERED = 200;

interface Read<T> {
  at: number;
  answer: Promise<T>;
}

/**
 * Answers that several pages ask for at once, and again within seconds: one question to the cluster for all who may see
 * the same. Callers of the same name and roles do; whoever the cluster could not name shares with nobody.
 */
export class SharedReads<T> {
  private readonly reads = new Map<string, Read<T>>();

  constructor(
    private readonly clock: Clock,
    private readonly freshFor: number
  ) {}

  async get(caller: Caller, read: () => Promise<T>): Promise<T> {
    if (caller.unknown) return read();
    const key = JSON.stringify([caller.name ?? null, [...caller.roles].sort()]);
    const known = this.reads.get(key);
    if (known && this.clock.monotonic() - known.at < this.freshFor) return known.answer;
    const answer = read();
    this.reads.delete(key);
    this.reads.set(key, { at: this.clock.monotonic(), answer });
    this.forgetOldest();
    // A refusal is not an answer for the next one.
    answer.catch(() => this.reads.delete(key));
    return answer;
  }

  /** After a change: what was read before is not true any more. */
  clear(): void {
    this.reads.clear();
  }

  private forgetOldest(): void {
    for (const key of this.reads.keys()) {
      if (this.reads.size <= MOST_REMEMBERED) return;
      this.reads.delete(key);
    }
  }
}
