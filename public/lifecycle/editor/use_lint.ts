import { useMemo, useState } from 'react';
import { lintPolicy } from '../../../common/lifecycle/lint/lint_policy';
import type { Finding } from '../../../common/lifecycle/lint/finding';
import type { Surroundings } from '../../../common/lifecycle/lint/surroundings';
import type { Policy } from '../../../common/lifecycle/policy/policy';
import type { JsonObject } from '../../../common/json/record';
import { useDebounced } from '../../shared/debounced';
import { useSurroundings } from '../policy_queries';

const PAUSE = 500;

export interface Lint {
  findings: readonly Finding[];
  around: Surroundings;
  gaps: readonly string[];
}

const NO_GAPS: readonly string[] = [];

const named = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/**
 * What is wrong with the policy, judged against the cluster as it is; by itself where the cluster cannot be asked.
 *
 * @param others further indices to look at, separated by commas
 */
export const useLint = (
  body: JsonObject | undefined,
  policy: Policy,
  id: string | undefined,
  others: string
): Lint => {
  const [openedAt] = useState(() => Date.now());
  const patterns = policy.ism_template
    .flatMap(({ index_patterns: each }) => each)
    .filter((pattern) => pattern.trim() !== '' && !pattern.startsWith('-'));
  const key = useDebounced([...new Set([...patterns, ...named(others)])].join(','), PAUSE);
  const asked = useSurroundings(id, named(key));
  const { data, error } = asked;
  const around = useMemo<Surroundings>(
    () => ({ now: openedAt, ...data, ...(id === undefined ? {} : { policy_id: id }) }),
    [data, id, openedAt]
  );
  const findings = useMemo(() => (body ? lintPolicy(body, around) : []), [body, around]);
  const gaps = error ? [error.message] : (data?.gaps ?? NO_GAPS);
  return { findings, around, gaps };
};
