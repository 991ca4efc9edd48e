import type { Lambda } from './ast';
import { compileBody } from './compile_statement';
import type { ExpressionCompiler } from './compile_expression';
import { UnknownConstruct } from './failures';
import type { Frame } from './frame';
import type { FunctionParameter, LambdaFunction } from './methods/method';
import type { Scope } from './scope';
import type { ConditionValue } from './values';

export interface CompiledLambda {
  arity: number;
  /** Makes the function, with the variables as they are at this moment. */
  run: (frame: Frame) => LambdaFunction;
}

type Body = (frame: Frame) => ConditionValue;

/** A block must return on every path. */
const bodyOf = (
  { body }: Lambda,
  { gives }: FunctionParameter,
  scope: Scope,
  expressions: ExpressionCompiler
): Body => {
  if (body.kind !== 'block') return expressions.compileAs(body, gives, scope).run;
  const block = compileBody(body.statements, gives, scope, expressions);
  if (!block.escapes) throw new UnknownConstruct('a lambda that does not always return');
  return (frame) => {
    block.run(frame);
    return frame.result;
  };
};

/** @throws PainlessSyntaxError, UnknownConstruct */
export const compileLambda = (
  lambda: Lambda,
  signature: FunctionParameter,
  outer: Scope,
  expressions: ExpressionCompiler
): CompiledLambda => {
  const { takes } = signature;
  if (lambda.parameters.length !== takes.length) {
    throw new UnknownConstruct('a lambda with another number of parameters');
  }
  const scope = outer.lambda();
  const slots = lambda.parameters.map((name, i) => scope.declare(name, takes[i]).slot);
  const body = bodyOf(lambda, signature, scope, expressions);
  return {
    arity: takes.length,
    run: ({ locals, budget }) => {
      const captured = [...locals];
      return (...args) => {
        slots.forEach((slot, i) => (captured[slot] = args[i]));
        return body({ locals: captured, budget, result: null });
      };
    },
  };
};
