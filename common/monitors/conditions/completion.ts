import { briefValue } from './brief_value';
import { ConditionFailure, PainlessSyntaxError, UnknownConstruct } from './failures';
import { DEFAULT_LIMITS } from './frame';
import { METHODS_BY_TYPE } from './methods/registry';
import { isFunctionParameter } from './methods/method';
import type { Signature } from './methods/method';
import { STATIC_NAMES } from './methods/static_members';
import { parseScript } from './parser';
import { TRIGGER_SCRIPT, compileScript, runProgram } from './program';
import type { ScriptContext } from './program';
import { isList, keysOf, memberOf, typeName } from './values';
import type { ConditionValue, MapValue } from './values';

/** Something that a condition can go on with. */
export interface ConditionChoice {
  label: string;
  /** The value, of a method what it gives. */
  detail?: string;
  kind: 'keyword' | 'property' | 'variable' | 'function';
  /** What is written in place of what stands there; the label where absent. */
  apply?: string;
  /** Where the cursor belongs, from the start of what is written. */
  cursor?: number;
}

export interface ConditionChoices {
  /** From where the text up to the cursor is replaced, in UTF-16 units from 0. */
  from: number;
  /** Up to where; the cursor where absent. */
  to?: number;
  items: ConditionChoice[];
}

const NAME = '[A-Za-z_][A-Za-z0-9_]*';
/** Names, keys and calls behind one another; what a call is given has no brackets of its own here. */
const PATH = `${NAME}(?:\\??\\.(?:${NAME}|[0-9]+)|\\[[^\\[\\]]*\\]|\\([^()]*\\))*`;
const BEHIND_DOT = new RegExp(`(?<![\\w.])(${PATH})(\\??\\.)\\w*$`);
const IN_BRACKETS = new RegExp(`(?<![\\w.])(${PATH})\\[(['"]?)[^'"\\[\\]]*$`);
const WORD = /(?<![\w.'"])[A-Za-z_]\w*$/;
const IDENTIFIER = new RegExp(`^${NAME}$`);

const MOST = 200;

/** Undefined where there is none: half a source, a name that nobody knows, a step from null. */
const valueAt = (
  path: string,
  given: unknown,
  context: ScriptContext
): ConditionValue | undefined => {
  try {
    const program = compileScript(parseScript(path), { ...context, gives: 'def' });
    return runProgram(program, given, DEFAULT_LIMITS).value;
  } catch (error) {
    const isExpected =
      error instanceof ConditionFailure ||
      error instanceof UnknownConstruct ||
      error instanceof PainlessSyntaxError;
    if (isExpected) return undefined;
    throw error;
  }
};

const isMap = (value: ConditionValue): value is MapValue =>
  value !== null && typeof value === 'object' && value.type === 'map';

const keyText = (name: string): string => `'${name.replace(/[\\']/g, '\\$&')}'`;

/** A way on to a member; behind `?.` there are no brackets. */
const memberChoice = (map: MapValue, name: string, dot: string): ConditionChoice[] => {
  const value = memberOf(map, name);
  const detail = briefValue(value);
  if (!IDENTIFIER.test(name)) {
    if (dot !== '.') return [];
    return [{ label: `.${name}`, detail, kind: 'property', apply: `[${keyText(name)}]` }];
  }
  const own: ConditionChoice = { label: `${dot}${name}`, detail, kind: 'property' };
  if (!isList(value) || value.items.length === 0) return [own];
  return [{ label: `${dot}${name}[0]`, detail: '…', kind: 'property' }, own];
};

const methodChoice = ([key, { parameters, gives }]: [string, Signature], dot: string) => {
  const [name] = key.split('/');
  const isLambda = parameters.length > 0 && isFunctionParameter(parameters[0]);
  const given = isLambda ? 'x -> ' : '';
  const apply = `${dot}${name}(${given})`;
  return {
    label: `${dot}${name}()`,
    detail: gives === 'def' ? undefined : gives,
    kind: 'function' as const,
    apply,
    ...(parameters.length > 0 ? { cursor: apply.length - 1 } : {}),
  };
};

const methodsOf = (value: ConditionValue, dot: string): ConditionChoice[] => {
  const name = typeName(value);
  const tables: Readonly<Record<string, Readonly<Record<string, Signature>> | undefined>> =
    METHODS_BY_TYPE;
  const methods = Object.entries(tables[name] ?? {}).map((each) => methodChoice(each, dot));
  // Of several with one name, the first says it.
  return methods.filter(
    ({ label }, i) => methods.findIndex((other) => other.label === label) === i
  );
};

const behindDot = (value: ConditionValue, dot: string): ConditionChoice[] => {
  if (value === null) return [];
  const members = isMap(value)
    ? keysOf(value).flatMap((name) => memberChoice(value, name, dot))
    : [];
  const length: ConditionChoice[] = isList(value)
    ? [{ label: `${dot}length`, detail: String(value.items.length), kind: 'property' }]
    : [];
  return [...members.slice(0, MOST), ...length, ...methodsOf(value, dot)];
};

const inBrackets = (value: ConditionValue, quote: string, isClosed: boolean): ConditionChoice[] => {
  const end = isClosed ? '' : ']';
  if (isMap(value)) {
    return keysOf(value)
      .slice(0, MOST)
      .map((name) => ({
        label: quote === '"' ? JSON.stringify(name) : keyText(name),
        detail: briefValue(memberOf(value, name)),
        kind: 'property' as const,
        apply: `${quote === '"' ? JSON.stringify(name) : keyText(name)}${end}`,
      }));
  }
  if (!isList(value) || quote !== '') return [];
  return value.items
    .slice(0, 10)
    .map((_, i) => ({ label: String(i), kind: 'property' as const, apply: `${i}${end}` }));
};

const WORDS = ['return', 'true', 'false', 'null', 'instanceof'];
const CLASSES = [...new Set(STATIC_NAMES.map((name) => name.split('.')[0]))];

const words = (root: string): ConditionChoice[] => [
  { label: root, kind: 'variable' },
  ...CLASSES.map((label) => ({ label, kind: 'variable' as const })),
  ...WORDS.map((label) => ({ label, kind: 'keyword' as const })),
];

const statics = (className: string): ConditionChoice[] =>
  STATIC_NAMES.filter((name) => name.startsWith(`${className}.`)).map((name) => {
    const [member, arity] = name.slice(className.length + 1).split('/');
    if (arity === undefined) return { label: `.${member}`, kind: 'property' as const };
    const apply = `.${member}()`;
    return { label: apply, kind: 'function' as const, apply, cursor: apply.length - 1 };
  });

/**
 * How a condition can go on at a place: members and methods of what stands before it, by its value over `given`.
 *
 * @param offset of the cursor, in UTF-16 units from 0
 * @param given the `ctx` of the last run, or a bucket's `params`
 * @param explicit asked for, rather than met while typing
 */
export const completeCondition = (
  source: string,
  offset: number,
  given: unknown,
  {
    explicit = false,
    context = TRIGGER_SCRIPT,
  }: { explicit?: boolean; context?: ScriptContext } = {}
): ConditionChoices | null => {
  const before = source.slice(0, offset);
  const dotted = BEHIND_DOT.exec(before);
  if (dotted) {
    const [, path, dot] = dotted;
    const from = dotted.index + path.length;
    if (CLASSES.includes(path)) return { from, items: statics(path) };
    const value = valueAt(path, given, context);
    return value === undefined ? null : { from, items: behindDot(value, dot) };
  }
  const bracketed = IN_BRACKETS.exec(before);
  if (bracketed) {
    const [, path, quote] = bracketed;
    const value = valueAt(path, given, context);
    // The editor closes quotes and brackets by itself.
    const behind = source.slice(offset);
    const isQuoted = quote !== '' && behind.startsWith(quote);
    const isClosed = behind.startsWith(']', isQuoted ? 1 : 0);
    const place = { from: bracketed.index + path.length + 1, to: offset + (isQuoted ? 1 : 0) };
    return value === undefined ? null : { ...place, items: inBrackets(value, quote, isClosed) };
  }
  const word = WORD.exec(before);
  if (!word && !explicit) return null;
  return { from: word ? word.index : offset, items: words(context.root) };
};
