import { invalidInput } from '../../common/errors';
import type { ManagedAct } from '../../common/lifecycle/api';
import {
  applyConfirmation,
  deletedNames,
  isConfirmed,
  previewApply,
} from '../../common/lifecycle/apply/preview';
import { deletedByChange, hasDelete } from '../../common/lifecycle/change/change_effect';
import type { Policy } from '../../common/lifecycle/policy/policy';
import { readPolicy } from '../../common/lifecycle/policy/read_policy';
import { demandIndices, demandNamed } from './demand_named';
import { getPolicy } from './native/policies';
import { Gaps } from './readings';
import type { By, Readings } from './readings';
import { readIndices } from './surroundings/read_indices';
import { linted, targetOf } from './surroundings/read_surroundings';

type Following = Extract<ManagedAct, { act: 'apply' | 'change' }>;

/** The same preview as the page's, of the indices as they are now. Where they cannot be read, any may be deleted. */
const wouldDelete = async (
  readings: Readings,
  by: By,
  act: Following,
  policy: Policy,
  now: number
): Promise<readonly string[]> => {
  const gaps = new Gaps();
  const names = new Set(act.indices);
  const [found, managed] = await Promise.all([
    readIndices(by.cluster, targetOf([...names]), gaps),
    gaps.around('The managed indices', () => readings.listManaged(by)),
  ]);
  demandIndices(names, found ?? []);
  if (!found) return [...names];
  const known = new Map((managed?.indices ?? []).map((each) => [each.index, each]));
  const named = found.filter(({ facts }) => names.has(facts.name)).map(linted(known));
  if (named.length === 0) return [...names];
  // What is not known to be managed may be managed all the same.
  const isWhole = managed !== undefined && !managed.cut;
  if (act.act === 'change' && !isWhole && named.some(({ facts }) => !known.has(facts.name))) {
    return [...names];
  }
  return act.act === 'apply'
    ? deletedNames(previewApply(policy, act.policy_id, named, now))
    : deletedByChange(policy, named, act.state, now);
};

/**
 * A policy that deletes indices as soon as it is applied, or holds after a change, is given to them only by somebody who
 * has typed how many those are.
 *
 * @throws WatchkeeperError `invalid_input` at `confirm`; `not_found` for a policy that is not there
 */
export const demandConfirmed = async (
  readings: Readings,
  by: By,
  act: Following,
  now: number
): Promise<void> => {
  const dialect = await readings.demandDialect(by.cluster);
  const policy = readPolicy((await getPolicy(by.cluster, dialect, act.policy_id)).body);
  if (!hasDelete(policy)) {
    await demandNamed(readings, by, act.indices);
    return;
  }
  const deleted = await wouldDelete(readings, by, act, policy, now);
  demandTyped(`The policy ${act.policy_id}`, deleted, act.confirm);
};

/**
 * @param what deletes them, for example `The policy month`
 * @throws WatchkeeperError `invalid_input` at `confirm`, unless how many go is typed
 */
export const demandTyped = (
  what: string,
  deleted: readonly string[],
  typed: string | undefined
): void => {
  if (isConfirmed(deleted, typed)) return;
  const some = `${deleted.slice(0, 3).join(', ')}${deleted.length > 3 ? ' and others' : ''}`;
  const message = `${what} deletes ${deleted.length} of these indices within the hour (${some}). Type “${applyConfirmation(deleted)}” to do it all the same.`;
  throw invalidInput([{ field: 'confirm', message }]);
};
