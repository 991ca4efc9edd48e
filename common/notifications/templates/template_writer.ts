import Mustache from 'mustache';
import type { TemplateContext } from './template_context';
import { TemplateError } from './template_error';
import { templateFunction } from './template_functions';
import type { TemplateFunction } from './template_functions';
import { templateHelper } from './template_helpers';
import { isShown, templateText } from './template_text';
import type { Token } from './template_tokens';

export interface TemplateLimits {
  /** UTF-16 units of the output. */
  length: number;
  /** Tags and texts that may be rendered: loops in loops, also such that print nothing. */
  steps: number;
}

/** The library's writer with the cluster's rules for sections and for what values print. One for each rendering. */
export class TemplateWriter extends Mustache.Writer {
  private length = 0;
  private steps = 0;

  constructor(
    private readonly source: string,
    private readonly escape: (text: string) => string,
    private readonly limits: TemplateLimits,
    /** What functions make of values is escaped, too; in JSON it is not, since they print whole documents. */
    private readonly escapesCalls = false
  ) {
    super();
  }

  override renderTokens(tokens: unknown[], context: TemplateContext): string {
    this.steps += 1 + tokens.length;
    if (this.steps > this.limits.steps) {
      throw new TemplateError(`The template takes more than ${this.limits.steps} steps.`);
    }
    return super.renderTokens(tokens as string[][], context);
  }

  override renderSection(token: unknown, context: TemplateContext): string {
    const [, name, , , content = []] = token as Token;
    const call = templateFunction(name);
    if (call) return this.called(call, token as Token, context);
    const value = context.lookup(name);
    const helper = value === undefined ? templateHelper(name) : undefined;
    if (helper) return this.called(helper, token as Token, context);
    if (!isShown(value)) return '';
    const scopes: readonly unknown[] = Array.isArray(value) ? value : [value];
    return scopes.map((scope) => this.renderTokens(content, context.push(scope))).join('');
  }

  override renderInverted(token: unknown, context: TemplateContext): string {
    const [, name, , , content = []] = token as Token;
    return isShown(context.lookup(name)) ? '' : this.renderTokens(content, context);
  }

  /** Those that are there stand in its place already. */
  override renderPartial(token: unknown): string {
    const [, name, start] = token as Token;
    throw new TemplateError(`There is no shared template called ${name}, or it includes itself.`, {
      source: this.source,
      offset: start,
    });
  }

  override escapedValue([, name]: string[], context: TemplateContext): string {
    return this.counted(this.escape(templateText(context.lookup(name))));
  }

  override unescapedValue([, name]: string[], context: TemplateContext): string {
    return this.counted(templateText(context.lookup(name)));
  }

  override rawValue([, text]: string[]): string {
    return this.counted(text);
  }

  private called(call: TemplateFunction, token: Token, context: TemplateContext): string {
    const [, , , end, content = [], contentEnd] = token;
    // What was rendered is escaped already.
    let rendered = false;
    const result = call({
      body: this.source.slice(end, contentEnd),
      render: () => {
        rendered = true;
        return this.renderTokens(content, context);
      },
      lookup: (name) => context.lookup(name),
    });
    return this.counted(this.escapesCalls && !rendered ? this.escape(result) : result);
  }

  private counted(text: string): string {
    this.length += text.length;
    if (this.length > this.limits.length) {
      throw new TemplateError(`The message has more than ${this.limits.length} characters.`);
    }
    return text;
  }
}
