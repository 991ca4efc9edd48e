import { escapeHtml } from '../escape_html';
import { remembered } from '../../monitors/remembered';
import { TemplateContext } from './template_context';
import { TemplateError } from './template_error';
import { parseTokens } from './template_tokens';
import { TemplateWriter } from './template_writer';
import type { TemplateLimits } from './template_writer';

export { TemplateError } from './template_error';

export interface RenderOptions {
  /**
   * What becomes of a printed value: `none` for plain text (the default; HTML is never escaped), `json` inside of a
   * JSON string, `html` in an element or a quoted attribute. `{{{name}}}` prints it as it is in all of them.
   */
  escape?: 'none' | 'json' | 'html';
  limits?: TemplateLimits;
}

export const DEFAULT_TEMPLATE_LIMITS: TemplateLimits = { length: 1_000_000, steps: 1_000_000 };

const ESCAPES = {
  none: (text: string): string => text,
  json: (text: string): string => JSON.stringify(text).slice(1, -1),
  html: escapeHtml,
};

/** Ten thousand alerts have one template. */
const tokensOf = remembered(parseTokens);

/**
 * Renders a Mustache template by the rules of the cluster's Mustache. The one renderer of previews and of what is sent.
 *
 * Knowingly different: blanks and line ends follow the Mustache specification (the cluster loses a line end behind a
 * section's tag that shares its line with text, and keeps the line of a comment); maps print in the order of the
 * document; an index behind the end of a list prints nothing.
 *
 * @param view of `parseLossless`, so that numbers print as they came; usually `{ ctx }`
 * @throws TemplateError when the template does not parse (with line and column) or exceeds the limits
 */
export const renderTemplate = (
  source: string,
  view: Readonly<Record<string, unknown>>,
  { escape = 'none', limits = DEFAULT_TEMPLATE_LIMITS }: RenderOptions = {}
): string => {
  const tokens = tokensOf(source);
  const writer = new TemplateWriter(source, ESCAPES[escape], limits, escape === 'html');
  return writer.renderTokens(tokens, new TemplateContext(view));
};

export type ParsedTemplate =
  | { ok: true }
  /** Line and column count from 1. */
  | { ok: false; message: string; line: number; column: number };

/** Says whether a template parses, and if not, where. */
export const parseTemplate = (source: string): ParsedTemplate => {
  try {
    parseTokens(source);
    return { ok: true };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const { message, line = 1, column = 1 } = error;
    return { ok: false, message, line, column };
  }
};
