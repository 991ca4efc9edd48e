import { useRef, useState } from 'react';

/** Keys by which the rows of a list stay themselves when others are moved or taken out. */
export interface RowKeys {
  keys: readonly number[];
  removed: (place: number) => void;
  moved: (place: number, by: number) => void;
}

export const useRowKeys = (length: number): RowKeys => {
  const next = useRef(0);
  const [known, setKnown] = useState<readonly number[]>([]);
  const missing = Math.max(0, length - known.length);
  const more = Array.from({ length: missing }, () => (next.current += 1));
  const keys = [...known.slice(0, length), ...more];
  // Rows that came from elsewhere, such as undo, are new ones.
  if (keys.length !== known.length) setKnown(keys);
  return {
    keys,
    removed: (place) => setKnown(keys.filter((_key, i) => i !== place)),
    moved: (place, by) => {
      const rest = keys.filter((_key, i) => i !== place);
      setKnown([...rest.slice(0, place + by), keys[place], ...rest.slice(place + by)]);
    },
  };
};
