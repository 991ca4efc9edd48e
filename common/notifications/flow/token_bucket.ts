/** So many messages within any span of so many seconds. */
export interface Rate {
  messages: number;
  per_seconds: number;
}

/**
 * A bucket with a token for each message of a rate. A token comes back one span after it was taken, each by itself, so
 * that no span, wherever it begins, sees more messages than the rate has. Holds the instants of those that are out, the
 * oldest first: milliseconds of any clock that does not go back.
 */
export type TokenBucket = readonly number[];

const spanOf = ({ per_seconds: seconds }: Rate): number => seconds * 1000;

/** Those that are out at an instant. */
const out = (bucket: TokenBucket, rate: Rate, now: number): TokenBucket => {
  const oldest = now - spanOf(rate);
  const first = bucket.findIndex((taken) => taken > oldest);
  return first === -1 ? [] : bucket.slice(first);
};

/** What one of several instances may use of a rate that they share: less at a time, or less often. */
export const shareOf = (rate: Rate, instances: number): Rate => {
  const messages = Math.floor(rate.messages / instances);
  if (messages >= 1) return { messages, per_seconds: rate.per_seconds };
  return { messages: 1, per_seconds: (rate.per_seconds * instances) / rate.messages };
};

export const tokensLeft = (bucket: TokenBucket, rate: Rate, now: number): number =>
  Math.max(0, rate.messages - out(bucket, rate, now).length);

export const takeToken = (bucket: TokenBucket, rate: Rate, now: number): TokenBucket => [
  ...out(bucket, rate, now),
  now,
];

/** The instant from which there are so many tokens: now, where there are already. */
export const tokensFrom = (bucket: TokenBucket, rate: Rate, now: number, count: number): number => {
  const missing = count - tokensLeft(bucket, rate, now);
  if (missing <= 0) return now;
  const taken = out(bucket, rate, now);
  return taken[Math.min(missing, taken.length) - 1] + spanOf(rate);
};
