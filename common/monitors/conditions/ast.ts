import type { ReferenceType, StaticType } from './static_types';

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

/** `ctx`, a local variable, or a parameter of a lambda. */
export interface Variable extends Located {
  kind: 'variable';
  name: string;
}

/** `target.name`; also `target.0`; null-safe as `target?.name`. */
export interface Field extends Located {
  kind: 'field';
  target: Expression;
  name: string;
  nullSafe: boolean;
}

/** `target.name(arguments)` */
export interface Call extends Located {
  kind: 'call';
  target: Expression;
  name: string;
  args: Argument[];
  nullSafe: boolean;
}

/** `Math.max(1, 2)`, where the class is a name that is no variable. */
export interface StaticCall extends Located {
  kind: 'static_call';
  className: string;
  name: string;
  args: Argument[];
}

/** `Math.PI` */
export interface StaticField extends Located {
  kind: 'static_field';
  className: string;
  name: string;
}

/** `x -> x > 1`, `(k, v) -> { return v; }`. An expression is what is returned. */
export interface Lambda extends Located {
  kind: 'lambda';
  parameters: string[];
  body: Expression | Block;
}

export type Argument = Expression | Lambda;

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

/** `condition ? yes : no` */
export interface Conditional extends Located {
  kind: 'conditional';
  condition: Expression;
  yes: Expression;
  no: Expression;
}

/** `value ?: otherwise` */
export interface Elvis extends Located {
  kind: 'elvis';
  value: Expression;
  otherwise: Expression;
}

/** `value instanceof List` */
export interface InstanceOf extends Located {
  kind: 'instanceof';
  value: Expression;
  type: ReferenceType;
}

/** `(int) value` */
export interface Cast extends Located {
  kind: 'cast';
  type: StaticType;
  value: Expression;
}

/** `[1, 2]` */
export interface ListLiteral extends Located {
  kind: 'list';
  items: Expression[];
}

export type Expression =
  | NumberLiteral
  | Constant
  | Variable
  | Field
  | Index
  | Call
  | StaticCall
  | StaticField
  | Unary
  | Arithmetic
  | Order
  | Equality
  | Logical
  | Conditional
  | Elvis
  | InstanceOf
  | Cast
  | ListLiteral;

/** `return value;` */
export interface ReturnStatement extends Located {
  kind: 'return';
  value: Expression;
}

/** `int a = 1, b;` is two of them. */
export interface Declaration extends Located {
  kind: 'declaration';
  type: StaticType;
  name: string;
  value?: Expression;
}

/** `name = value`, `name += value`; `name++` is `name += 1`. */
export interface Assignment extends Located {
  kind: 'assignment';
  name: string;
  operator?: ArithmeticOperator;
  value: Expression;
}

export interface ExpressionStatement extends Located {
  kind: 'expression';
  value: Expression;
}

export interface Block extends Located {
  kind: 'block';
  statements: Statement[];
}

export interface If extends Located {
  kind: 'if';
  condition: Expression;
  then: Block;
  otherwise?: Block;
}

/** `for (int i = 0; i < 3; i++) { … }`; a `while` has a condition alone. */
export interface Loop extends Located {
  kind: 'loop';
  before: Statement[];
  condition: Expression;
  after?: Statement;
  body: Block;
}

/** `for (def x : list) { … }`, `for (x in list) { … }` */
export interface ForEach extends Located {
  kind: 'for_each';
  type: StaticType;
  name: string;
  list: Expression;
  body: Block;
}

export interface Jump extends Located {
  kind: 'break' | 'continue';
}

export type Statement =
  | ReturnStatement
  | Declaration
  | Assignment
  | ExpressionStatement
  | Block
  | If
  | Loop
  | ForEach
  | Jump;

export interface Script {
  statements: Statement[];
}
