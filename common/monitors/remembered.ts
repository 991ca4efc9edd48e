/**
 * A function that remembers its answers, for what is dear to work out and asked for again and again.
 *
 * @param most so many answers are kept; beyond that it begins anew
 */
export const remembered = <T>(answer: (key: string) => T, most = 5000): ((key: string) => T) => {
  const known = new Map<string, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined || known.has(key)) return before as T;
    const found = answer(key);
    if (known.size >= most) known.clear();
    known.set(key, found);
    return found;
  };
};
