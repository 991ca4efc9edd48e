import type { PoliciesQuery, PolicyRecord } from './api';
import type { ManagedIndex } from './managed_index';
import { failureClassOf } from './native/failure_class';

type Versioned = Pick<PolicyRecord, 'id' | 'seq_no' | 'primary_term'>;

/** How many indices each policy manages, by its id. */
export const usage = (managed: readonly ManagedIndex[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { policy_id: id } of managed) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
};

/** How many indices of each policy fail, for good or with retries left, by its id; those with none are left out. */
export const failing = (managed: readonly ManagedIndex[]): ReadonlyMap<string, number> =>
  usage(managed.filter((index) => failureClassOf(index) !== undefined));

/**
 * Says of each index whether its policy has been saved since it was applied: then the index still follows the old one. Of
 * one that has not begun, or whose policy is not known, it says nothing.
 */
export const withOutdated = (
  managed: readonly ManagedIndex[],
  policies: readonly Versioned[]
): ManagedIndex[] => {
  const stored = new Map(policies.map((policy) => [policy.id, policy]));
  return managed.map((index) => {
    const policy = stored.get(index.policy_id);
    const applied = index.policy_version;
    if (!policy || !applied) return index;
    const { seq_no: seqNo, primary_term: term } = policy;
    return { ...index, outdated: applied.seq_no !== seqNo || applied.primary_term !== term };
  });
};

const holds = (text: unknown, search: string): boolean =>
  typeof text === 'string' && text.toLowerCase().includes(search);

const keyOf = (policy: PolicyRecord, sort: PoliciesQuery['sort']): number =>
  sort === 'id' ? 0 : (policy[sort] ?? -1);

/** The policies that a list shows: searched in ids and descriptions, sorted, one page of them. */
export const policiesPage = (
  policies: readonly PolicyRecord[],
  { search, sort, order, page, per_page: perPage }: PoliciesQuery
): { total: number; items: PolicyRecord[] } => {
  const wanted = search?.trim().toLowerCase() ?? '';
  const sign = order === 'desc' ? -1 : 1;
  const found = policies
    .filter(({ id, body }) => holds(id, wanted) || holds(body.description, wanted))
    .sort((a, b) => sign * (keyOf(a, sort) - keyOf(b, sort) || a.id.localeCompare(b.id)));
  return { total: found.length, items: found.slice((page - 1) * perPage, page * perPage) };
};
