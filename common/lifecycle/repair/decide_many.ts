import type { IndexFacts } from '../decide/facts';
import type { ManagedIndex } from '../managed_index';
import { failureClassOf } from '../native/failure_class';
import { suggestedAlias } from './plan_repair';
import type { RepairPlan, RepairRefusal, RepairStep } from './plan_repair';
import type { Repair } from './repair_api';

/** What mends an index by itself; undefined: nothing here does, or it is not known enough of it. */
export const usualRepair = (
  managed: ManagedIndex,
  facts: IndexFacts | undefined
): Repair | undefined => {
  switch (failureClassOf(managed)) {
    case 'no_rollover_alias':
      return facts && { kind: 'alias', alias: suggestedAlias(facts) };
    case 'not_write_index':
      return { kind: 'write_index' };
    default:
      return undefined;
  }
};

/** One of many, as it would be repaired by itself. `problem`: why that is not known. */
export interface PlannedOne {
  index: string;
  plan?: RepairPlan;
  /** Once it is repaired, it is deleted within the hour. */
  deletes?: boolean;
  problem?: string;
}

/** What becomes of one of many. Whatever needs somebody to choose is left out, and said. */
export type Verdict =
  | { kind: 'repair'; steps: readonly RepairStep[] }
  | { kind: 'refused'; refused: RepairRefusal }
  /** What is written to the alias would go elsewhere from then on. */
  | { kind: 'moves'; alias: string; from: string }
  /** Only one index can be written to by an alias: the one that was made last gets it. */
  | { kind: 'shared'; alias: string; by: string }
  /** It goes within the hour once it is repaired: that is confirmed for each by itself. */
  | { kind: 'deletes' }
  | { kind: 'unknown'; problem: string };

const aliasStep = (plan: RepairPlan | undefined) =>
  plan && 'steps' in plan ? plan.steps.find((step) => step.do === 'alias') : undefined;

/** By the number at the end of the name: 10 comes after 9. */
const isLater = (one: string, other: string): boolean =>
  one.localeCompare(other, 'en', { numeric: true }) > 0;

const latestOfEach = (planned: readonly PlannedOne[]): ReadonlyMap<string, string> => {
  const latest = new Map<string, string>();
  for (const { index, plan, deletes } of planned) {
    if (deletes) continue;
    const step = aliasStep(plan);
    if (step?.do !== 'alias') continue;
    const known = latest.get(step.alias);
    if (known === undefined || isLater(index, known)) latest.set(step.alias, index);
  }
  return latest;
};

/** What can be done to each of many at once without somebody choosing: by the plans that each has by itself. */
export const decideMany = (planned: readonly PlannedOne[]): ReadonlyMap<string, Verdict> => {
  const latest = latestOfEach(planned);
  const verdictOf = ({ index, plan, deletes, problem = '' }: PlannedOne): Verdict => {
    if (!plan) return { kind: 'unknown', problem };
    if ('refused' in plan) return { kind: 'refused', refused: plan.refused };
    if (deletes) return { kind: 'deletes' };
    const step = aliasStep(plan);
    if (step?.do !== 'alias') return { kind: 'repair', steps: plan.steps };
    const { alias, from } = step;
    const by = latest.get(alias) ?? index;
    if (by !== index) return { kind: 'shared', alias, by };
    return from === undefined
      ? { kind: 'repair', steps: plan.steps }
      : { kind: 'moves', alias, from };
  };
  return new Map(planned.map((one) => [one.index, verdictOf(one)]));
};
