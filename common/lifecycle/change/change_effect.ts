import { isKept, walkAtOnce } from '../apply/first_effect';
import type { Cursor } from '../decide/cursor';
import type { LintedIndex } from '../lint/surroundings';
import type { Policy } from '../policy/policy';

/** Where it stands once the policy is changed: in the state that is named, else in that of the same name. */
const changed = (next: Policy, cursor: Cursor, state: string | undefined): Cursor | undefined => {
  const name = state ?? cursor.state;
  if (!next.states.some((each) => each.name === name)) return undefined;
  const place = { state: name, state_since: cursor.state_since };
  const { action } = cursor;
  // What has failed is retried.
  return state === undefined && action ? { ...place, action: { ...action, failed: false } } : place;
};

const isDeleted = (
  next: Policy,
  { facts, cursor }: LintedIndex,
  state: string | undefined,
  now: number
): boolean => {
  // Nothing looks at it any more.
  if (cursor?.completed) return false;
  const begins = cursor && changed(next, cursor, state);
  const index = { facts, written: true, ...(begins ? { cursor: begins } : {}) };
  return walkAtOnce(next, index, now).end === 'deleted';
};

/**
 * The names of the managed indices that a changed policy deletes within an hour of holding, whenever it comes to hold
 * for them.
 *
 * @param state where it is to begin; undefined: in the state of the same name
 * @param now epoch milliseconds
 */
export const deletedByChange = (
  next: Policy,
  indices: readonly LintedIndex[],
  state: string | undefined,
  now: number
): string[] =>
  indices
    .filter((index) => index.policy_id !== undefined && !isKept(index))
    .filter((index) => isDeleted(next, index, state, now))
    .map(({ facts }) => facts.name);

export const hasDelete = ({ states }: Policy): boolean =>
  states.some(({ actions }) => actions.some(({ type }) => type === 'delete'));
