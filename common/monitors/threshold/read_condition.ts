import type { Equality, Expression, Logical, Order, Script } from '../conditions/ast';
import { PainlessSyntaxError, UnknownConstruct } from '../conditions/failures';
import { tokenize } from '../conditions/lexer';
import { parseSpanned } from '../conditions/parser';
import { TRIGGER_SCRIPT } from '../conditions/program';
import type { ScriptContext } from '../conditions/program';
import { isNumberText } from './number_text';
import { FLIPPED } from './threshold';
import type { Comparison, ReadCondition, Threshold, VisualCondition } from './threshold';

/** Why a condition stays a script. */
class NotVisual extends Error {}

/** What is needed to write parts of the source down again. */
interface Source {
  root: string;
  textOf: (expression: Expression) => string;
}

/** A way through the answer as it is written without blanks: names, keys in brackets, calls without arguments. */
const pathOf = (expression: Expression, source: Source): string | undefined => {
  if (expression.kind === 'variable') {
    return expression.name === source.root ? expression.name : undefined;
  }
  const step = stepOf(expression, source);
  const target = step && pathOf(step.target, source);
  return target === undefined || !step ? undefined : `${target}${step.text}`;
};

const stepOf = (
  expression: Expression,
  { textOf }: Source
): { target: Expression; text: string } | undefined => {
  if (expression.kind === 'index') {
    const { target, index } = expression;
    return isKey(index) ? { target, text: `[${textOf(index)}]` } : undefined;
  }
  if (expression.kind !== 'field' && expression.kind !== 'call') return undefined;
  if (expression.kind === 'call' && expression.args.length > 0) return undefined;
  const { target, name, nullSafe, kind } = expression;
  return { target, text: `${nullSafe ? '?.' : '.'}${name}${kind === 'call' ? '()' : ''}` };
};

const isKey = (index: Expression): boolean =>
  (index.kind === 'number' && /^[0-9]+$/.test(index.text)) ||
  (index.kind === 'constant' && typeof index.value === 'string');

const isText = (expression: Expression): boolean =>
  expression.kind === 'constant' && typeof expression.value === 'string';

const numberText = (expression: Expression): string | undefined => {
  if (expression.kind === 'number') return expression.text;
  return expression.kind === 'unary' &&
    expression.operator === '-' &&
    expression.operand.kind === 'number'
    ? `-${expression.operand.text}`
    : undefined;
};

/** The bound as it is written, if it is one that can be shown. */
const boundOf = (
  expression: Expression,
  comparison: Comparison,
  { textOf }: Source
): string | undefined => {
  const number = numberText(expression);
  if (number !== undefined) return isNumberText(number) ? number : undefined;
  const isEquality = comparison === '==' || comparison === '!=';
  return isText(expression) && isEquality ? textOf(expression) : undefined;
};

const thresholdOf = (expression: Order | Equality, source: Source): Threshold => {
  const { left, right, operator } = expression;
  const sides = [
    { path: left, bound: right, comparison: operator },
    { path: right, bound: left, comparison: FLIPPED[operator] },
  ];
  for (const { path, bound, comparison } of sides) {
    const measure = pathOf(path, source);
    const value = boundOf(bound, comparison, source);
    if (measure !== undefined && value !== undefined) return { measure, comparison, value };
  }
  throw new NotVisual(
    `“${source.textOf(expression)}” does not compare a value of ${source.root} with a fixed one.`
  );
};

const join = ({ operator }: Logical): VisualCondition['join'] => (operator === '&&' ? 'and' : 'or');

/** Both operators can be taken apart without a difference: they go from left to right, whatever brackets say. */
const thresholdsOf = (
  expression: Expression,
  outer: VisualCondition['join'],
  source: Source
): Threshold[] => {
  if (expression.kind === 'order' || expression.kind === 'equality') {
    return [thresholdOf(expression, source)];
  }
  if (expression.kind !== 'logical') {
    throw new NotVisual(`“${source.textOf(expression)}” is not a comparison.`);
  }
  if (join(expression) !== outer) throw new NotVisual('It has && and || in one condition.');
  return [
    ...thresholdsOf(expression.left, outer, source),
    ...thresholdsOf(expression.right, outer, source),
  ];
};

const expressionOf = ({ statements }: Script): Expression => {
  const [statement] = statements;
  if (statements.length === 0) throw new NotVisual('There is no condition yet.');
  if (statements.length > 1) throw new NotVisual('It has more than one statement.');
  if (statement.kind === 'return' || statement.kind === 'expression') return statement.value;
  throw new NotVisual('It is more than comparisons.');
};

/** A note of the author would be lost. */
const checkComments = (source: string): void => {
  let end = 0;
  for (const { offset, text } of tokenize(source)) {
    if (source.slice(end, offset).includes('/')) throw new NotVisual('It has a comment.');
    end = offset + text.length;
  }
};

const read = (source: string, { root }: ScriptContext): VisualCondition => {
  checkComments(source);
  const { script, spanOf } = parseSpanned(source);
  const expression = expressionOf(script);
  const textOf = (part: Expression): string => {
    const span = spanOf(part);
    if (span) return source.slice(span.from, span.to);
    throw new NotVisual('It is more than comparisons.');
  };
  const outer = expression.kind === 'logical' ? join(expression) : 'and';
  return { join: outer, thresholds: thresholdsOf(expression, outer, { root, textOf }) };
};

/**
 * What of a condition's Painless the trigger editor can show. Printed again, what is shown does the same: an optional
 * `return`, blanks and brackets that mean nothing are not kept, everything else is, or it stays a script.
 *
 * @param context of a bucket `BUCKET_SCRIPT`: its values are `params`
 */
export const readCondition = (
  source: string,
  context: ScriptContext = TRIGGER_SCRIPT
): ReadCondition => {
  try {
    return { kind: 'visual', condition: read(source, context) };
  } catch (error) {
    if (error instanceof NotVisual) return { kind: 'script', reason: error.message };
    if (error instanceof UnknownConstruct) {
      return { kind: 'script', reason: `It has ${error.message}.` };
    }
    if (error instanceof PainlessSyntaxError) return { kind: 'script', reason: error.message };
    throw error;
  }
};
