import type { ConditionCheck } from '../decide/check_conditions';
import type { Future } from './future_facts';
import { untilGrown } from './scenario';
import type { Scenario } from './scenario';

/** What a day adds to the amount that a condition asks for. */
const perDay = (name: string, { facts }: Future, scenario: Scenario): number => {
  switch (name) {
    case 'min_doc_count':
      return scenario.docs_per_day;
    case 'min_size':
      return scenario.bytes_per_day;
    case 'min_primary_shard_size':
      return scenario.bytes_per_day / Math.max(1, facts.primaries);
    default:
      return 0;
  }
};

/** When a condition will be met: epoch milliseconds; Infinity where nobody can tell. */
export const metAt = (
  { name, met, at, current, required }: ConditionCheck,
  now: number,
  future: Future,
  scenario: Scenario
): number => {
  if (met) return now;
  if (at !== undefined) return at;
  if (current === undefined || required === undefined || !future.written) return Infinity;
  const grown = now + untilGrown(current, required, perDay(name, future, scenario));
  return grown > (future.written_until ?? Infinity) ? Infinity : grown;
};

/** Whether its time hangs on how the index grows. */
export const isEstimated = ({ name, met }: ConditionCheck): boolean =>
  !met && ['min_doc_count', 'min_size', 'min_primary_shard_size'].includes(name);
