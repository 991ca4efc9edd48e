import { isRecord } from '../../json/record';

/** Members of a script, of which the server knows no others. Source: OpenSearch `Script`. */
const MEMBERS = ['source', 'lang', 'params', 'options'];

/** What is wrong with a Mustache template; undefined where nothing is. */
export const scriptProblem = (value: unknown): string | undefined => {
  if (!isRecord(value) || typeof value.source !== 'string') {
    return 'It must be a template: {"source": "…", "lang": "mustache"}.';
  }
  if ((value.lang ?? 'mustache') !== 'mustache') return 'Its language must be mustache.';
  const unknown = Object.keys(value).find((name) => !MEMBERS.includes(name));
  return unknown === undefined ? undefined : `The server knows no “${unknown}” in a template.`;
};
