import type { ConditionCheck } from '../decide/check_conditions';
import type { Future } from './future_facts';
import { untilGrown } from './scenario';
import type { Scenario } from './scenario';

/** When a condition will be met: epoch milliseconds; Infinity where nobody can tell. */
export const metAt = (
  { name, met, at, current, required }: ConditionCheck,
  now: number,
  { facts, written }: Future,
  scenario: Scenario
): number => {
  if (met) return now;
  if (at !== undefined) return at;
  if (current === undefined || required === undefined || !written) return Infinity;
  switch (name) {
    case 'min_doc_count':
      return now + untilGrown(current, required, scenario.docs_per_day);
    case 'min_size':
      return now + untilGrown(current, required, scenario.bytes_per_day);
    case 'min_primary_shard_size':
      return (
        now + untilGrown(current, required, scenario.bytes_per_day / Math.max(1, facts.primaries))
      );
    default:
      return Infinity;
  }
};

/** Whether its time hangs on how the index grows. */
export const isEstimated = ({ name, met }: ConditionCheck): boolean =>
  !met && ['min_doc_count', 'min_size', 'min_primary_shard_size'].includes(name);
