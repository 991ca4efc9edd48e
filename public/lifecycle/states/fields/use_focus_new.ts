import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

const FIELDS = 'input, select, textarea';

/**
 * Whoever adds a row goes on in it, and whoever takes one out goes on at the button that adds one: the focus must not
 * get lost with what it was on.
 */
export const useFocusNew = (
  rows: number
): { around: RefObject<HTMLDivElement>; expect: (what: 'row' | 'button') => void } => {
  const around = useRef<HTMLDivElement>(null);
  const expected = useRef<'row' | 'button'>();
  useEffect(() => {
    const what = expected.current;
    expected.current = undefined;
    const own = around.current;
    if (!own || what === undefined) return;
    const all = own.querySelectorAll<HTMLElement>(':scope > [data-row]');
    const last = all.item(all.length - 1);
    const target =
      what === 'row'
        ? last?.querySelector<HTMLElement>(FIELDS)
        : own.querySelector<HTMLElement>(':scope > button, :scope > div > button');
    target?.focus();
  }, [rows]);
  return { around, expect: (what) => (expected.current = what) };
};
