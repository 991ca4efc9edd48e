/** Time, as the server sees it. Tests put their own in. */
export interface Clock {
  /** Epoch milliseconds. Can jump. */
  now(): number;
  /** Milliseconds since some fixed instant. Never goes back: what leases and time limits are measured by. */
  monotonic(): number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => Number(process.hrtime.bigint() / 1_000_000n),
};
