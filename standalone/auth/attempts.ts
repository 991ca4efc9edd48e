import { isIPv6 } from 'node:net';
import type { Monotonic } from './clock';

/** Somebody has guessed too often. */
export class TooManyAttempts extends Error {
  constructor(
    /** Milliseconds until the next attempt is allowed. */
    readonly wait: number
  ) {
    const minutes = Math.ceil(wait / 60_000);
    const when = minutes === 1 ? 'in a minute' : `in ${minutes} minutes`;
    super(`Too many failed attempts. Try again ${when}.`);
    this.name = 'TooManyAttempts';
  }
}

const WINDOW_MS = 5 * 60_000;
/** Failed attempts within the window. */
const LIMITS = {
  /** Of one address with one name. */
  pair: 5,
  /** Of one address, whatever the names. */
  address: 20,
  /** With one name from everywhere: high, so that others cannot easily lock somebody out. */
  user: 100,
};
const MOST_REMEMBERED = 10_000;

interface Count {
  failures: number;
  until: number;
}

/** Whoever has an IPv6 network has all its addresses. */
const networkOf = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1];
  if (!isIPv6(address)) return address;
  const [head, tail = ''] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = tail.split(':').filter(Boolean);
  const zeros = address.includes('::') ? 8 - groups.length - rest.length : 0;
  return [...groups, ...Array<string>(Math.max(0, zeros)).fill('0'), ...rest].slice(0, 4).join(':');
};

/** Counts failed attempts by address and name. An attempt counts from its beginning, so that many at once gain nothing. */
export class Attempts {
  private readonly counts = new Map<string, Count>();

  constructor(private readonly now: Monotonic) {}

  /** Throws {@link TooManyAttempts}. */
  begin(address: string, user: string): void {
    const keys = this.keysOf(address, user);
    const now = this.now();
    const waits = keys.map(([key, limit]) => this.wait(key, limit, now));
    const wait = Math.max(...waits);
    if (wait > 0) throw new TooManyAttempts(wait);
    for (const [key] of keys) this.count(key, now);
  }

  /** It was no failure. */
  succeeded(address: string, user: string): void {
    const [[pair], ...others] = this.keysOf(address, user);
    this.counts.delete(pair);
    for (const [key] of others) this.takeBack(key);
  }

  /** Nothing is known about it, since whoever knows did not answer. */
  undecided(address: string, user: string): void {
    for (const [key] of this.keysOf(address, user)) this.takeBack(key);
  }

  private keysOf(address: string, user: string): Array<[key: string, limit: number]> {
    const network = networkOf(address);
    return [
      [JSON.stringify([network, user]), LIMITS.pair],
      [JSON.stringify([network]), LIMITS.address],
      [JSON.stringify([null, user]), LIMITS.user],
    ];
  }

  private wait(key: string, limit: number, now: number): number {
    const count = this.counts.get(key);
    if (count === undefined || count.failures < limit) return 0;
    return Math.max(0, count.until - now);
  }

  private count(key: string, now: number): void {
    const known = this.counts.get(key);
    if (known && known.until > now) {
      known.failures++;
      return;
    }
    this.counts.delete(key);
    this.counts.set(key, { failures: 1, until: now + WINDOW_MS });
    const [oldest] = this.counts.keys();
    if (this.counts.size > MOST_REMEMBERED) this.counts.delete(oldest);
  }

  private takeBack(key: string): void {
    const count = this.counts.get(key);
    if (count && count.failures > 0) count.failures--;
  }
}
