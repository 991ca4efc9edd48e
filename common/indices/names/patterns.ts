import { matchesPattern } from '../table/wildcard';

/** Whether a pattern of a template takes in a name. Only the asterisk has a meaning; case counts. */
export const patternTakesIn = (pattern: string, name: string): boolean =>
  pattern.includes('*') ? matchesPattern(name, pattern) : pattern === name;

/** Characters that no name of an index has, apart from the asterisk of a pattern. */
const NEVER = [' ', '"', '\\', '<', '|', ',', '>', '/', '?', '#', ':'];

/** What the cluster refuses of a pattern of names; undefined where it takes it. */
export const patternFault = (pattern: unknown): string | undefined => {
  if (typeof pattern !== 'string' || pattern === '') return 'It must be a pattern of names.';
  if (pattern.startsWith('_')) return `“${pattern}”: no index begins with an underscore.`;
  if (pattern !== pattern.toLowerCase()) return `“${pattern}”: no index has capitals in its name.`;
  const bad = NEVER.find((character) => pattern.includes(character));
  return bad === undefined ? undefined : `“${pattern}”: no index has “${bad}” in its name.`;
};

const NEVER_IN_TEMPLATES = [' ', ',', '#', '*'];

/** What the cluster refuses of the name of an index template or a component template. */
export const templateNameFault = (name: string): string | undefined => {
  if (name === '') return 'Give it a name.';
  if (name.startsWith('_')) return 'A name does not begin with an underscore.';
  if (name !== name.toLowerCase()) return 'A name has no capitals.';
  const bad = NEVER_IN_TEMPLATES.find((character) => name.includes(character));
  return bad === undefined ? undefined : `A name has no “${bad === ' ' ? 'blank' : bad}” in it.`;
};
