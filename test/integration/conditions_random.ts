export type Pick = <T>(choices: readonly T[]) => T;
export type Weighted = (choices: ReadonlyArray<[weight: number, make: () => string]>) => string;

/** A small seeded generator (mulberry32), so that a disagreement can be found again. */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export const picker = (random: () => number): { pick: Pick; weighted: Weighted } => ({
  pick: (choices) => choices[Math.floor(random() * choices.length)],
  weighted: (choices) => {
    const total = choices.reduce((sum, [weight]) => sum + weight, 0);
    let at = random() * total;
    for (const [weight, make] of choices) {
      at -= weight;
      if (at < 0) return make();
    }
    return choices[0][1]();
  },
});
