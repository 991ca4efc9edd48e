import type { Client } from 'undici';

/** Far shorter than receivers keep their side open, so that a kept connection is hardly ever one that is gone. */
const KEPT_MS = 500;
const MOST_KEPT = 256;

interface Kept {
  /** Of the origin and of everything else that the connection was made with. */
  key: string;
  client: Client;
  /** On the monotonic clock. */
  since: number;
}

/**
 * Connections that have just answered in full, kept for a moment: a burst of messages to one receiver need not shake
 * hands for each. Whatever connects anew has its address checked anew, by the connector of its client.
 */
export class KeptConnections {
  /** The oldest first. */
  private kept: Kept[] = [];
  private timer: NodeJS.Timeout | undefined;

  /** The one that was used last: the likeliest to be alive. */
  take(key: string): Client | undefined {
    const place = this.kept.map((each) => each.key).lastIndexOf(key);
    return place < 0 ? undefined : this.kept.splice(place, 1)[0].client;
  }

  keep(key: string, client: Client): void {
    this.kept.push({ key, client, since: performance.now() });
    if (this.kept.length > MOST_KEPT) this.drop(1);
    this.timer ??= this.later(KEPT_MS);
  }

  close(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.drop(this.kept.length);
  }

  private later(wait: number): NodeJS.Timeout {
    return setTimeout(() => this.dropOld(), wait).unref();
  }

  private dropOld(): void {
    const before = performance.now() - KEPT_MS;
    const young = this.kept.findIndex(({ since }) => since > before);
    this.drop(young < 0 ? this.kept.length : young);
    const [oldest] = this.kept;
    this.timer = oldest && this.later(Math.ceil(oldest.since - before));
  }

  private drop(count: number): void {
    for (const { client } of this.kept.splice(0, count)) client.destroy().catch(() => undefined);
  }
}
