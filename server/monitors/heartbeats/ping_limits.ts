import type { Clock } from '../../clock';

/** So many unknown tokens at once, and then so many a second, on one instance. */
const STRANGERS_BURST = 50;
const STRANGERS_A_SECOND = 10;

/** So many pings of one heartbeat in a minute: those that are only coming fast count as one, so this is a runaway. */
const PINGS_A_MINUTE = 120;
const MINUTE = 60_000;

const MOST_KNOWN = 20_000;

interface Known {
  windowStart: number;
  pings: number;
}

/**
 * Bounds what callers without a login can make the cluster do. Whoever has shown a token that is right is not held up by
 * those who guess.
 */
export class PingLimits {
  /** By the token's hash. */
  private readonly known = new Map<string, Known>();
  private strangers = STRANGERS_BURST;
  private refilledAt: number;

  constructor(private readonly clock: Clock) {
    this.refilledAt = clock.monotonic();
  }

  /** Whether a ping with this token may be looked up. */
  admits(tokenHash: string): boolean {
    const known = this.known.get(tokenHash);
    return known ? this.admitsKnown(known) : this.admitsStranger();
  }

  /** What was looked up. */
  found(tokenHash: string, isRight: boolean): void {
    if (!isRight) {
      this.known.delete(tokenHash);
      return;
    }
    if (this.known.has(tokenHash)) return;
    // Its look-up was none of a stranger.
    this.strangers = Math.min(STRANGERS_BURST, this.strangers + 1);
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    this.known.set(tokenHash, { windowStart: this.clock.monotonic(), pings: 1 });
  }

  private admitsKnown(known: Known): boolean {
    const now = this.clock.monotonic();
    if (now - known.windowStart >= MINUTE) {
      known.windowStart = now;
      known.pings = 0;
    }
    known.pings += 1;
    return known.pings <= PINGS_A_MINUTE;
  }

  private admitsStranger(): boolean {
    const now = this.clock.monotonic();
    const refill = ((now - this.refilledAt) / 1000) * STRANGERS_A_SECOND;
    this.strangers = Math.min(STRANGERS_BURST, this.strangers + refill);
    this.refilledAt = now;
    if (this.strangers < 1) return false;
    this.strangers -= 1;
    return true;
  }
}
