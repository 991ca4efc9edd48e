/** Single changes that lead from one text to another: a character more, less or other, or two neighbours exchanged. */
const distance = (one: string, other: string): number => {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      next[j] = Math.min(
        row[j] + 1,
        next[j - 1] + 1,
        row[j - 1] + (same ? 0 : 1),
        swapped ? before[j - 2] + 1 : Infinity
      );
    }
    before = row;
    row = next;
  }
  return row[other.length];
};

const LONGEST = 100;

/** The name that was probably meant: a third of it may be wrong. */
export const nearestName = (wanted: string, names: Iterable<string>): string | undefined => {
  const most = Math.max(1, Math.floor(wanted.length / 3));
  let best: { name: string; off: number } | undefined;
  if (wanted.length > LONGEST) return undefined;
  for (const name of names) {
    if (Math.abs(name.length - wanted.length) > most) continue;
    const off = distance(wanted.toLowerCase(), name.toLowerCase());
    if (off <= most && off < (best?.off ?? Infinity)) best = { name, off };
  }
  return best?.name;
};
