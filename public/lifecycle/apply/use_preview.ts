import { useMemo } from 'react';
import { chosenIndices, previewApply } from '../../../common/lifecycle/apply/preview';
import type { Chosen, EffectGroup } from '../../../common/lifecycle/apply/preview';
import { lintPolicy } from '../../../common/lifecycle/lint/lint_policy';
import type { Finding } from '../../../common/lifecycle/lint/finding';
import type { LintedIndex } from '../../../common/lifecycle/lint/surroundings';
import type { PolicyRecord } from '../../../common/lifecycle/api';
import { readPolicy } from '../../../common/lifecycle/policy/read_policy';
import type { ApiError } from '../../shared/api_client';
import { useDebounced } from '../../shared/debounced';
import { useSurroundings } from '../policy_queries';

const PAUSE = 400;
/** The server takes so many patterns; for more names all indices are read. */
const MOST_PATTERNS = 100;

export interface ApplyPreview {
  isLoading: boolean;
  error: ApiError | null;
  /** All that are chosen; undefined while they are not known, or cannot be read. */
  indices?: readonly LintedIndex[];
  hidden: number;
  /** Named, and not there. */
  missing: readonly string[];
  groups: readonly EffectGroup[];
  findings: readonly Finding[];
  gaps: readonly string[];
  refetch: () => void;
}

const patternsFor = ({ names, patterns }: Chosen): string[] => {
  const wanted = [...names, ...patterns];
  return wanted.length > MOST_PATTERNS ? ['*'] : wanted;
};

/** What the policy would do to the chosen indices at once, by the functions that simulate and the server asks, too. */
export const useApplyPreview = (record: PolicyRecord | undefined, chosen: Chosen): ApplyPreview => {
  const key = useDebounced(JSON.stringify(patternsFor(chosen)), PAUSE);
  const asked = useSurroundings(undefined, JSON.parse(key) as string[]);
  const { data } = asked;
  const found = useMemo(
    () => data?.indices && chosenIndices(data.indices, chosen, data.now),
    [data, chosen]
  );
  const policy = useMemo(() => record && readPolicy(record.body), [record]);
  const groups = useMemo(
    () =>
      policy && record && found && data
        ? previewApply(policy, record.id, found.chosen, data.now)
        : [],
    [policy, record, found, data]
  );
  const findings = useMemo(() => {
    if (!record || !data) return [];
    const templates = data.templates?.filter(({ policy_id: id }) => id !== record.id);
    return lintPolicy(record.body, {
      ...{ ...data, policy_id: record.id, indices: found?.chosen ?? [] },
      ...(templates ? { templates } : {}),
    });
  }, [record, data, found]);
  const known = new Set(data?.indices?.map(({ facts }) => facts.name));
  return {
    isLoading: asked.isLoading || asked.isPreviousData,
    error: asked.error,
    ...(found ? { indices: found.chosen } : {}),
    hidden: found?.hidden ?? 0,
    missing: data?.indices ? chosen.names.filter((name) => !known.has(name)) : [],
    ...{ groups, findings, gaps: data?.gaps ?? [] },
    refetch: () => void asked.refetch(),
  };
};
