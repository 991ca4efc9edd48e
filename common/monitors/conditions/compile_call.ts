import type { Argument, Call, Lambda, StaticCall, StaticField } from './ast';
import { castFromDef } from './casts';
import { compileLambda } from './compile_lambda';
import type { CompiledLambda } from './compile_lambda';
import type { ExpressionCompiler } from './compile_expression';
import { expressionAt } from './compiled';
import type { Compiled } from './compiled';
import { ConditionFailure, UnknownConstruct } from './failures';
import type { Frame } from './frame';
import { Arguments, isFunctionParameter } from './methods/method';
import type { FunctionParameter, LambdaFunction, Parameter, Signature } from './methods/method';
import { KNOWN_METHODS, methodOf, missingMethod, signatureOf } from './methods/registry';
import { staticFieldOf, staticMethodOf } from './methods/static_members';
import { promote } from './numbers';
import type { Scope } from './scope';
import { isNumericType, isPrimitive } from './static_types';
import type { StaticType } from './static_types';
import type { ConditionValue } from './values';

type CompiledArgument = Compiled | CompiledLambda;

const isLambda = (argument: Argument): argument is Lambda => argument.kind === 'lambda';

/** A lambda as the method wants it: called with so many values, giving a value of one type. */
const adapted =
  (lambda: LambdaFunction, { gives }: FunctionParameter): LambdaFunction =>
  (...args) =>
    castFromDef(lambda(...args), gives, false);

const suited = (
  argument: ConditionValue | LambdaFunction,
  parameter: Parameter,
  arity: number | undefined
): ConditionValue | LambdaFunction => {
  if (typeof argument !== 'function') {
    if (!isFunctionParameter(parameter)) return castFromDef(argument, parameter, false);
    throw new ConditionFailure('class_cast_exception', 'A lambda is expected.');
  }
  if (!isFunctionParameter(parameter) || parameter.takes.length !== arity) {
    throw new ConditionFailure(
      'illegal_argument_exception',
      'Another lambda, or none, is expected.'
    );
  }
  return adapted(argument, parameter);
};

export class CallCompiler {
  constructor(private readonly expressions: ExpressionCompiler) {}

  method(call: Call, scope: Scope): Compiled {
    const key = `${call.name}/${call.args.length}`;
    const target = this.expressions.compile(call.target, scope);
    if (target.type !== 'def') return this.known(call, target, key, scope);
    if (!KNOWN_METHODS.has(key)) throw new UnknownConstruct(`the method ${call.name}()`);
    const args = call.args.map((argument) => this.argumentOfDef(argument, scope));
    const calling = (to: StaticType): Compiled =>
      expressionAt(call.offset, 'def', (frame) => {
        const value = target.run(frame);
        if (call.nullSafe && value === null) return null;
        return invoke(value, key, args, frame, to);
      });
    return { ...calling('def'), runAs: (to) => calling(to).run };
  }

  /** What the types of its parameters are shows only at run time. */
  private argumentOfDef(argument: Argument, scope: Scope): CompiledArgument {
    if (!isLambda(argument)) return this.expressions.compile(argument, scope);
    const takes = argument.parameters.map(() => 'def' as const);
    return compileLambda(argument, { takes, gives: 'def' }, scope, this.expressions);
  }

  private known(call: Call, target: Compiled, key: string, scope: Scope): Compiled {
    const signature = signatureOf(target.type, key);
    if (!signature || call.nullSafe) {
      throw new UnknownConstruct(`the method ${call.name}() of a value of type ${target.type}`);
    }
    const args = this.arguments(call.args, signature, scope);
    return expressionAt(call.offset, signature.gives, (frame) =>
      invoke(target.run(frame), key, args, frame)
    );
  }

  private arguments(args: Argument[], { parameters }: Signature, scope: Scope): CompiledArgument[] {
    return args.map((argument, index) => {
      const parameter = parameters[index];
      if (isLambda(argument) !== isFunctionParameter(parameter)) {
        throw new UnknownConstruct('an argument of another kind than is expected');
      }
      return isLambda(argument)
        ? compileLambda(argument, functionOf(parameter), scope, this.expressions)
        : this.expressions.compileAs(argument, valueOf(parameter), scope);
    });
  }

  static({ className, name, args, offset }: StaticCall, scope: Scope): Compiled {
    const found = staticMethodOf(className, name, args.length);
    if (!found) throw new UnknownConstruct(`the method ${className}.${name}()`);
    const compiled = this.arguments(args, found, scope);
    return expressionAt(offset, found.gives, (frame) =>
      found.call(
        null,
        new Arguments(
          compiled.map((each) => each.run(frame)),
          frame.budget
        )
      )
    );
  }

  staticField({ className, name, offset }: StaticField): Compiled {
    const value = staticFieldOf(className, name);
    if (!value) throw new UnknownConstruct(`the name ${className}.${name}`);
    return expressionAt(offset, value.type, () => value);
  }
}

const functionOf = (parameter: Parameter): FunctionParameter => {
  if (isFunctionParameter(parameter)) return parameter;
  throw new Error('This parameter is no function.');
};

const valueOf = (parameter: Parameter) => {
  if (!isFunctionParameter(parameter)) return parameter;
  throw new Error('This parameter is a function.');
};

const arityOf = (argument: CompiledArgument): number | undefined =>
  'arity' in argument ? argument.arity : undefined;

/** Java looks at the declared types before it makes the call. */
const checkLink = (gives: StaticType, expected: StaticType): void => {
  if (canGive(gives, expected)) return;
  throw new ConditionFailure('class_cast_exception', `Cannot cast from ${gives} to ${expected}.`);
};

const canGive = (gives: StaticType, expected: StaticType): boolean => {
  if (gives === 'def' || expected === 'def') return true;
  if (isNumericType(gives) && isNumericType(expected)) return promote(gives, expected) === expected;
  return gives === expected || (!isPrimitive(gives) && !isPrimitive(expected));
};

const invoke = (
  target: ConditionValue,
  key: string,
  args: CompiledArgument[],
  frame: Frame,
  expected: StaticType = 'def'
): ConditionValue => {
  const values = args.map((argument) => argument.run(frame));
  if (target === null) {
    throw new ConditionFailure(
      'null_pointer_exception',
      `Cannot call ${key.split('/')[0]}() on null.`
    );
  }
  const method = methodOf(target, key);
  if (!method) throw missingMethod(target, key);
  checkLink(method.gives, expected);
  const suitable = method.parameters.map((parameter, index) =>
    suited(values[index], parameter, arityOf(args[index]))
  );
  return method.call(new Arguments(suitable, frame.budget));
};
