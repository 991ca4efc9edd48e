import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { Dispatch, RefObject, SetStateAction } from 'react';
import { centreOf } from '../../../common/lifecycle/graph/geometry';
import type { Box, Point, Size } from '../../../common/lifecycle/graph/layout';

export interface Zoom {
  /** A step larger or smaller, around the middle of what is seen. */
  step: (by: 1 | -1) => void;
  /** As large as it is drawn. */
  reset: () => void;
  /** All of it is seen. */
  fit: () => void;
  /** Keys that zoom; true where it was one. */
  byKey: (event: React.KeyboardEvent) => boolean;
  /** The pointer goes down on the frame: its background is dragged along. */
  press: (event: React.PointerEvent<HTMLElement>) => void;
}

const SMALLEST = 0.2;
const LARGEST = 2;
const STEP = 1.2;
/** Words can be read at it; whoever wants to see all of a large graph asks for that. */
const READABLE = 0.7;
/** Of the window, as the styles have it. */
const TALLEST = 0.7;

/** One turn of a wheel says a hundred, a pinch says a few. */
const MOST_TURN = 25;
const PER_TURN = 0.008;

const within = (scale: number): number => Math.min(LARGEST, Math.max(SMALLEST, scale));

/** A point of the drawing that stays where it is in the frame. */
interface Anchor {
  at: Point;
  of: Point;
}

export interface Drawn extends Size {
  /** What is to be seen first. */
  first: Box | undefined;
}

/** How far the drawing is from the frame's left border, where it is narrower. */
const asideOf = (frame: HTMLElement, { width }: Size, scale: number): number =>
  Math.max(0, (frame.clientWidth - width * scale) / 2);

/**
 * Size and section of a drawing within a frame that scrolls. The wheel alone scrolls, as everywhere; with Ctrl it zooms.
 *
 * @param arrangement another one is seen as a whole; while it is edited nothing jumps
 */
export const useZoom = (
  frame: RefObject<HTMLElement>,
  size: Drawn,
  arrangement: string,
  [scale, setScale]: [number, Dispatch<SetStateAction<number>>]
): Zoom => {
  const anchor = useRef<Anchor>();
  const newest = useRef({ scale, size });
  newest.current = { scale, size };

  const zoom = useCallback(
    (change: (scale: number) => number, at?: Point) => {
      const element = frame.current;
      const { scale: now, size: drawn } = newest.current;
      if (element) {
        const { clientWidth, clientHeight, scrollLeft, scrollTop } = element;
        const point = at ?? { x: clientWidth / 2, y: clientHeight / 2 };
        const of = {
          x: (scrollLeft + point.x - asideOf(element, drawn, now)) / now,
          y: (scrollTop + point.y) / now,
        };
        anchor.current = { at: point, of };
      }
      setScale(within(change(now)));
    },
    [frame, setScale]
  );
  const hold = useCallback(
    (held: Anchor | undefined, at: number) => {
      const element = frame.current;
      if (!element || !held) return;
      element.scrollLeft = held.of.x * at + asideOf(element, newest.current.size, at) - held.at.x;
      element.scrollTop = held.of.y * at - held.at.y;
    },
    [frame]
  );
  useLayoutEffect(() => {
    hold(anchor.current, scale);
    anchor.current = undefined;
  }, [hold, scale]);

  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      const turn = Math.min(MOST_TURN, Math.max(-MOST_TURN, event.deltaY));
      zoom((now) => now * Math.exp(-turn * PER_TURN), {
        x: event.clientX - left,
        y: event.clientY - top,
      });
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [frame, zoom]);

  const fitTo = useCallback(
    (smallest: number, isWhole: boolean) => {
      const element = frame.current;
      const { scale: now, size: drawn } = newest.current;
      const room = element?.clientWidth ?? 0;
      if (!element || room === 0) return setScale(1);
      const tall = isWhole ? (window.innerHeight * TALLEST) / drawn.height : 1;
      const next = within(Math.max(smallest, Math.min(1, room / drawn.width, tall)));
      const held =
        isWhole || !drawn.first
          ? { at: { x: 0, y: 0 }, of: { x: 0, y: 0 } }
          : { at: { x: room / 2, y: element.clientHeight / 2 }, of: centreOf(drawn.first) };
      if (next === now) return hold(held, now);
      anchor.current = held;
      setScale(next);
    },
    [frame, hold, setScale]
  );
  useEffect(() => fitTo(READABLE, false), [fitTo, arrangement]);

  const step = useCallback((by: 1 | -1) => zoom((now) => now * STEP ** by), [zoom]);
  const reset = useCallback(() => zoom(() => 1), [zoom]);
  const press = useCallback(
    (event: React.PointerEvent<HTMLElement>) => {
      const element = frame.current;
      const { target, button, pointerType, clientX, clientY } = event;
      // A finger scrolls it anyhow.
      if (!element || button !== 0 || pointerType === 'touch') return;
      if (target instanceof Element && target.closest('button, [data-graph-part]')) return;
      const { left, top } = element.getBoundingClientRect();
      const isBar = clientX - left > element.clientWidth || clientY - top > element.clientHeight;
      if (isBar) return;
      const from = { x: element.scrollLeft + clientX, y: element.scrollTop + clientY };
      const move = (moved: PointerEvent) => {
        element.scrollLeft = from.x - moved.clientX;
        element.scrollTop = from.y - moved.clientY;
      };
      const stop = () => {
        window.removeEventListener('pointermove', move);
        window.removeEventListener('pointerup', stop);
        window.removeEventListener('pointercancel', stop);
      };
      window.addEventListener('pointermove', move);
      window.addEventListener('pointerup', stop);
      window.addEventListener('pointercancel', stop);
    },
    [frame]
  );
  return {
    ...{ step, reset, press },
    fit: () => fitTo(SMALLEST, true),
    byKey: ({ key, ctrlKey, metaKey, altKey }) => {
      // With those the browser zooms the page.
      if (ctrlKey || metaKey || altKey) return false;
      if (key === '+' || key === '=') step(1);
      else if (key === '-') step(-1);
      else if (key === '0') reset();
      else return false;
      return true;
    },
  };
};
