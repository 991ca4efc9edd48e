import { z } from 'zod';
import { stringifyLossless } from '../../json/lossless';
import { textPosition } from '../../json/text_position';
import type { ConditionError, ConditionResult } from './condition';
import { PainlessSyntaxError } from './failures';
import { tokenize } from './lexer';
import type { Token } from './lexer';

/** Makes `ctx` visible to the statements, as it is in the context of triggers. */
const PRELUDE = ' def ctx = params.ctx; ';

/** A condition that is ready for the cluster. */
export interface PainlessRequest {
  /** The body of `POST _scripts/painless/_execute`. A text, because `JSON.stringify` would lose types of numbers. */
  body: string;
  source: string;
  /** Where in the source the prelude was put; needed to read positions in the answer. */
  insertedAt: number;
}

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
 * The request that evaluates a condition on the cluster. `ctx` goes with it as `params.ctx`; inside of functions that
 * the source declares it is not visible there.
 */
export const toPainlessExecute = (source: string, ctx: unknown): PainlessRequest => {
  const insertedAt = behindFunctions(source);
  const script = source.slice(0, insertedAt) + PRELUDE + source.slice(insertedAt);
  const body = stringifyLossless({ script: { lang: 'painless', source: script, params: { ctx } } });
  return { body, source, insertedAt };
};

const causeSchema = z.object({
  type: z.string(),
  reason: z.string().nullish(),
  caused_by: z.object({ type: z.string(), reason: z.string().nullish() }).nullish(),
  position: z.object({ offset: z.int() }).nullish(),
});

const answerSchema = z.union([
  z.object({ result: z.string() }),
  z.object({ error: z.union([causeSchema, z.string()]) }),
]);

/** From the script that was sent to the source that the user wrote. */
const userOffset = ({ insertedAt, source }: PainlessRequest, sent: number): number => {
  const offset = sent < insertedAt ? sent : Math.max(insertedAt, sent - PRELUDE.length);
  return Math.min(offset, source.length);
};

const readError = (error: z.infer<typeof causeSchema>, request: PainlessRequest): ConditionError => {
  const cause = error.caused_by ?? error;
  const about = { type: cause.type, message: cause.reason ?? error.reason ?? cause.type };
  if (!error.position) return about;
  const offset = userOffset(request, error.position.offset);
  return { ...about, offset, ...textPosition(request.source, offset) };
};

/**
 * Reads the answer to a `toPainlessExecute`, of any status. The cluster answers every value as text, so the texts
 * `true` and `false` are taken for booleans, and everything else for a String.
 *
 * Beside exceptions, the type of an error may be `circuit_breaking_exception` (too many compilations: try later) or
 * `unreadable_answer`.
 */
export const readPainlessExecuteAnswer = (
  answer: unknown,
  request: PainlessRequest
): ConditionResult => {
  const read = answerSchema.safeParse(answer);
  if (!read.success) {
    const message = 'The cluster gave an answer that is none to a script.';
    return { kind: 'error', error: { type: 'unreadable_answer', message } };
  }
  if ('result' in read.data) {
    const text = read.data.result;
    return { kind: 'value', value: booleanOr(text), text };
  }
  const { error } = read.data;
  if (typeof error !== 'string') return { kind: 'error', error: readError(error, request) };
  return { kind: 'error', error: { type: 'unreadable_answer', message: error } };
};

const booleanOr = (text: string): boolean | string =>
  text === 'true' || text === 'false' ? text === 'true' : text;
