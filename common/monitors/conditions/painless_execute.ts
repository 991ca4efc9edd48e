import { z } from 'zod';
import { stringifyLossless } from '../../json/lossless';
import { textPosition } from '../../json/text_position';
import type { ConditionError, ConditionResult } from './condition';
import { PainlessSyntaxError } from './failures';
import { tokenize } from './lexer';
import type { Token } from './lexer';

/**
 * Makes `ctx` visible to the statements, with its instants, as it is in the context of triggers. The same for every
 * condition, so that the cluster compiles each source once.
 */
const PRELUDE =
  ' def ctx = params.ctx; ' +
  "for (def key : ['periodStart', 'periodEnd']) { " +
  'if (ctx[key] instanceof String) { ctx[key] = Instant.parse(ctx[key]) } } ';

const isOperator = (token: Token | undefined, text: string): boolean =>
  token?.kind === 'operator' && token.text === text;

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '{': '}' };

/** The index behind a bracket pair that begins at `at`, or undefined. */
const behindBrackets = (tokens: Token[], at: number, open: string): number | undefined => {
  if (!isOperator(tokens[at], open)) return undefined;
  let depth = 0;
  for (let index = at; index < tokens.length; index++) {
    if (isOperator(tokens[index], open)) depth += 1;
    if (isOperator(tokens[index], CLOSERS[open])) depth -= 1;
    if (depth === 0) return index + 1;
  }
  return undefined;
};

/** The index behind a type, such as `int`, `Map.Entry` or `def[]`, or undefined. */
const behindType = (tokens: Token[], at: number): number | undefined => {
  if (tokens[at].kind !== 'identifier') return undefined;
  let index = at + 1;
  while (isOperator(tokens[index], '.') && tokens[index + 1].kind === 'member') index += 2;
  while (isOperator(tokens[index], '[') && isOperator(tokens[index + 1], ']')) index += 2;
  return index;
};

/** The index behind a function (`type name(parameters) { … }`) that begins at `at`, or undefined. */
const behindFunction = (tokens: Token[], at: number): number | undefined => {
  const name = behindType(tokens, at);
  if (name === undefined || tokens[name].kind !== 'identifier') return undefined;
  const block = behindBrackets(tokens, name + 1, '(');
  return block === undefined ? undefined : behindBrackets(tokens, block, '{');
};

/** Painless wants functions before statements: the offset behind the last function that the source begins with. */
const behindFunctions = (source: string): number => {
  const tokens = tokensOf(source);
  let at = 0;
  let next = behindFunction(tokens, at);
  while (next !== undefined) {
    at = next;
    next = behindFunction(tokens, at);
  }
  return at === 0 ? 0 : tokens[at - 1].offset + 1;
};

/** The cluster says what is wrong with a source that has no tokens. */
const tokensOf = (source: string): Token[] => {
  try {
    return tokenize(source);
  } catch (error) {
    if (error instanceof PainlessSyntaxError) return [{ kind: 'end', text: '', offset: 0 }];
    throw error;
  }
};

/**
 * The body of `POST _scripts/painless/_execute` that evaluates a condition on the cluster: a text, because
 * `JSON.stringify` would lose types of numbers. `ctx` goes with it as `params.ctx`; inside of functions that the source
 * declares it is not visible.
 */
export const toPainlessExecute = (source: string, ctx: unknown): string => {
  const at = behindFunctions(source);
  const script = source.slice(0, at) + PRELUDE + source.slice(at);
  return stringifyLossless({ script: { lang: 'painless', source: script, params: { ctx } } });
};

const causeSchema = z.object({
  type: z.string(),
  reason: z.string().nullish(),
  caused_by: z.object({ type: z.string(), reason: z.string().nullish() }).nullish(),
  position: z.object({ offset: z.int() }).nullish(),
});

const COMPILE_ERROR = 'compile error';

const answerSchema = z.union([
  z.object({ result: z.string() }),
  z.object({ error: z.union([causeSchema, z.string()]) }),
]);

/** From the script that was sent to the source that the user wrote. */
const userOffset = (source: string, sent: number): number => {
  const insertedAt = behindFunctions(source);
  const offset = sent < insertedAt ? sent : Math.max(insertedAt, sent - PRELUDE.length);
  return Math.min(offset, source.length);
};

const readError = (source: string, error: z.infer<typeof causeSchema>): ConditionError => {
  const cause = error.caused_by ?? error;
  const phase = error.reason === COMPILE_ERROR ? ('compile' as const) : ('runtime' as const);
  const about = { type: cause.type, message: cause.reason ?? error.reason ?? cause.type, phase };
  if (!error.position) return about;
  const offset = userOffset(source, error.position.offset);
  return { ...about, offset, ...textPosition(source, offset) };
};

/** Such a script can come to its end without a `return`, which the cluster's answer does not tell from null. */
const endsWithBlock = (source: string): boolean => isOperator(tokensOf(source).at(-2), '}');

const unreadable = (message: string): ConditionResult => ({
  kind: 'error',
  error: { type: 'unreadable_answer', message, phase: 'runtime' },
});

const parseText = (answer: string): unknown => {
  try {
    return JSON.parse(answer);
  } catch {
    return undefined;
  }
};

/**
 * Reads the answer to a `toPainlessExecute` of the same source, of any status, as text or as parsed JSON. The cluster answers every value as text, so the texts
 * `true`, `false` and `null` are taken for what they look like, and everything else for a String.
 *
 * Beside exceptions, the type of an error may be `circuit_breaking_exception` (too many compilations: try later) or
 * `unreadable_answer`.
 */
export const readPainlessExecuteAnswer = (source: string, answer: unknown): ConditionResult => {
  const json = typeof answer === 'string' ? parseText(answer) : answer;
  const read = answerSchema.safeParse(json);
  if (!read.success) return unreadable('The cluster gave an answer that is none to a script.');
  if ('result' in read.data) {
    const text = read.data.result;
    const fellThrough = text === 'null' && endsWithBlock(source);
    return { kind: 'value', value: valueOf(text), text, ...(fellThrough ? { fellThrough } : {}) };
  }
  const { error } = read.data;
  if (typeof error === 'string') return unreadable(error);
  return { kind: 'error', error: readError(source, error) };
};

const valueOf = (text: string): boolean | null | string => {
  if (text === 'true' || text === 'false') return text === 'true';
  return text === 'null' ? null : text;
};
