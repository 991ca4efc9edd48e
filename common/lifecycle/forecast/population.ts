import type { IndexFacts } from '../decide/facts';
import type { Policy } from '../policy/policy';
import type { Growth, SimulatedIndex } from '../simulate/timeline';

/** What manages an index. */
export interface Managed {
  policy: Policy;
  policy_id?: string;
}

/** An index that is there, under the policy that is to manage it. */
export interface Member extends Managed {
  index: SimulatedIndex;
}

/** What goes on making indices. */
export interface Source extends Managed {
  /** Names what it makes: `logs-app-*`, an alias or a data stream. */
  name: string;
  /** Those to come are like this one, the newest. */
  like: IndexFacts;
  growth: Growth;
  rhythm: Rhythm;
}

export type Rhythm =
  /** By the clock: so many (`count`) every so often (milliseconds), the next ones at `next_at`. */
  | { kind: 'dated'; every: number; count: number; next_at: number }
  /** Whenever the newest one is rolled over. */
  | { kind: 'rolled' };

/** All indices that a forecast is about: those that are there, and what makes others. */
export interface Population {
  members: readonly Member[];
  sources: readonly Source[];
}
