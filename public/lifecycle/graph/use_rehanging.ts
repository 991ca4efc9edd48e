import { useCallback, useEffect, useState } from 'react';
import type { RefObject } from 'react';
import type { Point } from '../../../common/lifecycle/graph/layout';
import type { Path } from '../../../common/lifecycle/policy/policy';
import { placeAt } from './use_connecting';

/** An end of a transition that is being dragged. */
export interface Rehanging {
  path: Path;
  end: 'from' | 'to';
  /** Where the pointer is, from the corner of the drawing. */
  pointer?: Point;
}

export interface Rehanger {
  rehanging?: Rehanging;
  press: (path: Path, end: 'from' | 'to') => void;
}

/** Hangs the end of a transition on another state, by dragging. Let go anywhere else it stays where it was. */
export const useRehanging = (
  drawing: RefObject<HTMLElement>,
  scale: number,
  onRehang: (path: Path, end: 'from' | 'to', place: number) => void
): Rehanger => {
  const [rehanging, setRehanging] = useState<Rehanging>();
  const isOn = rehanging !== undefined;
  const { path, end } = rehanging ?? {};
  useEffect(() => {
    if (!isOn) return undefined;
    const stop = () => setRehanging(undefined);
    const move = ({ clientX, clientY }: PointerEvent) => {
      const corner = drawing.current?.getBoundingClientRect();
      if (!corner) return;
      const pointer = { x: (clientX - corner.left) / scale, y: (clientY - corner.top) / scale };
      setRehanging((before) => before && { ...before, pointer });
    };
    const release = ({ clientX, clientY }: PointerEvent) => {
      const place = placeAt({ x: clientX, y: clientY });
      stop();
      if (place !== undefined && path && end) onRehang(path, end, place);
    };
    const giveUp = ({ key }: KeyboardEvent) => key === 'Escape' && stop();
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
  }, [isOn, path, end, drawing, scale, onRehang]);
  const press = useCallback(
    (of: Path, which: 'from' | 'to') => setRehanging({ path: of, end: which }),
    []
  );
  return { ...(rehanging ? { rehanging } : {}), press };
};
