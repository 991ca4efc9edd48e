import type { JsonObject } from '../../../common/json/record';
import { removeAt } from '../../../common/lifecycle/lint/edit';
import type { Path } from '../../../common/lifecycle/policy/policy';
import { readPolicy } from '../../../common/lifecycle/policy/read_policy';
import { addTo, freeName, objectsAt, putAt } from './state_edits';

/** Changes that are drawn. Each gives a new document and leaves everything that it does not name as it is. */

/** What a drawn transition waits for: not at once, since that could delete an index within minutes. */
const NEW_CONDITIONS: JsonObject = { min_index_age: '30d' };

/** A state more, at the end, in which nothing is done yet. */
export const addState = (body: JsonObject, wish = 'state'): JsonObject => {
  const names = readPolicy(body).states.map(({ name }) => name);
  return addTo(body, ['states'], {
    name: freeName(names, wish),
    actions: [],
    transitions: [],
  });
};

/** A transition more, behind those that the state has. */
export const connect = (body: JsonObject, from: number, to: string): JsonObject =>
  addTo(body, ['states', from, 'transitions'], { state_name: to, conditions: NEW_CONDITIONS });

/** The path of the transition that `connect` adds. */
export const connected = (body: JsonObject, from: number): Path => {
  const { transitions } = objectsAt(body.states)[from] ?? {};
  return ['states', from, 'transitions', objectsAt(transitions).length];
};

/** Takes a state out with every transition that leads to it; the start goes to the first that is left. */
export const removeState = (body: JsonObject, place: number): JsonObject => {
  const { states, default_state: start } = readPolicy(body);
  const name = states.at(place)?.name;
  const isLastOfName = states.every((state, i) => i === place || state.name !== name);
  const left = states.filter((_state, i) => i !== place);
  const cleared = isLastOfName
    ? states.reduceRight(
        (now, state, i) =>
          state.transitions.reduceRight(
            (then, { state_name: to }, j) =>
              to === name ? removeAt(then, ['states', i, 'transitions', j]) : then,
            now
          ),
        body
      )
    : body;
  const removed = removeAt(cleared, ['states', place]);
  return isLastOfName && start === name && left.length > 0
    ? putAt(removed, ['default_state'], left[0].name)
    : removed;
};

/** Takes out what is selected: a state or a transition. */
export const removeSelected = (body: JsonObject, path: Path): JsonObject =>
  path.length === 2 ? removeState(body, Number(path[1])) : removeAt(body, path);
