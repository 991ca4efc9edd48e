import type { Act } from '../../../common/audit/entry';
import { aliasOf, planRepair } from '../../../common/lifecycle/repair/plan_repair';
import { WatchkeeperError } from '../../../common/errors';
import { repairedFacts } from '../../../common/lifecycle/repair/repaired_facts';
import { stepsText } from '../../../common/lifecycle/repair/repair_api';
import type {
  ManagedRepair,
  ManagedRepairAnswer,
  StepOutcome,
} from '../../../common/lifecycle/repair/repair_api';
import { demandTyped } from '../demand_confirmed';
import { isDeletedOnceMended } from '../demand_retry_confirmed';
import type { By, Readings } from '../readings';
import type { LifecycleDeps } from '../types';
import { carryOut } from './carry_out';
import { readRepairFacts } from './repair_facts';

const actsOf = (
  index: string,
  alias: string | undefined,
  outcomes: readonly StepOutcome[]
): Array<Omit<Act, 'who'>> => {
  const done = outcomes.filter(({ outcome }) => outcome === 'done').map(({ step }) => step.do);
  const about = { object_id: index, name: index };
  return [
    ...(done.some((what) => what !== 'retry')
      ? [
          {
            ...{ ...about, what: 'index.rollover_repaired' as const },
            ...(alias === undefined ? {} : { details: { alias } }),
          },
        ]
      : []),
    ...(done.includes('retry') ? [{ ...about, what: 'index.policy_retried' as const }] : []),
  ];
};

/**
 * Plans the repair of an index by what is there now and, unless that is all that was asked for, carries it out as the
 * caller.
 *
 * @throws WatchkeeperError `conflict` where other steps are needed by now than were shown; `invalid_input` at `confirm`
 *   where the index is deleted once it goes on, unless that is confirmed
 */
export const repairManaged = async (
  readings: Readings,
  { audit, clock }: Pick<LifecycleDeps, 'audit' | 'clock'>,
  by: By,
  { index, repair, dry_run: isDry, seen, confirm }: ManagedRepair
): Promise<ManagedRepairAnswer> => {
  const dialect = await readings.demandDialect(by.cluster);
  const facts = await readRepairFacts(readings, by, index, repair);
  const plan = planRepair(repair, facts);
  if ('refused' in plan) return { plan };
  const mended = repairedFacts(facts.index, plan.steps);
  const deletes = await isDeletedOnceMended(readings, by, mended, clock.now());
  if (isDry) return deletes ? { plan, deletes } : { plan };
  if (seen !== undefined && seen !== stepsText(plan.steps)) {
    const message = `Something was changed since the repair of ${index} was planned: other steps are needed now. Nothing was done: look at them again.`;
    throw new WatchkeeperError('conflict', message, { index });
  }
  demandTyped('Once it is repaired, the policy', deletes ? [index] : [], confirm);
  try {
    const { definitions } = facts;
    const outcomes = await carryOut(
      { cluster: by.cluster, dialect, index, definitions },
      plan.steps
    );
    const { name: who } = by.caller;
    await audit.record(
      actsOf(index, aliasOf(repair, facts.index), outcomes).map((act) => ({
        ...act,
        ...(who ? { who } : {}),
      }))
    );
    return { plan, outcomes };
  } finally {
    readings.changed();
  }
};
