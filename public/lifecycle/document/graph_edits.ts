import type { JsonObject } from '../../../common/json/record';
import { editAt, removeAt } from '../../../common/lifecycle/lint/edit';
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

const insertAt = (body: JsonObject, place: number, state: JsonObject): JsonObject =>
  editAt(body, ['states'], (states) => {
    const list = Array.isArray(states) ? states : [];
    return [...list.slice(0, place), state, ...list.slice(place)];
  });

const namesIn = (body: JsonObject): string[] => readPolicy(body).states.map(({ name }) => name);

const transitionAt = (body: JsonObject, path: Path): JsonObject | undefined =>
  objectsAt(objectsAt(body.states).at(Number(path[1]))?.transitions).at(Number(path[3]));

/**
 * A state between the two that a transition joins, behind the first of them. It passes every index on at once: until
 * something is done in it, all happens when it happened before.
 *
 * @param path of the transition
 */
export const insertState = (body: JsonObject, path: Path, wish = 'state'): JsonObject => {
  const transition = transitionAt(body, path);
  if (!transition) return body;
  const name = freeName(namesIn(body), wish);
  const led = putAt(body, [...path, 'state_name'], name);
  return insertAt(led, Number(path[1]) + 1, {
    ...{ name, actions: [] },
    transitions: [{ state_name: transition.state_name ?? '' }],
  });
};

/** The same state once more, behind it and under a name that is free. Nothing leads to it yet. */
export const duplicateState = (body: JsonObject, place: number): JsonObject => {
  const state = objectsAt(body.states).at(place);
  const names = namesIn(body);
  if (!state) return body;
  return insertAt(body, place + 1, { ...state, name: freeName(names, `${names[place]}_copy`) });
};

/** A transition that begins in another state, behind those that it has; what it waits for stays. */
export const leadFrom = (body: JsonObject, path: Path, place: number): JsonObject => {
  const transition = transitionAt(body, path);
  if (!transition || place === Number(path[1])) return body;
  return addTo(removeAt(body, path), ['states', place, 'transitions'], transition);
};

export const leadTo = (body: JsonObject, path: Path, name: string): JsonObject =>
  putAt(body, [...path, 'state_name'], name);

/** Where a transition leads, if there is such a state: the first of its name, as the engine takes it. */
export const targetOf = (body: JsonObject, path: Path): number | undefined => {
  const place = namesIn(body).indexOf(String(transitionAt(body, path)?.state_name));
  return place < 0 ? undefined : place;
};

/** A transition that leads back from where it led to; what it waits for stays. */
export const reverse = (body: JsonObject, path: Path): JsonObject => {
  const target = targetOf(body, path);
  const from = Number(path[1]);
  if (target === undefined || target === from) return body;
  return leadFrom(leadTo(body, path, namesIn(body)[from]), path, target);
};
