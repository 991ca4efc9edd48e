/** Dashboards gives `setup` and `start` of a plugin so long, and then stops. */
export const LIFECYCLE_TIMEOUT_MS = 30_000;

/** Rejects with the message when the promise is not settled in time. */
export async function withTimeout<T>(
  promise: T | Promise<T>,
  milliseconds: number,
  message: string
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(message)), milliseconds);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
