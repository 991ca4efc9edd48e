import { includesIn } from '../template_tokens';
import type { Include } from '../template_tokens';
import type { SharedTemplate } from './shared_template';

/** By name. A new object wherever anything in it has changed. */
export type SharedTemplates = ReadonlyMap<string, Pick<SharedTemplate, 'subject' | 'message'>>;

/** Where a text stands: what a template has for subjects goes there. */
export type Place = 'subject' | 'message';

const MOST_DEEP = 10;
/** Beyond that nothing more is included: what includes itself twice would grow without end. */
const LONGEST = 200_000;

const textOf = (templates: SharedTemplates, name: string, place: Place): string | undefined => {
  const template = templates.get(name);
  if (!template) return undefined;
  const { subject, message } = template;
  return place === 'subject' && subject !== undefined && subject.trim() !== '' ? subject : message;
};

/** A tag that has its line for itself, and is not the last: then the line's end is that of the included text. */
const endOf = (source: string, { start, end }: Include, text: string): number => {
  const before = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
  const after = /^[ \t]*\r?\n/.exec(source.slice(end))?.[0];
  return before.trim() === '' && after !== undefined && text.endsWith('\n')
    ? end + after.length
    : end;
};

class Includer {
  private length = 0;

  constructor(
    private readonly templates: SharedTemplates,
    private readonly place: Place
  ) {}

  into(source: string, within: readonly string[] = []): string {
    let included = '';
    let at = 0;
    for (const include of includesIn(source)) {
      const text = this.textFor(include.name, within);
      if (text === undefined) continue;
      included += source.slice(at, include.start) + text;
      at = endOf(source, include, text);
    }
    return included + source.slice(at);
  }

  /** Undefined where the tag stays, and so becomes an error of who renders it. */
  private textFor(name: string, within: readonly string[]): string | undefined {
    if (within.includes(name) || within.length >= MOST_DEEP) return undefined;
    const text = textOf(this.templates, name, this.place);
    if (text === undefined || (this.length += text.length) > LONGEST) return undefined;
    return this.into(text, [...within, name]);
  }
}

/** Most templates include nothing: they must not cost a look. */
const MAY_INCLUDE = /\{\{\s*>/;

/**
 * A template with the shared templates that it names in their places. They see what it sees, as partials of Mustache do.
 * A tag whose template is not there, or would include itself, stays: rendering it is an error.
 */
export const withIncluded = (
  source: string,
  templates: SharedTemplates | undefined,
  place: Place
): string =>
  templates && MAY_INCLUDE.test(source) ? new Includer(templates, place).into(source) : source;

/** The names of the shared templates that a template names itself. */
export const namesIncluded = (source: string): string[] =>
  MAY_INCLUDE.test(source) ? [...new Set(includesIn(source).map(({ name }) => name))] : [];

export interface IncludeProblem extends Include {
  message: string;
}

/** What is wrong with a tag: its template is missing, or leads back to itself. */
export const includeProblems = (source: string, templates: SharedTemplates): IncludeProblem[] => {
  if (!MAY_INCLUDE.test(source)) return [];
  const sound = new Set<string>();
  return includesIn(source).flatMap((include) => {
    const message = problemOf(include.name, templates, [], sound);
    return message === undefined ? [] : [{ ...include, message }];
  });
};

/** @param sound those without a problem, by name and depth: many ways may lead to one, and each is gone once */
const problemOf = (
  name: string,
  templates: SharedTemplates,
  within: readonly string[],
  sound: Set<string>
): string | undefined => {
  const visit = `${within.length} ${name}`;
  if (sound.has(visit)) return undefined;
  const whose = within.length === 0 ? '' : ` ${within[within.length - 1]} includes it.`;
  const template = templates.get(name);
  if (!template) return `There is no shared template called ${name}.${whose}`;
  if (within.includes(name)) return `The shared template ${name} includes itself.`;
  if (within.length >= MOST_DEEP) return 'Shared templates include each other too deeply.';
  for (const inner of namesIncluded(`${template.message}\n${template.subject ?? ''}`)) {
    const problem = problemOf(inner, templates, [...within, name], sound);
    if (problem !== undefined) return problem;
  }
  sound.add(visit);
  return undefined;
};
