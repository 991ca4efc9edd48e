import type { Clock } from '../clock';
import type { Caller } from '../http/types';

/** More callers at one time than this only costs the cluster a question more. */
const MOST_REMEMBERED = 200;

/** What takes long to read serves so many times as long as that took, up to half a minute. */
const TIMES = 3;
const LONGEST = 30_000;

interface Read<T> {
  answer: Promise<T>;
  /** Monotonic: until when it serves; absent while it is under way, when it serves everybody. */
  until?: number;
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
    if (known && (known.until === undefined || this.clock.monotonic() < known.until)) {
      return known.answer;
    }
    return this.begin(key, read);
  }

  private begin(key: string, read: () => Promise<T>): Promise<T> {
    const begun = this.clock.monotonic();
    const entry: Read<T> = { answer: read() };
    this.reads.delete(key);
    this.reads.set(key, entry);
    this.forgetOldest();
    entry.answer.then(
      () => {
        const now = this.clock.monotonic();
        const took = Math.min(LONGEST, TIMES * (now - begun));
        entry.until = now + Math.max(this.freshFor, took);
      },
      () => {
        // A refusal is not an answer for the next one; a newer reading stays.
        if (this.reads.get(key) === entry) this.reads.delete(key);
      }
    );
    return entry.answer;
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
