import type { IndexFacts } from '../decide/facts';
import type { Scenario } from './scenario';

const DAY = 86_400_000;

/** An index that is followed into the future. */
export interface Future {
  facts: IndexFacts;
  /** Since when `facts` are so. */
  at: number;
  written: boolean;
  /** Then nothing is written to it any more, whatever happens. */
  written_until?: number;
}

/** What the index has become by an instant: it grows while it is written to. */
export const factsAt = (
  { facts, at, written, written_until: until = Infinity }: Future,
  instant: number,
  scenario: Scenario
): IndexFacts => {
  const days = Math.max(0, Math.min(instant, until) - at) / DAY;
  if (!written || days === 0 || facts.docs === undefined) return facts;
  const bytes = scenario.bytes_per_day * days;
  const { docs, primary_bytes: primary = 0, largest_shard_bytes: largest = 0, primaries } = facts;
  return {
    ...facts,
    docs: docs + scenario.docs_per_day * days,
    primary_bytes: primary + bytes,
    largest_shard_bytes: largest + bytes / Math.max(1, primaries),
  };
};

export const moved = (
  future: Future,
  instant: number,
  scenario: Scenario,
  change: Partial<IndexFacts> = {},
  written: boolean = future.written
): Future => ({
  ...future,
  facts: { ...factsAt(future, instant, scenario), ...change },
  at: Math.max(instant, future.at),
  written,
});
