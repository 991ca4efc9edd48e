import { stringifyLossless } from '../../json/lossless';
import { DEFAULT_FORMAT, DEFAULT_ZONE, dateText, isTimeZone, unknownInFormat } from './date_text';
import { DEFAULT_LOCALE, DEFAULT_PATTERN, isLocale, numberText, parsePattern } from './number_text';
import type { TemplateFunction } from './template_functions';

const partsOf = (text: string): string[] => text.split('|').map((part) => part.trim());

const date: TemplateFunction = ({ render }) => {
  const [value, zone, format] = partsOf(render());
  return dateText(value, zone || DEFAULT_ZONE, format || DEFAULT_FORMAT);
};

const number: TemplateFunction = ({ render }) => {
  const [value, pattern, locale] = partsOf(render());
  return numberText(value, pattern || DEFAULT_PATTERN, locale || DEFAULT_LOCALE);
};

const json: TemplateFunction = ({ body, lookup }) => stringifyLossless(lookup(body.trim()) ?? null);

const HELPERS: Readonly<Record<string, TemplateFunction>> = { date, number, json };

/**
 * Our own function sections, beside those of the cluster:
 * - `{{#date}}{{ctx.periodEnd}} | Asia/Seoul | yyyy-MM-dd HH:mm{{/date}}`
 * - `{{#number}}{{ctx.results.0.hits.total.value}} | #,##0.00 | de{{/number}}`
 * - `{{#json}}ctx.results.0.hits.hits{{/json}}`: any value as JSON, texts in their quotes
 *
 * A value of the context with such a name comes first, so that no template changes its meaning.
 */
export const templateHelper = (name: string): TemplateFunction | undefined =>
  Object.prototype.hasOwnProperty.call(HELPERS, name) ? HELPERS[name] : undefined;

/** Parts with tags in them show only when they are rendered. */
const isWritten = (part: string | undefined): part is string =>
  part !== undefined && part !== '' && !part.includes('{{');

/** What is wrong with the parameters that a section's text has, if anything. */
export const helperProblem = (name: string, body: string): string | undefined => {
  const [, first, second] = partsOf(body);
  if (name === 'date') {
    if (isWritten(first) && !isTimeZone(first)) return `There is no time zone ${first}.`;
    const unknown = isWritten(second) ? unknownInFormat(second) : undefined;
    return unknown === undefined ? undefined : `A date has no format ${unknown}.`;
  }
  if (name !== 'number') return undefined;
  if (isWritten(first) && !parsePattern(first)) return `A number has no format ${first}.`;
  return isWritten(second) && !isLocale(second) ? `There is no language ${second}.` : undefined;
};
