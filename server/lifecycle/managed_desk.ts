import type { AuditedAct } from '../../common/audit/entry';
import type { ManagedAct, ManagedActAnswer, ManagedListing } from '../../common/lifecycle/api';
import { withOutdated } from '../../common/lifecycle/policies_page';
import { readPolicy } from '../../common/lifecycle/policy/read_policy';
import { demandConfirmed } from './demand_confirmed';
import { demandNamed } from './demand_named';
import { demandRetryConfirmed } from './demand_retry_confirmed';
import { demandState } from './demand_state';
import { readDataStreams } from './surroundings/read_streams';
import { actOnManaged } from './native/act_on_managed';
import { getPolicy } from './native/policies';
import { readEngineState } from './native/read_engine_state';
import { Gaps } from './readings';
import type { By, Readings } from './readings';
import type { LifecycleDeps } from './types';

const ACTS: Readonly<Record<ManagedAct['act'], AuditedAct>> = {
  apply: 'index.policy_applied',
  remove: 'index.policy_removed',
  change: 'index.policy_changed',
  retry: 'index.policy_retried',
};

export const CUT =
  'Index State Management lists the first 10,000 managed indices only; there are more than these.';

/** Which indices are managed, and what is done to them; as the caller. */
export class ManagedDesk {
  constructor(
    private readonly readings: Readings,
    private readonly deps: LifecycleDeps
  ) {}

  async list(by: By): Promise<ManagedListing> {
    const gaps = new Gaps();
    const { indices, cut } = await this.readings.listManaged(by);
    if (cut) gaps.sentences.push(CUT);
    const policies = await gaps.around('Whether policies have newer versions', () =>
      this.readings.listPolicies(by)
    );
    const streams = await gaps.around('The data streams', () => readDataStreams(by.cluster));
    const engine = await readEngineState(by.cluster);
    const told = withOutdated(indices, policies ?? []).map((managed) => {
      const stream = streams?.get(managed.index);
      return stream ? { ...managed, data_stream: stream.name } : managed;
    });
    return {
      ...{ at: this.deps.clock.now(), indices: told, gaps: gaps.sentences },
      ...(engine ? { engine } : {}),
    };
  }

  async act(by: By, act: ManagedAct): Promise<ManagedActAnswer> {
    const { cluster, caller } = by;
    const dialect = await this.readings.demandDialect(cluster);
    const now = this.deps.clock.now();
    if (act.act === 'apply' || act.act === 'change') {
      if (act.act === 'change' && act.state !== undefined) {
        const { body } = await getPolicy(cluster, dialect, act.policy_id);
        demandState(act.state, [readPolicy(body)]);
      }
      await demandConfirmed(this.readings, by, act, now);
    } else {
      await demandNamed(this.readings, by, act.indices);
      if (act.act === 'retry') await demandRetryConfirmed(this.readings, by, act, now);
    }
    try {
      const answer = await actOnManaged(cluster, dialect, act);
      const failed = new Set(answer.failed.map(({ index }) => index));
      await this.deps.audit.record(
        [...new Set(act.indices)]
          .filter((index) => answer.updated > 0 && !failed.has(index))
          .map((index) => ({
            ...{ what: ACTS[act.act], object_id: index, name: index, details: detailsOf(act) },
            ...(caller.name ? { who: caller.name } : {}),
          }))
      );
      return answer;
    } finally {
      // A call without an answer may have been carried out.
      this.readings.changed();
    }
  }
}

const detailsOf = (act: ManagedAct) => ({
  ...('policy_id' in act ? { policy_id: act.policy_id } : {}),
  ...('state' in act && act.state !== undefined ? { state: act.state } : {}),
});
