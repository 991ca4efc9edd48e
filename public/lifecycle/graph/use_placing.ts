import { useCallback, useMemo, useRef, useState } from 'react';
import { i18n } from '@osd/i18n';
import { arranged } from '../../../common/lifecycle/graph/arranged';
import type { Box, Layout } from '../../../common/lifecycle/graph/layout';
import { freePlace, placeNames, placesOf } from '../../../common/lifecycle/graph/places';
import type { PolicyGraph } from '../../../common/lifecycle/graph/policy_graph';
import type { Policy } from '../../../common/lifecycle/policy/policy';
import { NEW_NODE, placed } from './graph_sizes';
import type { Arrangement } from './use_arrangement';
import { useMoving } from './use_moving';
import type { Mover, Moving } from './use_moving';

export interface Placing {
  layout: Layout;
  mover: Mover;
  /** What was moved last, in words. */
  said?: string;
  tidy?: () => void;
  untidy?: () => void;
  /** A state that is about to be added gets a free place near a box, where all have a place. */
  makeRoom: (name: string, near: Box) => void;
}

const movedText = (name: string, { left, top }: Box): string =>
  i18n.translate('watchkeeper.lifecycle.graph.movedText', {
    defaultMessage:
      '“{name}” now stands at {x}, {y}. This is kept in your browser and not in the policy: “Tidy up” puts all states back, “Undo” does not.',
    values: { name, x: Math.round(left), y: Math.round(top) },
  });

const tidyText = (): string =>
  i18n.translate('watchkeeper.lifecycle.graph.tidiedText', {
    defaultMessage: 'All states stand where the layout puts them.',
  });

/** Where each state stands: by the layout, or where somebody has moved it. */
export const usePlacing = (
  policy: Policy,
  graph: PolicyGraph,
  { direction, places, put, tidy, untidy }: Arrangement,
  scale: number
): Placing => {
  const usual = useMemo(() => placed(policy, graph, direction), [policy, graph, direction]);
  const names = useMemo(() => placeNames(graph), [graph]);
  const rest = useMemo(
    () => (places ? arranged(graph, usual, places, direction) : usual),
    [graph, usual, places, direction]
  );
  const [said, setSaid] = useState<string>();

  // Who moves one state leaves all others where they are.
  const moved = useCallback(
    ({ key, by }: Moving): Layout => {
      const name = names.get(key);
      const box = rest.nodes.get(key);
      if (name === undefined || !box) return rest;
      const place = { x: Math.round(box.left + by.x), y: Math.round(box.top + by.y) };
      return arranged(graph, usual, { ...placesOf(graph, rest), [name]: place }, direction);
    },
    [graph, usual, rest, names, direction]
  );
  const onMoved = (moving: Moving) => {
    const next = moved(moving);
    const box = next.nodes.get(moving.key);
    put(placesOf(graph, next));
    if (box) setSaid(movedText(names.get(moving.key) ?? '', box));
  };
  const mover = useMoving(scale, onMoved);
  const { moving } = mover;
  const layout = useMemo(() => (moving ? moved(moving) : rest), [moved, moving, rest]);
  const newest = useRef(layout);
  newest.current = layout;

  const makeRoom = useCallback(
    (name: string, near: Box) => {
      if (!places) return;
      const { nodes } = newest.current;
      const room = freePlace(near, NEW_NODE, [...nodes.values()], direction);
      put({ ...placesOf(graph, newest.current), [name]: room });
    },
    [graph, places, put, direction]
  );
  return {
    ...{ layout, mover, makeRoom },
    ...(said === undefined ? {} : { said }),
    ...(tidy
      ? {
          tidy: () => {
            tidy();
            setSaid(tidyText());
          },
        }
      : {}),
    ...(untidy
      ? {
          untidy: () => {
            untidy();
            setSaid(undefined);
          },
        }
      : {}),
  };
};
