import { useMemo } from 'react';
import type { JsonObject } from '../../../common/json/record';
import type { Path, Policy } from '../../../common/lifecycle/policy/policy';
import { readPolicy } from '../../../common/lifecycle/policy/read_policy';
import {
  addState,
  connect,
  connected,
  duplicateState,
  insertState,
  leadFrom,
  leadTo,
  removeSelected,
  reverse,
  targetOf,
} from '../document/graph_edits';
import { moveBy } from '../document/state_edits';
import type { EditPolicy } from '../document/use_policy_document';
import type { SelectPlace } from '../editor/editor_place';
import type { Placing } from './use_placing';

/** What is done by drawing. What cannot be done with what is selected is absent. */
export interface GraphActs {
  add: (name?: string) => void;
  connect: (from: number, to: number) => void;
  remove?: () => void;
  /** A state more, on the transition. */
  insert?: () => void;
  duplicate?: () => void;
  reverse?: () => void;
  /** The transition begins in, or leads to, another state. */
  rehang: (path: Path, end: 'from' | 'to', place: number) => void;
  /** Lets a transition be looked at earlier or later than others of its state. */
  order: (path: Path, by: number) => void;
}

interface Drawn {
  body: JsonObject;
  policy: Policy;
  selected?: Path;
  edit: EditPolicy;
  onSelect: SelectPlace;
  placing: Placing;
}

const nameAt = (body: JsonObject, place: number): string | undefined =>
  readPolicy(body).states.at(place)?.name;

const ofState = ({ body, edit, onSelect, placing }: Drawn, place: number): Partial<GraphActs> => ({
  duplicate: () => {
    const name = nameAt(duplicateState(body, place), place + 1);
    const near = placing.layout.nodes.get(String(place));
    if (name !== undefined && near) placing.makeRoom(name, near);
    edit((now) => duplicateState(now, place));
    onSelect(['states', place + 1], name);
  },
});

const ofTransition = ({ body, edit, onSelect, placing }: Drawn, path: Path): Partial<GraphActs> => {
  const from = Number(path[1]);
  const target = targetOf(body, path);
  const insert = () => {
    const name = nameAt(insertState(body, path), from + 1);
    const near = placing.layout.nodes.get(String(from));
    if (name !== undefined && near) placing.makeRoom(name, near);
    edit((now) => insertState(now, path));
    onSelect(['states', from + 1], name);
  };
  if (target === undefined || target === from) return { insert };
  return {
    insert,
    reverse: () => {
      edit((now) => reverse(now, path));
      onSelect(connected(body, target));
    },
  };
};

/** @param onRemoved once what was selected is gone, and the focus with it */
export const useGraphActs = (drawn: Drawn, onRemoved: () => void): GraphActs => {
  const { body, policy, selected, edit, onSelect, placing } = drawn;
  const lasting = useMemo(
    () => ({
      connect: (from: number, to: number) => {
        edit((now) => connect(now, from, policy.states[to].name));
        onSelect(connected(body, from));
      },
      rehang: (path: Path, end: 'from' | 'to', place: number) => {
        if (end === 'to') return edit((now) => leadTo(now, path, policy.states[place].name));
        if (place === Number(path[1])) return;
        edit((now) => leadFrom(now, path, place));
        onSelect(connected(body, place));
      },
      order: (path: Path, by: number) => {
        const [to, of] = [Number(path[3]) + by, policy.states[Number(path[1])].transitions.length];
        if (to < 0 || to >= of) return;
        edit((now) => moveBy(now, path.slice(0, 3), Number(path[3]), by));
        onSelect([...path.slice(0, 3), to]);
      },
    }),
    [edit, onSelect, policy, body]
  );
  const remove = (path: Path) => () => {
    edit((now) => removeSelected(now, path));
    onSelect(undefined);
    onRemoved();
  };
  return {
    ...lasting,
    add: (name) => {
      const place = policy.states.length;
      const made = nameAt(addState(body, name), place);
      const near = placing.layout.nodes.get(String(selected?.[1] ?? place - 1));
      // One that was missing stands somewhere already.
      if (name === undefined && made !== undefined && near) placing.makeRoom(made, near);
      edit((now) => addState(now, name));
      onSelect(['states', place], made);
    },
    ...(selected ? { remove: remove(selected) } : {}),
    ...(selected?.length === 2 ? ofState(drawn, Number(selected[1])) : {}),
    ...(selected?.length === 4 ? ofTransition(drawn, selected) : {}),
  };
};
