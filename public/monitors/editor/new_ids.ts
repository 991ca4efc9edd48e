/** Without `randomUUID`, which browsers have on secure origins only. */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) =>
    byte.toString(16).padStart(2, '0')
  ).join('');

/** The name, or, where it is taken, the name with the next number. */
export const numbered = (name: string, taken: readonly string[]): string => {
  if (!taken.includes(name)) return name;
  const next = taken.findIndex((_, index) => !taken.includes(`${name} ${index + 2}`));
  return `${name} ${next + 2}`;
};
