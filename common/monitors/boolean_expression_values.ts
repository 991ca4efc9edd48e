import { parseBooleanExpression, termsOf } from './boolean_expression';
import type { Term } from './boolean_expression_tokens';
import { tokenAt } from './boolean_expression_tokens';

const QUOTES = ['"', "'"];

/** What a value can be without quotes: nothing in it ends the term, begins a quote, or is trimmed. */
const isPlain = (value: string): boolean =>
  value.trim() === value && !value.includes(']') && !QUOTES.includes(value[0]);

const quoted = (value: string, quote: string): string =>
  quote +
  value.replace(/[\\"']/g, (sign) => (sign === '\\' || sign === quote ? `\\${sign}` : sign)) +
  quote;

const writtenAs = (value: string, before: string): string => {
  const quote = QUOTES.find((sign) => before.startsWith(sign) && before.endsWith(sign));
  if (quote !== undefined && before.length > 1) return quoted(value, quote);
  return isPlain(value) ? value : quoted(value, '"');
};

/**
 * The source with other values in its terms; everything else stays to the letter. One that does not parse stays as it is.
 *
 * @param change the new value of a term
 */
export const mapTermValues = (source: string, change: (term: Term) => string): string => {
  const parsed = parseBooleanExpression(source);
  if (parsed.kind === 'error') return source;
  return termsOf(parsed.expression).reduceRight((text, { offset }) => {
    const { term, written } = tokenAt(source, offset);
    if (!term || !written) return text;
    const { start, end } = written;
    const value = change(term);
    if (value === term.value) return text;
    return text.slice(0, start) + writtenAs(value, source.slice(start, end)) + text.slice(end);
  }, source);
};
