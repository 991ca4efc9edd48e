/** Numbers as ranges, both ends within, ascending and apart: what has been seen lies close together. */
export type Ranges = ReadonlyArray<readonly [number, number]>;

export const rangesHold = (ranges: Ranges, value: number): boolean => {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [from, to] = ranges[middle];
    if (value < from) high = middle - 1;
    else if (value > to) low = middle + 1;
    else return true;
  }
  return false;
};

/** The ranges with more numbers, and without everything up to a number. */
export const extendRanges = (
  ranges: Ranges,
  values: readonly number[],
  above: number
): Array<[number, number]> => {
  const all = [...ranges, ...values.map((value): [number, number] => [value, value])]
    .filter(([, to]) => to > above)
    .sort(([a], [b]) => a - b);
  const joined: Array<[number, number]> = [];
  for (const [from, to] of all) {
    const last = joined.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else joined.push([Math.max(from, above + 1), to]);
  }
  return joined;
};
