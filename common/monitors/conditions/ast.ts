/** Where the node's own token stands (the operator of an operation, the dot of a field), from 0. */
interface Located {
  offset: number;
}

/** `text` is the literal with its suffix: how it is read depends on a minus before it. */
export interface NumberLiteral extends Located {
  kind: 'number';
  text: string;
}

export interface Constant extends Located {
  kind: 'constant';
  value: string | boolean | null;
}

/** The one name that is known: `ctx`. */
export interface ContextReference extends Located {
  kind: 'context';
}

/** `target.name`; also `target.0`. */
export interface Field extends Located {
  kind: 'field';
  target: Expression;
  name: string;
}

/** `target[index]` */
export interface Index extends Located {
  kind: 'index';
  target: Expression;
  index: Expression;
}

export type UnaryOperator = '-' | '+' | '!';

export interface Unary extends Located {
  kind: 'unary';
  operator: UnaryOperator;
  operand: Expression;
}

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%';
export type OrderOperator = '<' | '<=' | '>' | '>=';
export type EqualityOperator = '==' | '!=';
export type LogicalOperator = '&&' | '||';

interface Operation<Kind extends string, Operator extends string> extends Located {
  kind: Kind;
  operator: Operator;
  left: Expression;
  right: Expression;
}

export type Arithmetic = Operation<'arithmetic', ArithmeticOperator>;
export type Order = Operation<'order', OrderOperator>;
export type Equality = Operation<'equality', EqualityOperator>;
export type Logical = Operation<'logical', LogicalOperator>;

export type Expression =
  | NumberLiteral
  | Constant
  | ContextReference
  | Field
  | Index
  | Unary
  | Arithmetic
  | Order
  | Equality
  | Logical;

/** The value of a script's last statement is its result, with `return` or without. */
export interface ReturnStatement extends Located {
  kind: 'return';
  value: Expression;
}

export type Statement = ReturnStatement;

export interface Script {
  statements: Statement[];
}
