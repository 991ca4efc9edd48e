import { ConditionFailure } from '../failures';
import type { Budget } from '../frame';
import type { StaticType } from '../static_types';
import type { ConditionValue } from '../values';

/** What a lambda is to the method that it is given to. */
export type LambdaFunction = (...args: ConditionValue[]) => ConditionValue;

/** A parameter that wants a lambda, such as `Predicate`: what it is called with, and what it must give. */
export interface FunctionParameter {
  takes: StaticType[];
  gives: StaticType;
}

export type Parameter = StaticType | FunctionParameter;

export const isFunctionParameter = (parameter: Parameter): parameter is FunctionParameter =>
  typeof parameter === 'object';

export interface Signature {
  parameters: Parameter[];
  gives: StaticType;
}

export interface Method<Target> extends Signature {
  call: (target: Target, args: Arguments) => ConditionValue;
}

/** By name and number of parameters, `contains/1`: Painless has no other overloads. */
export type MethodTable<Target> = Readonly<Record<string, Method<Target>>>;

/** The arguments of one call, already of the types that the method declares. */
export class Arguments {
  constructor(
    private readonly values: ReadonlyArray<ConditionValue | LambdaFunction>,
    readonly budget: Budget
  ) {}

  value(index: number): ConditionValue {
    const value = this.values[index];
    if (typeof value === 'function') throw this.defect(index);
    return value;
  }

  /** @throws ConditionFailure for null */
  text(index: number): string {
    const value = this.value(index);
    if (typeof value === 'string') return value;
    if (value !== null) throw this.defect(index);
    throw new ConditionFailure('null_pointer_exception', 'A String is expected, but this is null.');
  }

  /** Of an int or a double. */
  number(index: number): number {
    const value = this.value(index);
    if (value !== null && typeof value === 'object') {
      if (value.type === 'int' || value.type === 'double') return value.value;
    }
    throw this.defect(index);
  }

  long(index: number): bigint {
    const value = this.value(index);
    if (value !== null && typeof value === 'object' && value.type === 'long') return value.value;
    throw this.defect(index);
  }

  function(index: number): LambdaFunction {
    const value = this.values[index];
    if (typeof value !== 'function') throw this.defect(index);
    return value;
  }

  private defect(index: number): Error {
    return new Error(`Argument ${index} is not of the type that its method declares.`);
  }
}

/** Shortens the tables. */
export const method = <Target>(
  parameters: Parameter[],
  gives: StaticType,
  call: Method<Target>['call']
): Method<Target> => ({ parameters, gives, call });

export const PREDICATE: FunctionParameter = { takes: ['def'], gives: 'boolean' };
export const FUNCTION: FunctionParameter = { takes: ['def'], gives: 'def' };
export const BI_PREDICATE: FunctionParameter = { takes: ['def', 'def'], gives: 'boolean' };
