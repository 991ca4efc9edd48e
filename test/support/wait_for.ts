import { setTimeout as sleep } from 'node:timers/promises';

export interface WaitOptions {
  /** Milliseconds. Generous: only a test that fails waits that long. */
  timeout?: number;
  /** Milliseconds between two probes. */
  every?: number;
}

/**
 * Repeats the probe until it gives something other than undefined, null or false, and returns that. A probe may throw
 * while it is too early; what it threw last stands in the error.
 */
export async function waitFor<T>(
  what: string,
  probe: () => Promise<T | undefined | null | false> | T | undefined | null | false,
  { timeout = 120_000, every = 150 }: WaitOptions = {}
): Promise<T> {
  const deadline = Date.now() + timeout;
  let last: unknown;
  for (;;) {
    try {
      const found = await probe();
      if (found !== undefined && found !== null && found !== false) return found;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline) break;
    await sleep(every);
  }
  const reason = last instanceof Error ? `: ${last.message}` : '';
  throw new Error(`Waited ${Math.round(timeout / 1000)} s in vain for ${what}${reason}`);
}
