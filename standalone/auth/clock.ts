/** Milliseconds that never go back. Tests put their own in. */
export type Monotonic = () => number;

export const systemMonotonic: Monotonic = () => Number(process.hrtime.bigint() / 1_000_000n);
