import { isKept, walkAtOnce } from '../apply/first_effect';
import { appliedKey } from '../change/change_outcome';
import { hasDelete } from '../change/change_effect';
import type { Cursor } from '../decide/cursor';
import type { IndexFacts } from '../decide/facts';
import type { ManagedIndex } from '../managed_index';
import type { Policy } from '../policy/policy';

/** What is known beside the engine's own account of the indices that are retried. */
export interface RetrySight {
  /** The copies that they follow, by `appliedKey`; one that is missing is not known. */
  copies: ReadonlyMap<string, Policy>;
  /** By name; undefined where the indices cannot be read. */
  facts: ReadonlyMap<string, IndexFacts> | undefined;
  /** Epoch milliseconds. */
  now: number;
}

/** What is not known is taken for the worst that it can be: a state is anything, the action that failed is itself. */
const unseen = ({ cursor }: ManagedIndex, policy: Policy | undefined, state: string | undefined) =>
  state === undefined
    ? cursor?.action?.type === 'delete'
    : policy === undefined || hasDelete(policy);

/** Where the engine begins again. */
const resumed = (cursor: Cursor, state: string | undefined, now: number): Cursor => {
  if (state !== undefined) return { state, state_since: now };
  const { action } = cursor;
  return action ? { ...cursor, action: { ...action, failed: false, consumed_retries: 0 } } : cursor;
};

const isDeleted = (
  managed: ManagedIndex,
  state: string | undefined,
  { copies, facts: seen, now }: RetrySight
): boolean => {
  const policy = copies.get(appliedKey(managed));
  const facts = seen?.get(managed.index);
  if (policy && !hasDelete(policy)) return false;
  if (!policy || !facts) return unseen(managed, policy, state);
  if (isKept({ facts })) return false;
  const { cursor } = managed;
  // The engine refuses a state that the copy does not have.
  if (!cursor || (state !== undefined && policy.states.every(({ name }) => name !== state))) {
    return false;
  }
  const index = { facts, written: true, cursor: resumed(cursor, state, now) };
  return walkAtOnce(policy, index, now).end === 'deleted';
};

/**
 * The names of the indices that a retry deletes within the hour, by the same walk as the preview of a policy that is
 * applied.
 *
 * @param state where they begin again; undefined: with the action that failed
 */
export const deletedByRetry = (
  indices: readonly ManagedIndex[],
  state: string | undefined,
  sight: RetrySight
): string[] =>
  indices.filter((managed) => isDeleted(managed, state, sight)).map(({ index }) => index);

/** Whether the indices themselves have to be looked at to tell what a retry deletes. */
export const mayDelete = (
  indices: readonly ManagedIndex[],
  copies: ReadonlyMap<string, Policy>
): boolean =>
  indices.some((managed) => {
    const policy = copies.get(appliedKey(managed));
    return policy === undefined || hasDelete(policy);
  });

/** One index of each copy that is not the policy as it is stored: each tells the copy for all that follow it. */
export const oneOfEachCopy = (
  indices: readonly ManagedIndex[]
): Array<[key: string, index: string]> => {
  const found = new Map<string, string>();
  for (const managed of indices) {
    if (managed.outdated !== false && managed.cursor && !found.has(appliedKey(managed))) {
      found.set(appliedKey(managed), managed.index);
    }
  }
  return [...found];
};
