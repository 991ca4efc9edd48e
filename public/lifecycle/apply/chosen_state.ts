import { useMemo, useState } from 'react';
import type { Chosen } from '../../../common/lifecycle/apply/preview';
import { useUrlState } from '../../shared/url_state';

const DEFAULTS = { policy: '', indices: '', pattern: '', older: 0 };
type ApplyState = typeof DEFAULTS;

/** Where the table of indices leaves the names of more indices than a URL can hold. */
export const HANDED_OVER = 'watchkeeper.apply.indices';

const textsIn = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** The names that another page left, once. */
const takeHandedOver = (): string[] => {
  try {
    const text = sessionStorage.getItem(HANDED_OVER);
    sessionStorage.removeItem(HANDED_OVER);
    const names: unknown = text === null ? [] : JSON.parse(text);
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
  } catch {
    return [];
  }
};

export interface ChosenState {
  state: ApplyState;
  change: (
    changes: Partial<{ policy: string; indices: string; pattern: string; older: number }>
  ) => void;
  chosen: Chosen;
  /** Names that do not stand in the URL. */
  handedOver: readonly string[];
  forget: () => void;
}

/** What the page is about: in the URL, so that it can be sent to somebody, as far as that holds it. */
export const useChosen = (): ChosenState => {
  const [state, change] = useUrlState(DEFAULTS);
  const [handedOver, setHandedOver] = useState(takeHandedOver);
  const { indices, pattern, older } = state;
  const chosen = useMemo<Chosen>(
    () => ({
      names: [...new Set([...textsIn(indices), ...handedOver])],
      patterns: textsIn(pattern),
      ...(older > 0 ? { older_than_days: older } : {}),
    }),
    [indices, pattern, older, handedOver]
  );
  return { state, change, chosen, handedOver, forget: () => setHandedOver([]) };
};
