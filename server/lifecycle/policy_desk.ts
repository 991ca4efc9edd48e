import { WatchkeeperError, invalidInput, messageOf } from '../../common/errors';
import type {
  DeletePolicyQuery,
  PoliciesPage,
  PoliciesQuery,
  PolicyRecord,
  PolicyVersion,
  SavePolicy,
  SavedPolicy,
} from '../../common/lifecycle/api';
import { policyIdProblem } from '../../common/lifecycle/policy/policy_id';
import { sentence } from '../../common/sentence';
import { policiesPage, usage } from '../../common/lifecycle/policies_page';
import { listManaged } from './native/list_managed';
import { deletePolicy, getPolicy, savePolicy } from './native/policies';
import { withUsage } from './policy_usage';
import { keepVersion, policyVersions } from './policy_versions';
import { Gaps } from './readings';
import type { By, Readings } from './readings';
import type { LifecycleDeps } from './types';

/** The version that was seen; without it, any. */
type Seen = Pick<DeletePolicyQuery, 'seq_no' | 'primary_term'>;

/** The engine deletes whatever is stored: between the look and the deletion there is a moment in which it may be saved. */
const demandSeen = (id: string, now: PolicyRecord | undefined, seen: Seen): void => {
  if (!now || seen.seq_no === undefined) return;
  if (now.seq_no === seen.seq_no && now.primary_term === (seen.primary_term ?? now.primary_term)) {
    return;
  }
  const message = `Somebody saved the policy ${id} after you saw it. Nothing was deleted: open it to see what has changed.`;
  throw new WatchkeeperError('conflict', message, { id });
};

/** Which policies there are, and what is done to them; as the caller. */
export class PolicyDesk {
  constructor(
    private readonly readings: Readings,
    private readonly deps: LifecycleDeps
  ) {}

  async list(by: By, query: PoliciesQuery): Promise<PoliciesPage> {
    const { policies, unreadable } = await this.readings.findPolicies(by);
    const gaps = new Gaps();
    gaps.sentences.push(...unreadable);
    const { readings } = this;
    const { versions } = this.deps;
    const counted = await withUsage(policies, by, { readings, versions, gaps });
    return { ...policiesPage(counted, query), gaps: gaps.sentences };
  }

  async get({ cluster }: By, id: string): Promise<PolicyRecord> {
    return getPolicy(cluster, await this.readings.demandDialect(cluster), id);
  }

  async save(by: By, id: string, wanted: SavePolicy): Promise<SavedPolicy> {
    const { cluster, caller } = by;
    const problem = wanted.version ? undefined : policyIdProblem(id);
    if (problem) {
      const message = problem.defaultMessage;
      throw invalidInput([{ field: 'id', message, said: sentence(problem) }]);
    }
    const dialect = await this.readings.demandDialect(cluster);
    const before = wanted.version && (await this.before(by, id));
    const saved = await savePolicy(cluster, dialect, id, wanted);
    this.readings.changed();
    await this.deps.audit.record([
      {
        ...{ what: wanted.version ? 'policy.updated' : 'policy.created', object_id: id, name: id },
        ...(caller.name ? { who: caller.name } : {}),
        ...(wanted.note ? { said: wanted.note } : {}),
      },
    ]);
    const author = { name: caller.name, note: wanted.note };
    const { versions, clock } = this.deps;
    try {
      await keepVersion(versions, saved, before, author, clock.now());
    } catch (error) {
      const warning = `The policy is saved. Its version could not be kept: ${messageOf(error)}`;
      return { ...saved, warning };
    }
    return saved;
  }

  /** @throws WatchkeeperError `conflict` while it manages indices, or where it was saved since it was seen */
  async remove(by: By, id: string, force: boolean, seen: Seen = {}): Promise<void> {
    const { cluster, caller } = by;
    const dialect = await this.readings.demandDialect(cluster);
    const before = await this.before(by, id);
    demandSeen(id, before, seen);
    if (!force) await this.demandUnused(by, id);
    await deletePolicy(cluster, dialect, id);
    this.readings.changed();
    const who = caller.name ? { who: caller.name } : {};
    await this.deps.audit.record([{ ...who, what: 'policy.deleted', object_id: id, name: id }]);
    if (!before) return;
    const { versions, clock } = this.deps;
    try {
      const author = { name: caller.name, note: 'Deleted.' };
      await keepVersion(versions, before, undefined, author, clock.now());
    } catch {
      // It is deleted; that its last version is not kept changes nothing about that.
    }
  }

  async versions(by: By, id: string): Promise<PolicyVersion[]> {
    const found = await policyVersions(this.deps.versions, id);
    // Who may not read the policy may not read what it was. A deleted one can be made again from its versions.
    try {
      await this.get(by, id);
    } catch (error) {
      const isGone = error instanceof WatchkeeperError && error.code === 'not_found';
      if (!isGone || found.length === 0) throw error;
    }
    return found;
  }

  /** What is stored now; whoever may write but not read saves all the same. */
  private async before(by: By, id: string): Promise<PolicyRecord | undefined> {
    try {
      return await this.get(by, id);
    } catch (error) {
      const code = error instanceof WatchkeeperError ? error.code : undefined;
      if (code === 'not_found' || code === 'forbidden') return undefined;
      throw error;
    }
  }

  private async demandUnused({ cluster }: By, id: string): Promise<void> {
    const dialect = await this.readings.demandDialect(cluster);
    const { indices, cut } = await listManaged(cluster, dialect);
    const count = usage(indices).get(id) ?? 0;
    if (count === 0 && !cut) return;
    const many = count === 1 ? '1 index' : `${count} indices`;
    const message = `The policy ${id} manages ${cut ? `at least ${many}` : many}. They go on with their copy of it when it is deleted, and nobody can look it up or change it any more: give them another policy first, or delete it all the same.`;
    throw new WatchkeeperError('conflict', message, { id, used_by: count });
  }
}
