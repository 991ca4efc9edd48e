import type { FieldProblem } from '../../errors';
import type { MessageContent } from './kind';
export const renderBody = (_template: string | undefined, content: MessageContent) => ({
  body: content.message,
  content_type: 'text/plain; charset=utf-8',
});
export const bodyProblems = (_template: string | undefined, _own: boolean): FieldProblem[] => [];
