import type { Script } from './ast';
import { ExpressionCompiler } from './compile_expression';
import { compileBody } from './compile_statement';
import type { CompiledStatement } from './compile_statement';
import { Budget } from './frame';
import type { Limits } from './frame';
import { Scope } from './scope';
import type { StaticType } from './static_types';
import { conditionValue } from './values';
import type { ConditionValue } from './values';

/** A script, its types checked. Evaluated as often as one likes. */
export interface Program {
  /** Absent for an empty script, which gives null. */
  body?: CompiledStatement;
}

/** What a script sees, under which name, and what it must give. */
export interface ScriptContext {
  root: string;
  type: StaticType;
  gives: StaticType;
}

/** Of triggers: `ctx`, and any value, as `_scripts/painless/_execute` has it. */
export const TRIGGER_SCRIPT: ScriptContext = { root: 'ctx', type: 'def', gives: 'def' };

/** Of the pipeline aggregation `bucket_selector`: `params`, and a boolean. */
export const BUCKET_SCRIPT: ScriptContext = { root: 'params', type: 'Map', gives: 'boolean' };

/** @throws PainlessSyntaxError, UnknownConstruct */
export const compileScript = (
  { statements }: Script,
  { root, type, gives }: ScriptContext
): Program => {
  if (statements.length === 0) return {};
  const scope = Scope.ofScript(root, type);
  return { body: compileBody(statements, gives, scope, new ExpressionCompiler()) };
};

export interface Outcome {
  value: ConditionValue;
  /** The script came to its end without a `return`. */
  fellThrough: boolean;
}

/** @throws ConditionFailure, with its offset where it has one */
export const runProgram = ({ body }: Program, given: unknown, limits: Limits): Outcome => {
  if (!body) return { value: null, fellThrough: false };
  const frame = { locals: [conditionValue(given)], budget: new Budget(limits), result: null };
  const completion = body.run(frame);
  return { value: frame.result, fellThrough: completion !== 'return' };
};
