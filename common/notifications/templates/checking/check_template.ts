import { offsetOf, textPosition } from '../../../json/text_position';
import { parseTemplate } from '../template';
import { templateFunction } from '../template_functions';
import { templateHelper } from '../template_helpers';
import { parseTokens } from '../template_tokens';
import type { Token } from '../template_tokens';
import { includeProblems } from '../shared/include';
import type { IncludeProblem, SharedTemplates } from '../shared/include';
import { ShapeScope, scopeWithin } from './shape_scope';
import type { Found } from './shape_scope';
import type { Shape } from './shape';
import { suggestName } from './suggest_name';
import { functionProblem, printedProblem, sectionProblem, turnedProblem } from './value_rules';

/** Something to say about a template, with its place. */
export interface TemplateRemark {
  /**
   * `error`: it cannot be rendered. `warning`: it can, and probably does not say what was meant. `info`: the sample does
   * not show whether it is right.
   */
  severity: 'error' | 'warning' | 'info';
  message: string;
  /** From 1, as is the column. */
  line: number;
  column: number;
  /** Characters. */
  length: number;
  /** The name that was probably meant, and how the text is mended to say it. */
  suggestion?: string;
  fix?: TextChange;
}

/** What takes the place of a piece of the text; offsets. */
export interface TextChange {
  from: number;
  to: number;
  insert: string;
}

/** Says that a function takes its name without braces. */
const BRACED = /^\{\{\{?&?\s*([^{}]+?)\s*\}?\}\}$/;

/** By the beginning of a name: why what stands there is not always there. */
export type Caveats = Readonly<Record<string, string>>;

class Checker {
  readonly remarks: TemplateRemark[] = [];

  constructor(
    private readonly source: string,
    private readonly caveats: Caveats
  ) {}

  tokens(tokens: readonly Token[], scope: ShapeScope): void {
    for (const token of tokens) this.token(token, scope);
  }

  private token(token: Token, scope: ShapeScope): void {
    const [kind, name] = token;
    if (kind === 'name' || kind === '&') {
      this.value(token, scope.lookup(name), scope, printedProblem);
    } else if (kind === '#') this.section(token, scope);
    else if (kind === '^') {
      this.value(token, scope.lookup(name), scope, turnedProblem);
      this.tokens(token[4] ?? [], scope);
    }
  }

  private section(token: Token, scope: ShapeScope): void {
    const [, name, , , content = []] = token;
    const ofCluster = templateFunction(name);
    const found = scope.lookup(name);
    const helper = ofCluster ?? (found.kind === 'found' ? undefined : templateHelper(name));
    if (helper) {
      this.call(token, scope);
      return;
    }
    this.value(token, found, scope, sectionProblem);
    this.tokens(content, scope.push(scopeWithin(found)));
  }

  /** A function section: `date`, `number` and `url` render their content, the others look their content up as a name. */
  private call(token: Token, scope: ShapeScope): void {
    const [, name, , end, content = [], contentEnd] = token;
    if (name === 'date' || name === 'number' || name === 'url') {
      const [first] = content;
      const isValue = first !== undefined && (first[0] === 'name' || first[0] === '&');
      const found = isValue ? scope.lookup(first[1]) : undefined;
      const problem = found?.kind === 'found' ? functionProblem(name, found.shape) : undefined;
      if (problem && first) this.remark(first, 'warning', problem);
      this.tokens(content, scope);
      return;
    }
    const body = this.source.slice(end, contentEnd).trim();
    const braced = BRACED.exec(body)?.[1];
    if (braced !== undefined || body === '') {
      const path = braced ?? 'name';
      this.remark(
        token,
        'warning',
        `${name} takes a name without braces: {{#${name}}}${path}{{/${name}}}.`
      );
      return;
    }
    const found = scope.lookup(body);
    const rule = (shape: Shape) => functionProblem(name, shape);
    this.value([...token.slice(0, 1), body, ...token.slice(2)] as Token, found, scope, rule);
  }

  private value(
    token: Token,
    found: Found,
    scope: ShapeScope,
    rule: (shape: Shape, name: string) => string | undefined
  ): void {
    const [, name] = token;
    if (found.kind === 'found') {
      const problem = rule(found.shape, name) ?? this.caveatOf(name);
      if (problem) this.remark(token, 'warning', problem);
      return;
    }
    if (found.kind === 'unsure') {
      this.remark(token, 'info', `${name} is not known from the sample.`);
      return;
    }
    const suggestion = suggestName(scope, name, found);
    const where = found.container.kind === 'list' ? `${found.known} is a list` : undefined;
    const what = where
      ? `${name}: ${where}. Name one of its items, or loop over it.`
      : `There is no ${name} in the sample: nothing would be printed.`;
    const meant = suggestion === undefined ? '' : ` Did you mean ${suggestion}?`;
    const fix = this.fixOf(token, suggestion);
    this.remark(token, 'warning', `${what}${meant}`, suggestion, fix);
  }

  private remark(
    [, , start, end]: Token,
    severity: TemplateRemark['severity'],
    message: string,
    suggestion?: string,
    fix?: TextChange
  ): void {
    const { line, column } = textPosition(this.source, start);
    const length = Math.max(1, end - start);
    this.remarks.push({
      ...{ severity, message, line, column, length },
      ...(suggestion === undefined ? {} : { suggestion }),
      ...(fix === undefined ? {} : { fix }),
    });
  }

  private caveatOf(name: string): string | undefined {
    const begins = Object.keys(this.caveats).find((beginning) => name.startsWith(`${beginning}.`));
    return begins === undefined ? undefined : this.caveats[begins];
  }

  /** Of a tag alone: a section has its name in two places. */
  private fixOf(
    [kind, name, from, to]: Token,
    suggestion: string | undefined
  ): TextChange | undefined {
    const isValue = kind === 'name' || kind === '&';
    if (suggestion === undefined || !isValue) return undefined;
    const tag = this.source.slice(from, to);
    return tag.includes(name)
      ? { from, to, insert: tag.replace(name, () => suggestion) }
      : undefined;
  }
}

const UNCLOSED = /^Unclosed section "(.*)"\.$/s;
const CLOSING_TAG = /^\{\{\s*\/\s*([^{}]*?)\s*\}\}/;

/** What does not parse. A section that lacks its end gets it: at the tag that closes another one, else at the end. */
const syntaxRemark = (
  source: string,
  { message, line, column }: { message: string; line: number; column: number }
): TemplateRemark => {
  const remark: TemplateRemark = { severity: 'error', message, line, column, length: 2 };
  const name = UNCLOSED.exec(message)?.[1];
  if (name === undefined || /[{}]/.test(name)) return remark;
  const suggestion = `{{/${name}}}`;
  const from = offsetOf(source, { line, column });
  const [closing, other] = CLOSING_TAG.exec(source.slice(from)) ?? [];
  if (closing === undefined) {
    const fix = { from: source.length, to: source.length, insert: suggestion };
    return { ...remark, suggestion, fix };
  }
  return {
    ...remark,
    message: `Section "${name}" is still open where "${other}" is closed.`,
    length: closing.length,
    suggestion,
    fix: { from, to: from + closing.length, insert: suggestion },
  };
};

const includeRemark = (
  source: string,
  { message, start, end }: IncludeProblem
): TemplateRemark => ({
  ...{ severity: 'error', message, ...textPosition(source, start), length: end - start },
});

/**
 * Checks a template against what is known of its context: names that are not there, values that do not print or loop as
 * their author may think, sections that are not closed. Never throws.
 *
 * @param sample the shape of what the template is rendered over, usually of `{ ctx }`
 * @param templates those that it may name; absent where they are not known
 * @returns in the order of the text, those of included templates behind; where the template does not parse, that alone
 */
export const checkTemplate = (
  source: string,
  sample: Shape,
  caveats: Caveats = {},
  templates?: SharedTemplates
): TemplateRemark[] => {
  const parsed = parseTemplate(source);
  if (!parsed.ok) return [syntaxRemark(source, parsed)];
  const checker = new Checker(source, caveats);
  checker.tokens(parseTokens(source), new ShapeScope(sample));
  const missing = templates ? includeProblems(source, templates) : [];
  return [...checker.remarks, ...missing.map((problem) => includeRemark(source, problem))];
};
