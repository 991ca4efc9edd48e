import type { JsonObject } from '../../json/record';
import type { Phrase } from '../../phrase';
import type { PolicyProblem } from '../policy/policy';
import type { Param } from './param';

/** One kind of action. Source of names, parameters and steps: OpenSearch index-management, `ActionParser`s. */
export interface ActionKind {
  type: string;
  label: Phrase;
  description: Phrase;
  params: readonly Param[];
  /** One step a tick. Repeating one that is not idempotent after a crash is what ISM refuses. */
  steps: readonly Step[];
  /** What no single parameter tells. Paths are within the parameters. */
  check?(params: JsonObject): PolicyProblem[];
}

export interface Step {
  name: string;
  idempotent: boolean;
}

export const once = (name: string): Step => ({ name, idempotent: true });
export const notTwice = (name: string): Step => ({ name, idempotent: false });
