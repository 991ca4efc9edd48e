import { JsonSyntaxError, parseLossless } from '../../../common/json/lossless';
import { isRecord } from '../../../common/json/record';
import type { EditorProblem } from '../../shared/code_editor';

/** An object that was typed as JSON; nothing typed is undefined. Or where it is none. */
export type ReadObject =
  { value: Record<string, unknown> | undefined; problem?: undefined } | { problem: EditorProblem };

/** @param noObject said where it is JSON, and no object */
export const readObject = (text: string, noObject: string): ReadObject => {
  if (text.trim() === '') return { value: undefined };
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? { value } : { problem: { message: noObject, line: 1, column: 1 } };
  } catch {
    return { problem: syntaxProblem(text, noObject) };
  }
};

/** The engine's own message differs between browsers; ours says the line. */
const syntaxProblem = (text: string, fallback: string): EditorProblem => {
  try {
    parseLossless(text);
    return { message: fallback, line: 1, column: 1 };
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    const { message, line, column } = error;
    return { message, line, column };
  }
};

export const objectText = (value: unknown): string =>
  value === undefined ? '' : JSON.stringify(value, null, 2);
