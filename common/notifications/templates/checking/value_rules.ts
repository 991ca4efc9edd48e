import { dateText, DEFAULT_FORMAT, DEFAULT_ZONE } from '../date_text';
import { templateText } from '../template_text';
import type { Shape } from './shape';

/** What is odd about a use of a value of some shape, in words; undefined where nothing is. */
type Rule = (shape: Shape, name: string) => string | undefined;

/** `{{name}}` */
export const printedProblem: Rule = ({ kind }, name) => {
  if (kind === 'map') {
    return `${name} is a map and prints as {a=1}. Name one of its members, or write it as JSON: {{#json}}${name}{{/json}}.`;
  }
  if (kind !== 'list') return undefined;
  return `${name} is a list and prints as {0=a, 1=b}. Loop over it: {{#${name}}}{{.}}{{/${name}}}, or {{#join}}${name}{{/join}}.`;
};

const ALWAYS = 'is always shown, for 0 as well';

/** `{{#name}}` */
export const sectionProblem: Rule = ({ kind }, name) =>
  kind === 'number' ? `${name} is a number: a section over it ${ALWAYS}.` : undefined;

/** `{{^name}}` */
export const turnedProblem: Rule = ({ kind }, name) =>
  kind === 'number' ? `${name} is a number: this is never shown, for 0 neither.` : undefined;

const isDate = (sample: unknown): boolean => {
  const text = templateText(sample);
  return (
    text === '' || dateText(text, DEFAULT_ZONE, DEFAULT_FORMAT) !== text || /^\d{4}-\d\d/.test(text)
  );
};

const isNumber = (sample: unknown): boolean => Number.isFinite(Number(templateText(sample)));

/** What a function makes of a value that it is not made for. */
export const functionProblem = (name: string, shape: Shape): string | undefined => {
  const { kind } = shape;
  if (kind === 'nothing' || kind === 'anything') return undefined;
  if (name.startsWith('join')) {
    return kind === 'list' ? undefined : 'join is for lists: of anything else it prints the name.';
  }
  const sample = 'sample' in shape ? shape.sample : undefined;
  const isScalar = kind !== 'map' && kind !== 'list';
  if (name === 'date' && isScalar && (kind === 'boolean' || !isDate(sample))) {
    return `In the sample this is no date: ${templateText(sample)}. It is printed as it is.`;
  }
  if (name === 'number' && isScalar && kind !== 'number' && !isNumber(sample)) {
    return `In the sample this is no number: ${templateText(sample)}. It is printed as it is.`;
  }
  return undefined;
};
