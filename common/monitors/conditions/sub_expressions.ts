import type { Expression, Script, Statement } from './ast';
import { briefValue } from './brief_value';
import { ConditionFailure, PainlessSyntaxError, UnknownConstruct } from './failures';
import { parseSpanned } from './parser';
import { TRIGGER_SCRIPT, compileScript, runProgram } from './program';
import type { ScriptContext } from './program';
import type { Span } from './token_stream';

/** A part of a condition, and what it comes to. */
export interface SubExpression extends Span {
  /** As the source has it. */
  text: string;
  outcome:
    | { kind: 'value'; value: string }
    /** Why it has none, in the words of the interpreter. */
    | { kind: 'failure'; message: string };
}

const MOST = 40;
const LIMITS = { steps: 200_000, textLength: 100_000 };

const isPath = ({ kind }: Expression): boolean =>
  kind === 'field' || kind === 'index' || kind === 'call' || kind === 'variable';

/** What an expression is made of, in the order of the source. */
const partsOf = (expression: Expression): Expression[] => {
  switch (expression.kind) {
    case 'unary':
      return [expression.operand];
    case 'arithmetic':
    case 'order':
    case 'equality':
    case 'logical':
      return [expression.left, expression.right];
    case 'conditional':
      return [expression.condition, expression.yes, expression.no];
    case 'elvis':
      return [expression.value, expression.otherwise];
    case 'instanceof':
    case 'cast':
      return [expression.value];
    case 'list':
      return expression.items;
    case 'static_call':
      return expression.args.flatMap((argument) => (argument.kind === 'lambda' ? [] : [argument]));
    case 'call':
      return expression.args.flatMap((argument) => (argument.kind === 'lambda' ? [] : [argument]));
    default:
      return [];
  }
};

/** The steps of a path say nothing by themselves; what is computed before its first step does. */
const withinPath = (expression: Expression): Expression[] => {
  switch (expression.kind) {
    case 'field':
      return withinPath(expression.target);
    case 'index':
      return [...withinPath(expression.target), ...walk(expression.index)];
    case 'call':
      return [...withinPath(expression.target), ...partsOf(expression).flatMap(walk)];
    default:
      return isPath(expression) ? [] : walk(expression);
  }
};

const isLiteral = (expression: Expression): boolean =>
  expression.kind === 'number' ||
  expression.kind === 'constant' ||
  expression.kind === 'static_field' ||
  (expression.kind === 'unary' && expression.operand.kind === 'number');

/** The expressions that are worth a value, inner ones first. */
const walk = (expression: Expression): Expression[] => {
  if (isLiteral(expression)) return [];
  return isPath(expression)
    ? [...withinPath(expression), expression]
    : [...partsOf(expression).flatMap(walk), expression];
};

interface Place {
  expression: Expression;
  /** What has run by then. */
  before: Statement[];
}

const expressionOf = (statement: Statement): Expression | undefined => {
  switch (statement.kind) {
    case 'return':
    case 'expression':
    case 'assignment':
    case 'declaration':
      return statement.value;
    case 'if':
      return statement.condition;
    default:
      return undefined;
  }
};

/** Behind a statement that may return or go round, nobody knows what holds. */
const goesOn = ({ kind }: Statement): boolean =>
  kind === 'declaration' || kind === 'assignment' || kind === 'expression';

const placesOf = ({ statements }: Script): Place[] => {
  const places: Place[] = [];
  for (const [i, statement] of statements.entries()) {
    const before = statements.slice(0, i);
    const expression = expressionOf(statement);
    if (expression) places.push(...walk(expression).map((part) => ({ expression: part, before })));
    if (!goesOn(statement)) break;
  }
  return places;
};

/** Undefined for what cannot stand alone, such as null in a comparison. */
const outcomeOf = (
  { expression, before }: Place,
  given: unknown,
  context: ScriptContext
): SubExpression['outcome'] | undefined => {
  const result: Statement = { kind: 'return', value: expression, offset: expression.offset };
  try {
    const program = compileScript(
      { statements: [...before, result] },
      { ...context, gives: 'def' }
    );
    return { kind: 'value', value: briefValue(runProgram(program, given, LIMITS).value) };
  } catch (error) {
    if (error instanceof ConditionFailure) return { kind: 'failure', message: error.message };
    if (error instanceof UnknownConstruct || error instanceof PainlessSyntaxError) return undefined;
    throw error;
  }
};

/**
 * What each part of a condition comes to over `given`, by the interpreter that also runs; inner parts first. Bodies of
 * loops, branches and lambdas have no single value, and are left out. Never throws: of a source that the interpreter
 * does not know there are none.
 */
export const subExpressionsOf = (
  source: string,
  given: unknown,
  context: ScriptContext = TRIGGER_SCRIPT
): SubExpression[] => {
  try {
    const { script, spanOf } = parseSpanned(source);
    return placesOf(script)
      .slice(0, MOST)
      .flatMap((place) => {
        const span = spanOf(place.expression);
        const outcome = span && outcomeOf(place, given, context);
        return outcome ? [{ ...span, text: source.slice(span.from, span.to), outcome }] : [];
      });
  } catch (error) {
    if (error instanceof UnknownConstruct || error instanceof PainlessSyntaxError) return [];
    throw error;
  }
};
