import type { Policy } from '../policy/policy';

/** Where each state leads. */
export const leadsTo = ({ states }: Policy): Map<string, string[]> =>
  new Map(
    states.map(({ name, transitions }) => [name, transitions.map((each) => each.state_name)])
  );

/** Every state that can be reached from one, itself included. */
export const reachableFrom = (policy: Policy, start: string): Set<string> => {
  const leads = leadsTo(policy);
  const seen = new Set<string>();
  const open = [start];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    open.push(...(leads.get(name) ?? []));
  }
  return seen;
};

/** The states that lead back to themselves. */
export const inCycles = (policy: Policy): string[] =>
  policy.states
    .filter(({ name, transitions }) =>
      transitions.some(({ state_name: to }) => reachableFrom(policy, to).has(name))
    )
    .map(({ name }) => name);

/** The states that can come before one. */
export const reaching = (policy: Policy, target: string): Set<string> =>
  new Set(
    policy.states
      .filter(({ name }) => name !== target && reachableFrom(policy, name).has(target))
      .map(({ name }) => name)
  );
