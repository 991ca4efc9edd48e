import type { JsonObject } from '../../json/record';
import type { Sentence } from '../../sentence';
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
  /** What is so, and what comes of it. */
  said: Sentence;
  /** The same in English. */
  message: string;
  repair?: Repair;
}

/** What a rule finds; the rest follows from the rule, and from what is said. */
export type Found = Pick<Finding, 'path' | 'said' | 'repair'>;

export interface Repair {
  /** What it does, in a few words. */
  label: Sentence;
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
  find(input: LintInput): Found[];
}
