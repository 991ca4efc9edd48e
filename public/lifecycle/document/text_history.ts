/** The texts that a document had, and those that were taken back. */
export interface TextHistory {
  past: readonly string[];
  text: string;
  future: readonly string[];
  /** Who changed it last, and when: what one field does in one go is one step. */
  last?: { by: string; at: number };
}

/** Changes of the same field that follow each other so closely (milliseconds) are one step. */
const ONE_GO = 1000;
const MOST_STEPS = 200;

export const historyOf = (text: string): TextHistory => ({ past: [], text, future: [] });

/** @param by names the field; changes of the same one in one go are one step. */
export const written = (
  history: TextHistory,
  text: string,
  by: string,
  now: number
): TextHistory => {
  if (text === history.text) return history;
  const { past, last } = history;
  const goesOn = by !== '' && last?.by === by && now - last.at < ONE_GO;
  return {
    past: goesOn ? past : [...past, history.text].slice(-MOST_STEPS),
    text,
    future: [],
    last: { by, at: now },
  };
};

export const undone = (history: TextHistory): TextHistory => {
  const { past, text, future } = history;
  if (past.length === 0) return history;
  return { past: past.slice(0, -1), text: past[past.length - 1], future: [text, ...future] };
};

export const redone = (history: TextHistory): TextHistory => {
  const { past, text, future } = history;
  const [next, ...rest] = future;
  return next === undefined ? history : { past: [...past, text], text: next, future: rest };
};
