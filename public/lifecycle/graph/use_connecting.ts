import { useCallback, useEffect, useState } from 'react';
import type { RefObject } from 'react';
import type { Point } from '../../../common/lifecycle/graph/layout';

/** A transition that is being drawn. */
export interface Connecting {
  /** The place of the state that it comes from. */
  from: number;
  /** Where the pointer is, from the corner of the drawing; absent while it is chosen by key or click. */
  pointer?: Point;
}

export interface Connector {
  connecting?: Connecting;
  /** The pointer goes down on a state's handle: it may be drawn to another state, or let go here. */
  press: (from: number) => void;
  /** The handle is activated without a pointer. */
  toggle: (from: number) => void;
  /** A state is chosen. True where that ended a drawing. */
  choose: (place: number) => boolean;
  cancel: () => void;
}

/** The state that is drawn at a point of the window. */
export const placeAt = ({ x, y }: Point): number | undefined => {
  const element = document.elementFromPoint?.(x, y)?.closest('[data-state-place]');
  const place = element?.getAttribute('data-state-place');
  return place === null || place === undefined ? undefined : Number(place);
};

/** Draws a transition from a state to another: by dragging, or by choosing one and then the other. */
export const useConnecting = (
  drawing: RefObject<HTMLElement>,
  scale: number,
  onConnect: (from: number, to: number) => void
): Connector => {
  const [connecting, setConnecting] = useState<Connecting>();
  const [dragged, setDragged] = useState<number>();
  const cancel = useCallback(() => setConnecting(undefined), []);

  useEffect(() => {
    if (dragged === undefined) return undefined;
    const move = ({ clientX, clientY }: PointerEvent) => {
      const corner = drawing.current?.getBoundingClientRect();
      if (!corner) return;
      const pointer = { x: (clientX - corner.left) / scale, y: (clientY - corner.top) / scale };
      setConnecting((before) => before && { ...before, pointer });
    };
    const release = ({ clientX, clientY }: PointerEvent) => {
      setDragged(undefined);
      const place = placeAt({ x: clientX, y: clientY });
      // Let go where it began, it goes on by choosing.
      setConnecting(place === dragged ? { from: dragged } : undefined);
      if (place !== undefined && place !== dragged) onConnect(dragged, place);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', release);
    return () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', release);
    };
  }, [dragged, drawing, scale, onConnect]);

  const turn = (from: number): boolean => {
    const isOn = connecting?.from !== from;
    setConnecting(isOn ? { from } : undefined);
    return isOn;
  };
  return {
    ...(connecting ? { connecting } : {}),
    press: (from) => {
      setDragged(turn(from) ? from : undefined);
    },
    toggle: (from) => void turn(from),
    choose: (place) => {
      if (!connecting) return false;
      setConnecting(undefined);
      if (place !== connecting.from) onConnect(connecting.from, place);
      return true;
    },
    cancel,
  };
};
