import type { Script } from './ast';
import { ExpressionCompiler } from './compile_expression';
import { compileBody } from './compile_statement';
import type { CompiledStatement } from './compile_statement';
import { Budget } from './frame';
import type { Limits } from './frame';
import { Scope } from './scope';
import { conditionValue } from './values';
import type { ConditionValue } from './values';

/** A script, its types checked. Evaluated as often as one likes. */
export interface Program {
  /** Absent for an empty script, which gives null. */
  body?: CompiledStatement;
}

/** @throws PainlessSyntaxError, UnknownConstruct */
export const compileScript = ({ statements }: Script): Program => {
  if (statements.length === 0) return {};
  const scope = Scope.ofScript();
  scope.declare('ctx', 'def');
  return { body: compileBody(statements, 'def', scope, new ExpressionCompiler()) };
};

export interface Outcome {
  value: ConditionValue;
  /** The script came to its end without a `return`. */
  fellThrough: boolean;
}

/** @throws ConditionFailure, with its offset where it has one */
export const runProgram = ({ body }: Program, ctx: unknown, limits: Limits): Outcome => {
  if (!body) return { value: null, fellThrough: false };
  const frame = { locals: [conditionValue(ctx)], budget: new Budget(limits), result: null };
  const completion = body.run(frame);
  return { value: frame.result, fellThrough: completion !== 'return' };
};
