import { JsonSyntaxError, parseLossless, stringifyLossless } from '../../../common/json/lossless';

/** JSON with line breaks, its numbers as they were written by their type. A text that is no JSON stays as it is. */
export const indented = (text: string): string => {
  try {
    return stringifyLossless(parseLossless(text), 2);
  } catch (error) {
    if (error instanceof JsonSyntaxError) return text;
    throw error;
  }
};
