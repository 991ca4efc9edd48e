import type { FieldProblem } from '../../errors';
import { JsonSyntaxError, parseLossless } from '../../json/lossless';
import { namesIncluded } from '../templates/shared/include';
import { parseTemplate, renderTemplate } from '../templates/template';
import { BODY_SAMPLES, bodyView } from './body_view';
import type { MessageContent } from './message_content';

export { bodyView } from './body_view';

const isJsonDocument = (text: string): boolean => {
  if (!/^\s*[{[]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/**
 * The body of a webhook: the template with its values escaped as in a JSON string; without one, the message as it is.
 *
 * @throws TemplateError
 */
export const renderBody = (
  template: string | undefined,
  content: MessageContent
): { body: string; content_type: string } => {
  if (template !== undefined && template.trim() !== '') {
    const body = renderTemplate(template, bodyView(content), { escape: 'json' });
    return { body, content_type: 'application/json' };
  }
  const { message } = content;
  const type = isJsonDocument(message) ? 'application/json' : 'text/plain; charset=utf-8';
  return { body: message, content_type: type };
};

/** `{{{message}}}` can be a whole document, which the sample is not. */
const PRINTS_RAW = /\{\{\{|\{\{\s*&/;

const jsonProblems = (template: string): FieldProblem[] => {
  // What it includes is not known here.
  if (namesIncluded(template).length > 0) return [];
  const [sample] = BODY_SAMPLES;
  const { body } = renderBody(template, sample);
  try {
    parseLossless(body);
    return [];
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    const message = `Rendered with a sample message, this is not JSON: ${error.message}`;
    // A place in the rendered text is one in the template only where nothing was filled in.
    const place = body === template ? { line: error.line, column: error.column } : {};
    return [{ field: 'body', message, ...place }];
  }
};

/**
 * What is wrong with a body template.
 *
 * @param ownContentType the destination has a Content-Type header of its own, so the body need not be JSON
 */
export const bodyProblems = (
  template: string | undefined,
  ownContentType: boolean
): FieldProblem[] => {
  if (template === undefined || template.trim() === '') return [];
  const parsed = parseTemplate(template);
  if (!parsed.ok) {
    const { message, line, column } = parsed;
    return [{ field: 'body', message, line, column }];
  }
  return ownContentType || PRINTS_RAW.test(template) ? [] : jsonProblems(template);
};
