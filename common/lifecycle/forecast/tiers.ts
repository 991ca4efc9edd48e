import { isRecord } from '../../json/record';
import type { Policy } from '../policy/policy';
import type { Span } from '../simulate/walk';

export const TIERS = ['hot', 'warm', 'cold', 'frozen'] as const;
/** `all`: the policy tells of none. */
export type Tier = (typeof TIERS)[number] | 'all';

/** `warm` of `warm`, `box-warm`, `warm_nodes`; undefined of anything else. */
const tierIn = (text: string): Tier | undefined => {
  const words = text.toLowerCase().split(/[^a-z]+/);
  return TIERS.find((tier) => words.includes(tier));
};

/** To which tier an allocation moves an index, by the values of its attributes. */
const tierOfAllocation = ({
  require: all,
  include: any,
}: Record<string, unknown>): Tier | undefined => {
  const values = [all, any].flatMap((each) => (isRecord(each) ? Object.values(each) : []));
  for (const value of values) {
    const tier = typeof value === 'string' ? tierIn(value) : undefined;
    if (tier) return tier;
  }
  return undefined;
};

const allocates = ({ states }: Policy): boolean =>
  states.some(({ actions }) =>
    actions.some(({ type, params }) => type === 'allocation' && tierOfAllocation(params))
  );

/** Tells where an index lies in each span of its course. */
export type TierOf = (span: Span, before: Tier | undefined) => Tier;

/**
 * By the allocations of the policy, where it has any that name a tier; else by the names of its states. An index stays
 * where it is in a state whose name says nothing, for example `delete`.
 */
export const tiersOf = (policy: Policy): TierOf => {
  const byName = new Map(policy.states.map(({ name }) => [name, tierIn(name)]));
  if (allocates(policy)) {
    return ({ allocation, state }, before) =>
      (allocation && tierOfAllocation(allocation)) ?? before ?? byName.get(state) ?? 'hot';
  }
  return ({ state }, before) => byName.get(state) ?? before ?? 'all';
};
