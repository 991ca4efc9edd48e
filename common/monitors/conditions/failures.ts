/** The source can never be valid Painless. */
export class PainlessSyntaxError extends Error {
  constructor(
    message: string,
    /** From 0, in UTF-16 units. */
    readonly offset: number
  ) {
    super(message);
    this.name = 'PainlessSyntaxError';
  }
}

/** The source may be valid Painless, but has something that the interpreter does not know: the cluster decides. */
export class UnknownConstruct extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'UnknownConstruct';
  }
}

/**
 * The exceptions of Java that a condition can end with, named as the cluster names them; our own limit; and
 * `not_interpreted`, for what shows only during the evaluation to be for the cluster.
 */
export type FailureType =
  | 'arithmetic_exception'
  | 'class_cast_exception'
  | 'null_pointer_exception'
  | 'index_out_of_bounds_exception'
  | 'string_index_out_of_bounds_exception'
  | 'illegal_argument_exception'
  | 'illegal_state_exception'
  | 'number_format_exception'
  | 'no_such_element_exception'
  | 'limit_exceeded'
  | 'not_interpreted';

/** An evaluation that ends with an exception. Operators throw it without a place; the evaluator adds it. */
export class ConditionFailure extends Error {
  constructor(
    readonly type: FailureType,
    message: string,
    readonly offset?: number
  ) {
    super(message);
    this.name = 'ConditionFailure';
  }
}
