import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Direction } from '../../../common/lifecycle/graph/layout';
import { followNames, onlyOf, placeNames } from '../../../common/lifecycle/graph/places';
import type { Places } from '../../../common/lifecycle/graph/places';
import { policyGraph } from '../../../common/lifecycle/graph/policy_graph';
import type { Policy } from '../../../common/lifecycle/policy/policy';
import { keepArrangement, keptArrangement } from './kept_places';
import type { KeptArrangement } from './kept_places';

/** Where the states of a policy stand for whoever looks at it. */
export interface Arrangement {
  direction: Direction;
  /** Absent where they stand where the layout puts them. */
  places?: Places;
  turn: () => void;
  put: (places: Places) => void;
  /** Puts all back to the layout; absent where they stand there. */
  tidy?: () => void;
  /** Takes that back; absent where nothing was tidied up. */
  untidy?: () => void;
}

const DIRECTIONS = ['down', 'right'] as const;

const namesOf = (policy: Policy): string[] => [...placeNames(policyGraph(policy)).values()];

const mapped = (
  { direction, places }: KeptArrangement,
  change: (places: Places) => Places
): KeptArrangement => ({
  direction,
  places: Object.fromEntries(
    DIRECTIONS.flatMap((each) => {
      const of = places[each];
      return of ? [[each, change(of)]] : [];
    })
  ),
});

/**
 * The arrangement of a policy's graph, as this browser keeps it.
 *
 * @param id absent as long as it is not saved: then it is kept once it is
 * @param saved the policy as it is saved: a state that is only gone from what is edited may come back
 */
export const useArrangement = (
  id: string | undefined,
  policy: Policy,
  saved: Policy
): Arrangement => {
  const [kept, setKept] = useState<KeptArrangement>(
    () => (id === undefined ? undefined : keptArrangement(id)) ?? { direction: 'down', places: {} }
  );
  const [former, setFormer] = useState<{ direction: Direction; places: Places }>();
  const names = useMemo(() => policy.states.map(({ name }) => name), [policy]);

  // Before anything is painted: a state that is renamed does not jump.
  const before = useRef(names);
  useLayoutEffect(() => {
    const then = before.current;
    before.current = names;
    if (then === names) return;
    setKept((now) => mapped(now, (places) => followNames(places, then, names)));
  }, [names]);

  const there = useRef<() => Set<string>>(() => new Set());
  there.current = () => new Set([...namesOf(policy), ...namesOf(saved)]);
  useEffect(() => {
    if (id === undefined) return;
    keepArrangement(
      id,
      mapped(kept, (places) => onlyOf(places, there.current()))
    );
  }, [id, kept, saved]);

  const { direction } = kept;
  const places = kept.places[direction];
  const set = useCallback(
    (next: Places | undefined) =>
      setKept(({ direction: now, places: all }) => ({
        ...{ direction: now, places: { ...all, [now]: next } },
      })),
    []
  );
  const put = useCallback(
    (next: Places) => {
      setFormer(undefined);
      set(next);
    },
    [set]
  );
  const turn = useCallback(
    () => setKept((now) => ({ ...now, direction: now.direction === 'down' ? 'right' : 'down' })),
    []
  );
  const tidy = () => {
    if (places) setFormer({ direction, places });
    set(undefined);
  };
  return {
    ...{ direction, turn, put },
    ...(places ? { places, tidy } : {}),
    ...(former?.direction === direction ? { untidy: () => put(former.places) } : {}),
  };
};
