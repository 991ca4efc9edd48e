import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useHistory, useLocation } from 'react-router-dom';
import type { Path, Policy } from '../../../common/lifecycle/policy/policy';
import { readUrlState, writeUrlState } from '../../shared/url_state';
import { isEditorView } from './view_tabs';
import type { EditorView } from './view_tabs';

/** A state that was chosen: its name is in the URL, its place tells it from another of that name. */
export interface Followed {
  name: string;
  place: number;
  /** So many states there were. */
  count: number;
}

/**
 * Where the state is that the URL names. One that is renamed is followed; undefined where it is gone.
 *
 * @param followed where it was before the policy changed
 */
export const placeOf = (
  states: Policy['states'],
  name: string,
  followed: Followed | undefined
): number | undefined => {
  const place = followed?.name === name ? followed.place : -1;
  if (states[place]?.name === name) return place;
  const found = states.findIndex((state) => state.name === name);
  if (found >= 0) return found;
  return place in states && followed?.count === states.length ? place : undefined;
};

export type SelectPlace = (path: Path | undefined, name?: string) => void;

/** Of which view the page is, and what is chosen in it. */
export interface EditorPlace {
  view: EditorView;
  /** Of a state or of a transition. */
  selected?: Path;
  /** The query that leads to it again. */
  query: string;
  show: (view: EditorView) => void;
  /** @param name of a state that is only just being made */
  select: SelectPlace;
}

/** The view and what is chosen, as the URL has them: they can be linked to, and outlive a reload. */
export const useEditorPlace = (policy: Policy, startView: EditorView): EditorPlace => {
  const history = useHistory();
  const { search } = useLocation();
  const defaults = useMemo(() => ({ view: startView, state: '', transition: 0 }), [startView]);
  const url = useMemo(() => readUrlState<typeof defaults>(search, defaults), [search, defaults]);
  const { states } = policy;
  const followed = useRef<Followed>();

  const go = useCallback(
    (changes: Partial<typeof defaults>, how: 'push' | 'replace') => {
      const { pathname, search: now } = history.location;
      const next = { ...readUrlState<typeof defaults>(now, defaults), ...changes };
      history[how]({ pathname, search: writeUrlState(next, defaults, now) });
    },
    [history, defaults]
  );
  const place = url.state === '' ? undefined : placeOf(states, url.state, followed.current);
  const name = place === undefined ? undefined : states[place].name;
  const count = states.length;
  useEffect(() => {
    if (place === undefined || name === undefined) return;
    followed.current = { name, place, count };
    if (name !== url.state) go({ state: name }, 'replace');
  }, [place, name, count, url.state, go]);

  const select = useCallback<SelectPlace>(
    (path, made) => {
      const at = Number(path?.[1]);
      const state = path ? (made ?? states[at]?.name ?? '') : '';
      followed.current = path && { name: state, place: at, count };
      const transition = path && path.length > 2 ? Number(path[3]) + 1 : 0;
      go({ state, transition }, 'replace');
    },
    [states, count, go]
  );
  const show = useCallback((view: EditorView) => go({ view }, 'push'), [go]);
  const selected = useMemo(
    () =>
      place === undefined
        ? undefined
        : ['states', place, ...(url.transition > 0 ? ['transitions', url.transition - 1] : [])],
    [place, url.transition]
  );
  return {
    view: isEditorView(url.view) ? url.view : startView,
    ...(selected ? { selected } : {}),
    query: writeUrlState(url, { ...defaults, view: 'states' }),
    ...{ show, select },
  };
};
