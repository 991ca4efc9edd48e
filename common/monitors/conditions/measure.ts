import type { Expression, Order } from './ast';
import { PainlessSyntaxError, UnknownConstruct, ConditionFailure } from './failures';
import { DEFAULT_LIMITS } from './frame';
import { parseScript } from './parser';
import { TRIGGER_SCRIPT, compileScript, runProgram } from './program';
import type { Program, ScriptContext } from './program';
import type { ConditionValue } from './values';

/** The number that a condition compares with a bound, and which way it gets worse. */
export interface Measure {
  measure: number;
  worse?: 'lower';
}

/** Reads the measure of a condition such as `ctx.results[0].hits.total.value > 10`. */
export type MeasureReader = (ctx: unknown) => Measure | Record<string, never>;

const NOTHING = {};

const NUMERIC: ReadonlySet<string> = new Set(['int', 'long', 'float', 'double']);

const numberOf = (value: ConditionValue): number =>
  typeof value === 'object' && value !== null && NUMERIC.has(value.type) && 'value' in value
    ? Number(value.value)
    : Number.NaN;

/** The first comparison of the whole condition. */
const comparisonOf = (expression: Expression): Order | undefined => {
  if (expression.kind === 'order') return expression;
  return expression.kind === 'logical'
    ? (comparisonOf(expression.left) ?? comparisonOf(expression.right))
    : undefined;
};

const isBound = ({ kind }: Expression): boolean => kind === 'number' || kind === 'unary';

const programOf = (value: Expression, context: ScriptContext): Program =>
  compileScript(
    { statements: [{ kind: 'return', value, offset: value.offset }] },
    { ...context, gives: 'def' }
  );

const parse = (
  source: string,
  context: ScriptContext
): { program: Program; worse?: 'lower' } | undefined => {
  const { statements } = parseScript(source);
  const [statement] = statements;
  if (statements.length !== 1) return undefined;
  if (statement.kind !== 'return' && statement.kind !== 'expression') return undefined;
  const comparison = comparisonOf(statement.value);
  if (!comparison) return undefined;
  const { left, right, operator } = comparison;
  const isLower = operator.startsWith('<');
  if (isBound(right)) {
    return { program: programOf(left, context), ...(isLower ? { worse: 'lower' } : {}) };
  }
  return isBound(left)
    ? { program: programOf(right, context), ...(isLower ? {} : { worse: 'lower' }) }
    : undefined;
};

/** Never throws: a condition without such a number has no measure. */
export const measureReaderOf = (
  source: string,
  context: ScriptContext = TRIGGER_SCRIPT
): MeasureReader => {
  try {
    const parsed = parse(source, context);
    if (!parsed) return () => NOTHING;
    const { program, ...worse } = parsed;
    return (ctx) => read(program, ctx, worse);
  } catch (error) {
    if (error instanceof PainlessSyntaxError || error instanceof UnknownConstruct) {
      return () => NOTHING;
    }
    throw error;
  }
};

const read = (program: Program, ctx: unknown, worse: { worse?: 'lower' }) => {
  try {
    const { value } = runProgram(program, ctx, DEFAULT_LIMITS);
    const measure = numberOf(value);
    return Number.isFinite(measure) ? { measure, ...worse } : NOTHING;
  } catch (error) {
    if (error instanceof ConditionFailure) return NOTHING;
    throw error;
  }
};
