import { stringifyLossless } from '../../json/lossless';
import { javaText } from '../../json/java_text';
import { isMap, templateText } from './template_text';

/** What a function section has to work with. */
export interface FunctionCall {
  /** The text between the tags, as it was written. */
  body: string;
  render(): string;
  lookup(name: string): unknown;
}

export type TemplateFunction = (call: FunctionCall) => string;

const toJson: TemplateFunction = ({ body, lookup }) => {
  const value = lookup(body.trim());
  return Array.isArray(value) || isMap(value) ? stringifyLossless(value) : templateText(value);
};

const join =
  (delimiter: string): TemplateFunction =>
  ({ body, lookup }) => {
    const value = lookup(body.trim());
    return Array.isArray(value) ? value.map(javaText).join(delimiter) : body;
  };

const LONE_SURROGATE = /[\ud800-\udfff]/gu;

/** Form encoding, as `URLEncoder` of Java does it. */
const url: TemplateFunction = ({ render }) =>
  encodeURIComponent(render().replace(LONE_SURROGATE, '?'))
    .replace(/%20/g, '+')
    .replace(/[!'()~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

const JOIN_WITH_DELIMITER = /^join\s+delimiter='(.*)'$/s;

/**
 * The functions that the cluster has: `{{#toJson}}path{{/toJson}}`, `{{#join}}path{{/join}}`,
 * `{{#join delimiter='; '}}path{{/join delimiter='; '}}`, `{{#url}}text{{/url}}`.
 */
export const templateFunction = (name: string): TemplateFunction | undefined => {
  if (name === 'toJson') return toJson;
  if (name === 'join') return join(',');
  if (name === 'url') return url;
  const delimiter = JOIN_WITH_DELIMITER.exec(name)?.[1];
  return delimiter === undefined ? undefined : join(delimiter);
};
