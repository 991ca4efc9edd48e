/**
 * Whether a message is JSON: values are then escaped, so that a quote or a line end in them breaks nothing. A text such
 * as `[ERROR] {{ctx.monitor.name}}` is none.
 */
export const isJsonTemplate = (source: string): boolean => {
  const text = source.trim();
  if (text.startsWith('{{')) return false;
  return text.startsWith('{') || (/^\[\s*(?:["[]|\{(?!\{))/.test(text) && text.endsWith(']'));
};
