import { useCallback, useMemo, useState } from 'react';
import type { JsonObject } from '../../../common/json/record';
import { readText, withPolicy } from './policy_text';
import type { ReadText } from './policy_text';
import { historyOf, redone, undone, written } from './text_history';

/** Changes the policy; everything that it does not touch stays as it is. */
export type EditPolicy = (change: (body: JsonObject) => JsonObject, by?: string) => void;

export interface PolicyDocument {
  /** The truth: everything else is read from it. */
  text: string;
  read: ReadText;
  write: (text: string, by?: string) => void;
  edit: EditPolicy;
  undo?: () => void;
  redo?: () => void;
}

/** One document, its text, and what changed it. */
export const usePolicyDocument = (initial: string): PolicyDocument => {
  const [history, setHistory] = useState(() => historyOf(initial));
  const { text, past, future } = history;
  const read = useMemo(() => readText(text), [text]);
  const write = useCallback(
    (next: string, by = '') => setHistory((before) => written(before, next, by, Date.now())),
    []
  );
  const edit = useCallback<EditPolicy>(
    (change, by = '') =>
      setHistory((before) => {
        const now = readText(before.text);
        if (!now.body) return before;
        const changed = change(now.body);
        return changed === now.body
          ? before
          : written(before, withPolicy(now, changed), by, Date.now());
      }),
    []
  );
  return {
    ...{ text, read, write, edit },
    ...(past.length > 0 ? { undo: () => setHistory(undone) } : {}),
    ...(future.length > 0 ? { redo: () => setHistory(redone) } : {}),
  };
};
