import type { JsonObject } from '../../json/record';
import type { Path, Policy } from '../policy/policy';
import type { Surroundings } from './surroundings';

export type Severity = 'error' | 'warning';

/** Something about a policy that its author should know. */
export interface Finding {
  /** Which rule found it: stable, for docs and for switching off. */
  rule: string;
  /** `error`: it will not work. `warning`: it may not be what is meant. */
  severity: Severity;
  path: Path;
  message: string;
  repair?: Repair;
}

export interface Repair {
  /** What it does, in a few words. */
  label: string;
  /** The document with the repair in it; the given one stays as it is. */
  apply(body: JsonObject): JsonObject;
}

export interface LintInput {
  body: JsonObject;
  policy: Policy;
  /** What is known of the cluster: whatever is absent is not asked about. */
  around: Surroundings;
}

export interface Rule {
  name: string;
  severity: Severity;
  find(input: LintInput): Array<Omit<Finding, 'rule' | 'severity'>>;
}
