import type { Growth, SimulatedIndex, Ticks } from './timeline';

/** One way that things may go: how fast the engine is, and how fast the index grows. */
export interface Scenario {
  /** Milliseconds. */
  tick: number;
  docs_per_day: number;
  bytes_per_day: number;
}

const DAY = 86_400_000;

const grown = (growth: Growth | undefined, factor: number): Omit<Scenario, 'tick'> => ({
  docs_per_day: (growth?.docs_per_day ?? 0) * factor,
  bytes_per_day: (growth?.bytes_per_day ?? 0) * factor,
});

/** The earliest, the expected and the latest course. */
export const scenariosOf = (
  { growth }: SimulatedIndex,
  ticks: Ticks
): [early: Scenario, expected: Scenario, late: Scenario] => {
  const spread = Math.min(0.9, growth?.spread ?? 0);
  return [
    { tick: ticks.shortest, ...grown(growth, 1 + spread) },
    { tick: ticks.usual, ...grown(growth, 1) },
    { tick: ticks.longest, ...grown(growth, 1 - spread) },
  ];
};

/** Milliseconds until an amount has grown to another; Infinity where it never does. */
export const untilGrown = (current: number, required: number, perDay: number): number => {
  if (current >= required) return 0;
  return perDay > 0 ? ((required - current) / perDay) * DAY : Infinity;
};
