import { invalidInput } from '../../common/errors';
import type { ManagedAct } from '../../common/lifecycle/api';
import {
  applyConfirmation,
  deletedNames,
  previewApply,
} from '../../common/lifecycle/apply/preview';
import { deletedByChange, hasDelete } from '../../common/lifecycle/change/change_effect';
import type { Policy } from '../../common/lifecycle/policy/policy';
import { readPolicy } from '../../common/lifecycle/policy/read_policy';
import { getPolicy } from './native/policies';
import { Gaps } from './readings';
import type { By, Readings } from './readings';
import { readIndices } from './surroundings/read_indices';
import type { FoundIndex } from './surroundings/read_indices';
import { linted, targetOf } from './surroundings/read_surroundings';

type Following = Extract<ManagedAct, { act: 'apply' | 'change' }>;

/**
 * The engine would take the name of an alias or a data stream for all of its indices, which nobody has previewed.
 *
 * @throws WatchkeeperError `invalid_input` at `indices`
 */
const demandIndices = (names: ReadonlySet<string>, found: readonly FoundIndex[]): void => {
  const own = new Set(found.map(({ facts }) => facts.name));
  const groups = found.flatMap(({ facts: { aliases, data_stream: stream } }) => [
    ...aliases.map(({ name }) => name),
    ...(stream ? [stream.name] : []),
  ]);
  const group = groups.find((name) => names.has(name) && !own.has(name));
  if (group === undefined) return;
  const message = `${group} is an alias or a data stream: name its indices one by one.`;
  throw invalidInput([{ field: 'indices', message }]);
};

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
  if (!hasDelete(policy)) return;
  const deleted = await wouldDelete(readings, by, act, policy, now);
  if (deleted.length === 0) return;
  const word = applyConfirmation(deleted);
  if (act.confirm === word) return;
  const some = `${deleted.slice(0, 3).join(', ')}${deleted.length > 3 ? ' and others' : ''}`;
  const message = `The policy ${act.policy_id} deletes ${deleted.length} of these indices within the hour (${some}). Type “${word}” to do it all the same.`;
  throw invalidInput([{ field: 'confirm', message }]);
};
