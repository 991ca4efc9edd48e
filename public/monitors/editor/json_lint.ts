import { i18n } from '@osd/i18n';
import { JsonSyntaxError, parseLossless } from '../../../common/json/lossless';
import type { EditorProblem } from '../../shared/code_editor';

/** What keeps a text from being a query body: one problem at most, with its place. */
export const queryTextProblems = (text: string): EditorProblem[] => {
  if (text.trim() === '') return [];
  try {
    const body = parseLossless(text);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return [];
    return [
      {
        message: i18n.translate('watchkeeper.editor.queryNoObjectError', {
          defaultMessage: 'A query is a JSON object: it begins with a brace.',
        }),
        line: 1,
        column: 1,
      },
    ];
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    return [{ message: error.message, line: error.line, column: error.column }];
  }
};

/** `Line 3, column 7: …` */
export const placedMessage = ({ message, line, column }: EditorProblem): string =>
  line === undefined
    ? message
    : i18n.translate('watchkeeper.editor.placedProblemText', {
        defaultMessage: 'Line {line}, column {column}: {message}',
        values: { line, column: column ?? 1, message },
      });
