import type { RunOutcome } from '../../common/monitors/run';

/** A run that has ended and is written down. */
export interface EndedRun {
  outcome: RunOutcome;
  /** Milliseconds between the scheduled instant and the beginning. */
  lag: number;
  /** Milliseconds of search, conditions and commit. */
  took: number;
  /** What was wrong, where something was. */
  code?: string;
}

/** One attempt at one message. */
export interface DeliveryAttempt {
  /** Of the destination, such as `slack`. */
  kind: string;
  result: 'sent' | 'retry' | 'parked';
  /** Milliseconds. */
  took: number;
}

/** Where scheduler and delivery count what they do. Never throws, never waits. */
export interface Metrics {
  ran(run: EndedRun): void;
  /** A run whose result does not count: it runs again. */
  postponed(why: string): void;
  delivered(attempt: DeliveryAttempt): void;
}

/** What is read when somebody asks for the metrics. Durations in milliseconds. */
export interface Readings {
  lag: number;
  partitions: number;
  monitors: number;
  queue: number;
  inFlight: number;
  late: number;
  unwritten: number;
  problems: number;
  clusterUp: boolean;
  /** Undefined while the outbox cannot be asked. */
  outboxWaiting: number | undefined;
}
