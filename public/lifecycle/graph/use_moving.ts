import { useCallback, useEffect, useRef, useState } from 'react';
import type { Point } from '../../../common/lifecycle/graph/layout';

/** A node that is being dragged. */
export interface Moving {
  key: string;
  /** How far it has come, in pixels of the drawing. */
  by: Point;
}

export interface Mover {
  moving?: Moving;
  /** The pointer goes down on a node: it may be dragged, or only pressed. */
  press: (key: string, event: React.PointerEvent) => void;
  /** Whether the click that follows a press ends a move, and selects nothing. */
  isEndOfMove: (event: React.MouseEvent) => boolean;
  /** Moves by key; true where it was such a key. */
  byKey: (key: string, event: React.KeyboardEvent) => boolean;
}

/** Pixels of the window that a hand trembles. */
const TREMBLE = 4;
/** Pixels of the drawing by which a key moves. */
const STEP = 20;

const STEPS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

interface Press {
  key: string;
  at: Point;
}

/**
 * Moves nodes by dragging, and by Alt and an arrow.
 *
 * @param onMoved where a node has come to rest
 */
export const useMoving = (scale: number, onMoved: (moving: Moving) => void): Mover => {
  const [pressed, setPressed] = useState<Press>();
  const [moving, setMoving] = useState<Moving>();
  const ended = useRef(false);
  const newest = useRef({ moving, onMoved });
  newest.current = { moving, onMoved };

  useEffect(() => {
    if (!pressed) return undefined;
    const { key, at } = pressed;
    const move = ({ clientX, clientY }: PointerEvent) => {
      const [x, y] = [clientX - at.x, clientY - at.y];
      if (!newest.current.moving && Math.hypot(x, y) < TREMBLE) return;
      setMoving({ key, by: { x: x / scale, y: y / scale } });
    };
    const stop = () => {
      setMoving(undefined);
      setPressed(undefined);
    };
    const release = () => {
      const { moving: last } = newest.current;
      ended.current = last !== undefined;
      if (last) newest.current.onMoved(last);
      stop();
    };
    const giveUp = ({ key: name }: KeyboardEvent) => {
      if (name !== 'Escape') return;
      ended.current = true;
      stop();
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', release);
    window.addEventListener('pointercancel', stop);
    window.addEventListener('keydown', giveUp);
    return () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', release);
      window.removeEventListener('pointercancel', stop);
      window.removeEventListener('keydown', giveUp);
    };
  }, [pressed, scale]);

  const press = useCallback((key: string, event: React.PointerEvent) => {
    ended.current = false;
    if (event.button !== 0) return;
    setPressed({ key, at: { x: event.clientX, y: event.clientY } });
  }, []);
  return {
    ...(moving ? { moving } : {}),
    press,
    // What is clicked by key has not been dragged.
    isEndOfMove: ({ detail }) => detail > 0 && ended.current,
    byKey: (key, event) => {
      const by = event.altKey ? STEPS[event.key] : undefined;
      if (!by) return false;
      // Alt with an arrow leaves the page otherwise.
      event.preventDefault();
      onMoved({ key, by });
      return true;
    },
  };
};
