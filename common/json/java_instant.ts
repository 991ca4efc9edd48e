/**
 * An instant, such as the period of a run: `java.time.Instant` for conditions, ISO text for messages and in JSON.
 */
export class JavaInstant {
  constructor(
    /** Since 1970-01-01T00:00Z. */
    readonly epochMillis: number
  ) {
    Object.freeze(this);
  }

  /** As Java prints it: without a fraction when there is none. */
  toString(): string {
    return new Date(this.epochMillis).toISOString().replace('.000Z', 'Z');
  }

  toJSON(): string {
    return this.toString();
  }
}
