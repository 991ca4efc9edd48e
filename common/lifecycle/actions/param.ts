import type { Phrase } from '../../phrase';

/** What a parameter takes. */
export type ParamType =
  | { kind: 'text' }
  | { kind: 'integer'; min: number; max?: number }
  /** Between the bounds, which are outside. */
  | { kind: 'fraction'; above: number; below: number }
  | { kind: 'switch' }
  /** One of these texts. */
  | { kind: 'choice'; options: readonly string[] }
  | { kind: 'duration' }
  | { kind: 'size' }
  | { kind: 'texts' }
  /** Node attributes by name. */
  | { kind: 'attributes' }
  /** `{source, lang}`, Mustache. */
  | { kind: 'template' }
  /** `{id}`: something that is kept elsewhere. */
  | { kind: 'reference' }
  /** `{cron: {expression, timezone}}`. */
  | { kind: 'cron' }
  /** Whatever has no form of its own: it is edited as JSON. */
  | { kind: 'json' };

/** One parameter of an action, or one condition: forms, completion and checks follow from it. */
export interface Param {
  name: string;
  label: Phrase;
  type: ParamType;
  required?: true;
  /** What the server fills in. Canonical documents leave it out. */
  default?: unknown;
  help?: Phrase;
}
