import { useCallback, useMemo } from 'react';
import { useHistory, useLocation } from 'react-router-dom';

type Value = string | number | boolean;
export type UrlState = Record<string, Value>;

const read = (text: string | null, fallback: Value): Value => {
  if (text === null) return fallback;
  if (typeof fallback === 'boolean') return text === 'true';
  if (typeof fallback === 'string') return text;
  const number = Number(text);
  return text.trim() !== '' && Number.isFinite(number) ? number : fallback;
};

/** Reads the state that a query string holds. Unknown parameters and senseless numbers count for nothing. */
export const readUrlState = <T extends UrlState>(search: string, defaults: T): T => {
  const params = new URLSearchParams(search);
  const entries = Object.entries(defaults).map(([key, fallback]) => [
    key,
    read(params.get(key), fallback),
  ]);
  return Object.fromEntries(entries) as T;
};

/**
 * The query string of a state: only what differs from the defaults.
 *
 * @param search what stands in the URL by now: what is not of this state stays
 */
export const writeUrlState = <T extends UrlState>(state: T, defaults: T, search = ''): string => {
  const params = new URLSearchParams(search);
  Object.keys(defaults).forEach((key) => params.delete(key));
  Object.entries(state).forEach(([key, value]) => {
    if (value !== defaults[key]) params.set(key, String(value));
  });
  const text = params.toString();
  return text && `?${text}`;
};

/**
 * State of a list (search, sort, page, filters) that lives in the URL, so that it survives a reload and can be sent to
 * somebody. Every value's type is that of its default.
 *
 * @param defaults must not change from one render to the next.
 */
export const useUrlState = <T extends UrlState>(
  defaults: T
): [T, (changes: Partial<{ [K in keyof T]: T[K] extends string ? string : T[K] }>) => void] => {
  const history = useHistory();
  const { search } = useLocation();
  const state = useMemo(() => readUrlState(search, defaults), [search, defaults]);
  const change = useCallback(
    (changes: Partial<UrlState>) => {
      const { pathname, search: now } = history.location;
      const next = { ...readUrlState(now, defaults), ...changes } as T;
      history.replace({ pathname, search: writeUrlState(next, defaults, now) });
    },
    [history, defaults]
  );
  return [state, change];
};
