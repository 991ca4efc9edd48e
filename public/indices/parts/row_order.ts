const weigh = (value: unknown): string | number => {
  if (Array.isArray(value)) return value.length === 0 ? '' : value.join(', ');
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'string' ? value : '';
};

/** Numbers by size, texts as people sort them; what is not known comes first. */
const compare = (a: unknown, b: unknown): number => {
  const [first, second] = [weigh(a), weigh(b)];
  if (typeof first === 'number' && typeof second === 'number') return first - second;
  if (first === '' || second === '') return (first === '' ? 0 : 1) - (second === '' ? 0 : 1);
  return String(first).localeCompare(String(second), undefined, { numeric: true });
};

/** The rows that the search finds, by the member that they are sorted by; of the same value, by their key. */
export const rowsInOrder = <T extends object>(
  rows: readonly T[],
  textsOf: (row: T) => readonly string[],
  { search, sort, order }: { search: string; sort: string; order: string },
  keyField: keyof T & string
): T[] => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const sign = order === 'desc' ? -1 : 1;
  const value = (row: T, member: string): unknown =>
    Object.entries(row).find(([name]) => name === member)?.[1];
  return rows
    .filter((row) => {
      const texts = textsOf(row).map((text) => text.toLowerCase());
      return words.every((word) => texts.some((text) => text.includes(word)));
    })
    .sort(
      (a, b) => sign * compare(value(a, sort), value(b, sort)) || compare(a[keyField], b[keyField])
    );
};
