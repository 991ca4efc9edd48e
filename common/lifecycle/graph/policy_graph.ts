import { reachableFrom } from '../lint/graph';
import type { Policy, State } from '../policy/policy';

/** What an index that comes to a state and waits for nothing meets there. */
export type StateEnd = 'deleted' | 'completed';

/** A state as a node. Its key is its place among the states, since two can have the same name. */
export interface StateNode {
  kind: 'state';
  key: string;
  place: number;
  name: string;
  isStart: boolean;
  isReachable: boolean;
  end?: StateEnd;
}

/** What a transition names and no state is called. */
export interface MissingNode {
  kind: 'missing';
  key: string;
  name: string;
}

export type GraphNode = StateNode | MissingNode;

/** A transition as an edge, from a place among the states to the key of a node. */
export interface GraphEdge {
  key: string;
  state: number;
  transition: number;
  from: string;
  to: string;
}

export interface PolicyGraph {
  nodes: readonly GraphNode[];
  edges: readonly GraphEdge[];
}

const endOf = ({ actions, transitions }: State): StateEnd | undefined => {
  if (actions.some(({ type }) => type === 'delete')) return 'deleted';
  return transitions.length === 0 ? 'completed' : undefined;
};

const missingKey = (name: string): string => `missing:${name}`;

/** The states and where they lead. Of several states of one name, a transition means the first, as the engine does. */
export const policyGraph = (policy: Policy): PolicyGraph => {
  const { states, default_state: start } = policy;
  const reached = reachableFrom(policy, start);
  const first = states.findIndex(({ name }) => name === start);
  const keyOf = (name: string): string => {
    const place = states.findIndex((state) => state.name === name);
    return place < 0 ? missingKey(name) : String(place);
  };
  const edges = states.flatMap(({ transitions }, state) =>
    transitions.map(({ state_name: to }, transition) => ({
      ...{ key: `${state}-${transition}`, state, transition },
      ...{ from: String(state), to: keyOf(to) },
    }))
  );
  const names = new Set(states.flatMap(({ transitions }) => transitions.map((t) => t.state_name)));
  const missing = [...names].filter((name) => states.every((state) => state.name !== name));
  return {
    nodes: [
      ...states.map((state, place): StateNode => {
        const end = endOf(state);
        return {
          ...{ kind: 'state', key: String(place), place, name: state.name },
          ...{ isStart: place === first, isReachable: reached.has(state.name) },
          ...(end ? { end } : {}),
        };
      }),
      ...missing.map((name): MissingNode => ({ kind: 'missing', key: missingKey(name), name })),
    ],
    edges,
  };
};
