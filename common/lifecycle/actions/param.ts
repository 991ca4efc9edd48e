import type { JsonValue } from '../../json/lossless';
import type { JsonObject } from '../../json/record';
import type { Phrase } from '../../phrase';
import type { PolicyProblem } from '../policy/policy';

/** What a parameter takes. Each kind has one field in the forms, one check, and is completed in JSON. */
export type ParamType =
  | { kind: 'text' }
  /** Both bounds belong to it. */
  | { kind: 'integer'; min: number; max?: number }
  /** Between the bounds, which are outside. */
  | { kind: 'fraction'; above: number; below: number }
  | { kind: 'switch' }
  /** One of these texts; `words` says them to people. */
  | { kind: 'choice'; options: readonly string[]; words?: Readonly<Record<string, Phrase>> }
  | { kind: 'duration' }
  | { kind: 'size' }
  /** `single`: the server takes one without a list around it. */
  | { kind: 'texts'; single?: true }
  /** Texts by name, such as attributes of nodes. */
  | { kind: 'attributes' }
  /** `{source, lang}`, Mustache. */
  | { kind: 'template' }
  /** `{id}`: something that is kept elsewhere. */
  | { kind: 'reference' }
  /** `{cron: {expression, timezone}}`. */
  | { kind: 'cron' }
  | ObjectType
  | ListType
  | OneOfType
  | NamedType
  | FlagsType
  /** Whatever has no form of its own: it is edited as JSON. */
  | { kind: 'json' };

/** An object with these members. */
export interface ObjectType {
  kind: 'object';
  params: readonly Param[];
  /** The server refuses all others, unless this is false. */
  strict?: false;
  /** What no single member tells. Paths are within the object. */
  check?(value: JsonObject): PolicyProblem[];
}

/** A list of values of one type. */
export interface ListType {
  kind: 'list';
  of: ParamType;
  /** What one of them is called, and the button that adds one. */
  item: Phrase;
  add: Phrase;
  /** What a new one begins with. */
  start: JsonValue;
  check?(value: readonly JsonValue[]): PolicyProblem[];
}

/** An object with exactly one of these members: `{"add": {…}}`. */
export interface OneOfType {
  kind: 'one_of';
  options: readonly Param[];
  /** What may stand beside it, too. */
  beside?: readonly string[];
}

/** Values of one type by names that the author gives; `single`: exactly one. */
export interface NamedType {
  kind: 'named';
  /** What the name is of. */
  name: Phrase;
  of: ParamType;
  single?: true;
  check?(value: JsonObject): PolicyProblem[];
  add: Phrase;
  start: JsonValue;
}

/** A list of objects with one empty member each: `[{"avg": {}}, {"sum": {}}]`. */
export interface FlagsType {
  kind: 'flags';
  options: ReadonlyArray<Pick<Param, 'name' | 'label'>>;
}

/** One parameter of an action, or one condition: forms, completion and checks follow from it. */
export interface Param {
  name: string;
  label: Phrase;
  type: ParamType;
  required?: true;
  /** The server takes null for absent, also of what it reads as a value. */
  nullable?: true;
  /** What the server fills in. Canonical documents leave it out. */
  default?: unknown;
  help?: Phrase;
  /** What somebody may write there, as an example. */
  example?: string;
  /** What few need: forms offer it on demand, where it is not set. */
  rare?: true;
  /** Another way to write it: forms show it only where a document has it. */
  older?: true;
}
