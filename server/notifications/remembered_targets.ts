import type { Clock } from '../clock';
import type { Target, Targets } from './types';

/** So long a change of a destination may go unnoticed, milliseconds. */
const REMEMBERED_FOR = 1000;
const MOST_REMEMBERED = 1000;

/**
 * Remembers destinations for a moment, so that a burst of messages reads each once. A target is remembered as a whole:
 * its secrets never meet another origin than the one that they were read with.
 */
export const rememberTargets = (targets: Targets, clock: Clock): Targets => {
  const remembered = new Map<string, { at: number; target: Promise<Target> }>();
  return {
    resolve(id) {
      const known = remembered.get(id);
      const now = clock.monotonic();
      if (known && now - known.at < REMEMBERED_FOR) return known.target;
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      const target = targets.resolve(id);
      remembered.set(id, { at: now, target });
      target.catch(() => remembered.delete(id));
      return target;
    },
  };
};
