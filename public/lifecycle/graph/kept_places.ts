import { z } from 'zod';
import type { Direction } from '../../../common/lifecycle/graph/layout';
import type { Places } from '../../../common/lifecycle/graph/places';

/** How somebody has arranged the graph of a policy. It is theirs and not the policy's: the document says nothing of it. */
export interface KeptArrangement {
  direction: Direction;
  /** By direction; absent where the states stand where the layout puts them. */
  places: Partial<Record<Direction, Places>>;
}

const placesSchema = z.record(z.string(), z.object({ x: z.number(), y: z.number() }));
const keptSchema = z.array(
  z.tuple([
    z.string(),
    z.object({
      direction: z.enum(['down', 'right']),
      places: z.object({ down: placesSchema.optional(), right: placesSchema.optional() }),
    }),
  ])
);

const KEY = 'watchkeeper.policy_graphs';

/** Of so many policies, the last ones seen. */
const MOST_KEPT = 50;

/** A browser may refuse to store anything; what it has stored, others may have written. */
const attempt = <T>(act: () => T): T | undefined => {
  try {
    return act();
  } catch {
    return undefined;
  }
};

const all = (): Array<[string, KeptArrangement]> => {
  const stored = attempt(() => JSON.parse(localStorage.getItem(KEY) ?? '[]') as unknown);
  const read = keptSchema.safeParse(stored);
  return read.success ? read.data : [];
};

export const keptArrangement = (policyId: string): KeptArrangement | undefined =>
  all().find(([id]) => id === policyId)?.[1];

/** Keeps it in this browser; nothing where all is as it would be anyhow. */
export const keepArrangement = (policyId: string, kept: KeptArrangement): void => {
  const before = all();
  const others = before.filter(([id]) => id !== policyId);
  const isUsual = kept.direction === 'down' && Object.values(kept.places).every((one) => !one);
  if (isUsual && others.length === before.length) return;
  const next = isUsual ? others : [...others, [policyId, kept]].slice(-MOST_KEPT);
  attempt(() => localStorage.setItem(KEY, JSON.stringify(next)));
};
