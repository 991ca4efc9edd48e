import { textPosition } from '../../json/text_position';
import type { TextPosition } from '../../json/text_position';
import { ConditionFailure, PainlessSyntaxError, UnknownConstruct } from './failures';
import { DEFAULT_LIMITS } from './frame';
import type { Limits } from './frame';
import { parseScript } from './parser';
import { TRIGGER_SCRIPT, compileScript, runProgram } from './program';
import type { Program, ScriptContext } from './program';
import { valueText } from './value_text';
import { typeName } from './values';
import type { ConditionValue } from './values';

export { readPainlessExecuteAnswer, toPainlessExecute } from './painless_execute';
export { BUCKET_SCRIPT } from './program';
export type { ConditionValue } from './values';

/** A condition that the interpreter knows, parsed and checked. Evaluated as often as one likes. */
export interface ConditionProgram {
  readonly source: string;
  readonly program: Program;
}

export type ParsedCondition =
  | { kind: 'known'; program: ConditionProgram }
  /** May be valid Painless; the interpreter does not know `reason`. The cluster evaluates it. */
  | { kind: 'unknown'; reason: string }
  /** Can never be valid Painless. Line and column count from 1, the offset from 0. */
  | ({ kind: 'error'; message: string; offset: number } & TextPosition);

/** Why a condition has no value. The place is in the user's source, where it is known. */
export interface ConditionError extends Partial<TextPosition> {
  /**
   * An exception of Java as the cluster names it, for example `null_pointer_exception`; or `limit_exceeded`; or
   * `not_interpreted`, for a form that proved during the evaluation to be for the cluster.
   */
  type: string;
  message: string;
  /** `compile`: no data can make it run. */
  phase: 'compile' | 'runtime';
  offset?: number;
}

export type ConditionResult =
  | {
      kind: 'value';
      value: ConditionValue;
      /** As Java prints it, and as `_scripts/painless/_execute` answers. */
      text: string;
      /** The script came to its end without a `return`: in a trigger that is false. */
      fellThrough?: true;
    }
  | { kind: 'error'; error: ConditionError };

/**
 * Parses a trigger's condition and checks its types, as the compiler of Painless does. Never throws.
 *
 * On every form that is `known`, the evaluation agrees with the cluster's Painless, types of numbers included.
 */
export const parseCondition = (
  source: string,
  context: ScriptContext = TRIGGER_SCRIPT
): ParsedCondition => {
  try {
    const program = compileScript(parseScript(source), context);
    return { kind: 'known', program: { source, program } };
  } catch (error) {
    if (error instanceof UnknownConstruct) return { kind: 'unknown', reason: error.message };
    if (!(error instanceof PainlessSyntaxError)) throw error;
    const { message, offset } = error;
    return { kind: 'error', message, offset, ...textPosition(source, offset) };
  }
};

/**
 * Evaluates a condition over `ctx`, or what else it is given (of `parseLossless`, so that numbers have their types).
 * Never throws.
 */
export const evaluateCondition = (
  { source, program }: ConditionProgram,
  given: unknown,
  limits: Limits = DEFAULT_LIMITS
): ConditionResult => {
  try {
    const { value, fellThrough } = runProgram(program, given, limits);
    const text = valueText(value);
    return { kind: 'value', value, text, ...(fellThrough ? { fellThrough } : {}) };
  } catch (error) {
    if (!(error instanceof ConditionFailure)) throw error;
    const { type, message, offset = 0 } = error;
    const place = { offset, ...textPosition(source, offset) };
    return { kind: 'error', error: { type, message, phase: 'runtime', ...place } };
  }
};

export type TriggerDecision =
  { kind: 'decided'; fires: boolean; text: string } | { kind: 'error'; error: ConditionError };

/** What a result means for a trigger: its script returns a boolean, and every other type is an error. */
export const decideTrigger = (result: ConditionResult): TriggerDecision => {
  if (result.kind === 'error') return result;
  const { value, text, fellThrough } = result;
  if (fellThrough) return { kind: 'decided', fires: false, text: 'false' };
  if (typeof value === 'boolean') return { kind: 'decided', fires: value, text };
  const message =
    value === null
      ? 'A condition must be true or false, but this one is null.'
      : `A condition must be true or false, but this one is of type ${typeName(value)}: ${text.slice(0, 200)}`;
  const type = value === null ? 'null_pointer_exception' : 'class_cast_exception';
  return { kind: 'error', error: { type, message, phase: 'runtime' } };
};
