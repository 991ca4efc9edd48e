import { deletedByRetry, mayDelete, oneOfEachCopy } from '../../common/lifecycle/acts/retry_effect';
import type { RetrySight } from '../../common/lifecycle/acts/retry_effect';
import type { ManagedAct } from '../../common/lifecycle/api';
import { appliedKey } from '../../common/lifecycle/change/change_outcome';
import type { IndexFacts } from '../../common/lifecycle/decide/facts';
import type { ManagedIndex } from '../../common/lifecycle/managed_index';
import { withOutdated } from '../../common/lifecycle/policies_page';
import type { Policy } from '../../common/lifecycle/policy/policy';
import { readPolicy } from '../../common/lifecycle/policy/read_policy';
import { isRecord } from '../../common/json/record';
import { demandTyped } from './demand_confirmed';
import { managedOf } from './demand_named';
import { demandState } from './demand_state';
import { explained } from './managed_detail';
import { Gaps } from './readings';
import type { By, Readings } from './readings';
import { readIndices } from './surroundings/read_indices';
import { targetOf } from './surroundings/read_surroundings';

/** Copies that are asked for one by one; further ones count as not known. */
const MOST_COPIES = 20;

/** The copies that the indices follow: what is stored where that is theirs, else as the engine tells. */
const readCopies = async (
  readings: Readings,
  by: By,
  managed: readonly ManagedIndex[]
): Promise<ReadonlyMap<string, Policy>> => {
  const gaps = new Gaps();
  const policies = await gaps.around('The policies', () => readings.listPolicies(by));
  const stored = new Map((policies ?? []).map(({ id, body }) => [id, body]));
  const told = withOutdated(managed, policies ?? []);
  const copies = new Map<string, Policy>();
  for (const each of told) {
    const body = each.outdated === false ? stored.get(each.policy_id) : undefined;
    if (body) copies.set(appliedKey(each), readPolicy(body));
  }
  const dialect = await readings.demandDialect(by.cluster);
  const asked = oneOfEachCopy(told).slice(0, MOST_COPIES);
  await Promise.all(
    asked.map(async ([key, index]) => {
      const entry = await gaps.around(index, () => explained(by.cluster, dialect, index));
      if (isRecord(entry?.policy)) copies.set(key, readPolicy(entry.policy));
    })
  );
  return copies;
};

const factsOf = async (by: By, names: readonly string[]): Promise<RetrySight['facts']> => {
  const found = await readIndices(by.cluster, targetOf(names), new Gaps());
  return found && new Map(found.map(({ facts }) => [facts.name, facts]));
};

/**
 * Whether an index is deleted within the hour once it is repaired, and so goes on.
 *
 * @param mended as it is then
 */
export const isDeletedOnceMended = async (
  readings: Readings,
  by: By,
  mended: IndexFacts,
  now: number
): Promise<boolean> => {
  const managed = await managedOf(readings, by, new Set([mended.name]));
  if (!managed) return true;
  const copies = await readCopies(readings, by, managed);
  const facts = new Map([[mended.name, mended]]);
  return deletedByRetry(managed, undefined, { copies, facts, now }).length > 0;
};

/**
 * A retry that deletes indices within the hour is begun only by somebody who has typed how many those are: by the state
 * that is named, or by an action that has failed and then goes through.
 *
 * @throws WatchkeeperError `invalid_input` at `confirm`, and at `state` where a policy has no such state
 */
export const demandRetryConfirmed = async (
  readings: Readings,
  by: By,
  { indices, state, confirm }: Extract<ManagedAct, { act: 'retry' }>,
  now: number
): Promise<void> => {
  const names = [...new Set(indices)];
  const what = state === undefined ? 'The retry' : `The retry from “${state}”`;
  const managed = await managedOf(readings, by, new Set(names));
  if (!managed) {
    demandTyped(what, names, confirm);
    return;
  }
  const copies = await readCopies(readings, by, managed);
  demandState(state, [...copies.values()]);
  if (!mayDelete(managed, copies)) return;
  const facts = await factsOf(by, names);
  demandTyped(what, deletedByRetry(managed, state, { copies, facts, now }), confirm);
};
