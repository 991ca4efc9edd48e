import type { JsonValue } from '../../../common/json/lossless';
import { isJsonObject } from '../../../common/json/record';
import type { JsonObject } from '../../../common/json/record';
import { editAt } from '../../../common/lifecycle/lint/edit';
import type { Path } from '../../../common/lifecycle/policy/policy';

/** Changes of a policy's states. Each gives a new document and leaves everything that it does not name as it is. */

const listOf = (value: JsonValue | undefined): JsonValue[] => (Array.isArray(value) ? value : []);

/** Whether the states can be shown as cards: lists of objects where there should be lists of objects. */
export const hasStates = (body: JsonObject): boolean => {
  const isList = (value: JsonValue | undefined): boolean =>
    (value ?? null) === null || (Array.isArray(value) && value.every(isJsonObject));
  return (
    isList(body.states) &&
    listOf(body.states).every(
      (state) => isJsonObject(state) && isList(state.actions) && isList(state.transitions)
    )
  );
};

export const objectsAt = (value: JsonValue | undefined): JsonObject[] =>
  listOf(value).filter(isJsonObject);

/** Puts a value behind the last one of a list. */
export const addTo = (body: JsonObject, path: Path, value: JsonValue): JsonObject =>
  editAt(body, path, (list) => [...listOf(list), value]);

/** Moves an item of a list by so many places. */
export const moveBy = (body: JsonObject, path: Path, from: number, by: number): JsonObject =>
  editAt(body, path, (value) => {
    const list = listOf(value);
    const to = from + by;
    if (to < 0 || to >= list.length) return value;
    const rest = [...list.slice(0, from), ...list.slice(from + 1)];
    return [...rest.slice(0, to), list[from], ...rest.slice(to)];
  });

/** Undefined takes the member out. */
export const putAt = (body: JsonObject, path: Path, value: JsonValue | undefined): JsonObject =>
  editAt(body, path, () => value);

/** Another name for a state, also wherever a transition or the start names it. */
export const renameState = (body: JsonObject, place: number, name: string): JsonObject => {
  const states = listOf(body.states);
  const state = states[place];
  const before = isJsonObject(state) ? state.name : undefined;
  const led = (each: JsonValue): JsonValue =>
    isJsonObject(each) && each.state_name === before ? { ...each, state_name: name } : each;
  const renamed = states.map((each, i) => {
    if (!isJsonObject(each)) return each;
    const own = i === place ? { ...each, name } : each;
    const { transitions } = own;
    return Array.isArray(transitions) ? { ...own, transitions: transitions.map(led) } : own;
  });
  return {
    ...body,
    states: renamed,
    ...(body.default_state === before ? { default_state: name } : {}),
  };
};

/** A name that no state has yet. */
export const freeName = (names: readonly string[], wish: string): string => {
  if (!names.includes(wish)) return wish;
  for (let number = 2; ; number += 1) {
    if (!names.includes(`${wish}_${number}`)) return `${wish}_${number}`;
  }
};
