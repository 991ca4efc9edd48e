import type { ArithmeticOperator, EqualityOperator, Expression } from './ast';
import type { LogicalOperator, OrderOperator } from './ast';

type Combine = (left: Expression, right: Expression, offset: number) => Expression;

export interface BinaryOperator {
  /** Higher binds more tightly; all of them to the left. */
  level: number;
  combine: Combine;
}

const arithmetic =
  (operator: ArithmeticOperator): Combine =>
  (left, right, offset) => ({ kind: 'arithmetic', operator, left, right, offset });
const order =
  (operator: OrderOperator): Combine =>
  (left, right, offset) => ({ kind: 'order', operator, left, right, offset });
const equality =
  (operator: EqualityOperator): Combine =>
  (left, right, offset) => ({ kind: 'equality', operator, left, right, offset });
const logical =
  (operator: LogicalOperator): Combine =>
  (left, right, offset) => ({ kind: 'logical', operator, left, right, offset });

export const INSTANCEOF_LEVEL = 7;

/** Between the levels stand those of the operators that are not known: shifts, bits, matching. */
export const BINARY_OPERATORS: ReadonlyMap<string, BinaryOperator> = new Map([
  ['*', { level: 12, combine: arithmetic('*') }],
  ['/', { level: 12, combine: arithmetic('/') }],
  ['%', { level: 12, combine: arithmetic('%') }],
  ['+', { level: 11, combine: arithmetic('+') }],
  ['-', { level: 11, combine: arithmetic('-') }],
  ['<', { level: 8, combine: order('<') }],
  ['<=', { level: 8, combine: order('<=') }],
  ['>', { level: 8, combine: order('>') }],
  ['>=', { level: 8, combine: order('>=') }],
  ['==', { level: 6, combine: equality('==') }],
  ['!=', { level: 6, combine: equality('!=') }],
  ['&&', { level: 2, combine: logical('&&') }],
  ['||', { level: 1, combine: logical('||') }],
]);
