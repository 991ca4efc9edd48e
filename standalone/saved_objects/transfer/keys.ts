/** What names a saved object. */
export interface Key {
  type: string;
  id: string;
}

export const keyOf = ({ type, id }: Key): string => `${type}:${id}`;

/** Those that are named more than once. */
export function repeatedKeys(keys: readonly Key[]): string[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const key of keys.map(keyOf)) (seen.has(key) ? repeated : seen).add(key);
  return [...repeated];
}
