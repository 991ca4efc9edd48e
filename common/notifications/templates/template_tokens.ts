import Mustache from 'mustache';
import { TemplateError } from './template_error';
import { helperProblem } from './template_helpers';

/** The library's token: kind, name, start and end of the tag, and for a section its content and where that ends. */
export type Token = [
  kind: string,
  name: string,
  start: number,
  end: number,
  content?: Token[],
  contentEnd?: number,
];

/** The library's own default can be changed by anybody who loads it. */
export const TAGS: [string, string] = ['{{', '}}'];

/** What `{{> name}}` takes. */
export const SHARED_NAME = /^[A-Za-z0-9_-]+$/;
const NO_SHARED_NAME = 'A shared template is named by letters, digits, _ and -, as in {{> name}}.';

const MAX_DEPTH = 100;
/** The library's time grows with the square of the length. */
const MAX_LENGTH = 100_000;

/** The library says where in the words of its message. For what is never closed, the opening says more than the end. */
const syntaxError = (source: string, error: unknown): TemplateError => {
  const message = error instanceof Error ? error.message : String(error);
  const [, what = message, at = '0'] = /^(.*) at (\d+)$/s.exec(message) ?? [];
  const name = /^Unclosed section "(.*)"$/s.exec(what)?.[1];
  return new TemplateError(`${what}.`, { source, offset: placeOf(source, Number(at), what, name) });
};

const lastOpening = (source: string): number => {
  const at = Math.max(0, source.lastIndexOf(TAGS[0]));
  return source[at - 1] === '{' ? at - 1 : at;
};

const isSection = (tag: string, name: string): boolean =>
  /^[#^]/.test(tag) && tag.slice(1).trimStart().startsWith(name);

const openingOf = (source: string, name: string): number => {
  let at = source.lastIndexOf(TAGS[0]);
  while (at > 0 && !isSection(source.slice(at + TAGS[0].length), name)) {
    at = source.lastIndexOf(TAGS[0], at - 1);
  }
  return Math.max(0, at);
};

const placeOf = (source: string, at: number, what: string, name: string | undefined): number => {
  if (what === 'Unclosed tag') return lastOpening(source);
  return name !== undefined && at === source.length ? openingOf(source, name) : at;
};

const checkToken = (
  source: string,
  [kind, name, offset, end, , contentEnd]: Token,
  depth: number
): void => {
  const fail = (message: string): never => {
    throw new TemplateError(message, { source, offset });
  };
  if (kind === '>' && !SHARED_NAME.test(name)) fail(NO_SHARED_NAME);
  if ((kind === 'name' || kind === '&') && name === '') fail('A tag without a name.');
  const problem = kind === '#' ? helperProblem(name, source.slice(end, contentEnd)) : undefined;
  if (problem) fail(problem);
  if (depth > MAX_DEPTH) fail('Sections are nested too deeply.');
};

const checkTokens = (source: string, tokens: readonly Token[], depth = 0): void => {
  for (const token of tokens) {
    checkToken(source, token, depth);
    if (Array.isArray(token[4])) checkTokens(source, token[4], depth + 1);
  }
};

const libraryTokens = (source: string): Token[] => {
  try {
    // The types of the library do not know that sections nest.
    return new Mustache.Writer().parse(source, TAGS) as Token[];
  } catch (error) {
    throw syntaxError(source, error);
  }
};

/** A tag `{{> name}}` with its offsets. */
export interface Include {
  name: string;
  start: number;
  end: number;
}

const includesOf = (tokens: readonly Token[]): Include[] =>
  tokens.flatMap(([kind, name, start, end, content]) => {
    if (kind === '>') return [{ name, start, end }];
    return Array.isArray(content) ? includesOf(content) : [];
  });

/** Where a template names others, in the order of the text; nowhere where it does not parse. */
export const includesIn = (source: string): Include[] => {
  try {
    return includesOf(parseTokens(source));
  } catch (error) {
    if (error instanceof TemplateError) return [];
    throw error;
  }
};

/** @throws TemplateError with line and column */
export const parseTokens = (source: string): Token[] => {
  if (source.length > MAX_LENGTH) {
    throw new TemplateError(`A template may have ${MAX_LENGTH} characters.`, {
      source,
      offset: MAX_LENGTH,
    });
  }
  const tokens = libraryTokens(source);
  checkTokens(source, tokens);
  return tokens;
};
