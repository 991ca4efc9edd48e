import { LIFECYCLE_PATH } from '../api';
import type { EngineFacts, EngineState } from '../api';
import type { LintedIndex } from '../lint/surroundings';
import type { StoredPolicy } from './cluster_population';
import type { DiskFacts } from './disk';

/** `GET /lifecycle/_forecast`: all that a forecast of the whole cluster rests on, as the caller may see it. */
export const FORECAST_PATH = `${LIFECYCLE_PATH}/_forecast`;

export interface ForecastFacts {
  /** Epoch milliseconds. */
  now: number;
  /** `unknown`: it could not be asked. */
  native: EngineFacts['native'] | 'unknown';
  /** Absent: not known. */
  engine?: EngineState;
  /** With the policy and the place in it of those that are managed. */
  indices: readonly LintedIndex[];
  /** Absent: there is no engine, or what it manages could not be read; then nobody can say what is deleted. */
  policies?: readonly StoredPolicy[];
  /** How many follow a version of their policy that is older than the stored one. */
  outdated: number;
  /** How many indices of the system are left out. */
  left_out: number;
  /** Absent: the caller may not see the disks. */
  disk?: DiskFacts;
  /** What could not be read, each as a sentence. */
  gaps: readonly string[];
}
