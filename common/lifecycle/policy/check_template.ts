import { isRecord } from '../../json/record';
import type { PolicyProblem } from './policy';
import { overlap } from '../templates/patterns';
import { MOST_INT } from '../actions/check_param';
import { readPolicy, templatesOf } from './read_policy';

/** Characters that no name of an index has, apart from the asterisk of a pattern. */
const NEVER = [' ', '"', '\\', '<', '|', ',', '>', '/', '?'];

/** One that begins with a minus leaves indices out. */
const isExclusion = (pattern: string): boolean => pattern.startsWith('-');

const faultOf = (pattern: unknown): string | undefined => {
  if (typeof pattern !== 'string' || pattern === '') return 'It must be a pattern of names.';
  const name = isExclusion(pattern) ? pattern.slice(1) : pattern;
  if (name === '') return 'After the minus must stand what is left out.';
  if (name.includes('#') || name.includes(':')) return 'No index has # or : in its name.';
  if (name.startsWith('_')) return 'No index begins with an underscore.';
  const bad = NEVER.find((character) => name.includes(character));
  return bad === undefined ? undefined : `No index has “${bad}” in its name.`;
};

const checkPatterns = (patterns: unknown, place: number): PolicyProblem[] => {
  const path = ['ism_template', place, 'index_patterns'];
  if (!Array.isArray(patterns) || patterns.length === 0) {
    return [{ path, message: 'A template needs a pattern of names.' }];
  }
  const faults = patterns.flatMap((pattern: unknown, i) => {
    const message = faultOf(pattern);
    return message === undefined ? [] : [{ path: [...path, i], message }];
  });
  const only = patterns.every((pattern) => typeof pattern === 'string' && isExclusion(pattern));
  return only
    ? [...faults, { path, message: 'A template that only leaves out takes in nothing.' }]
    : faults;
};

const MEMBERS = ['index_patterns', 'priority', 'last_updated_time'];

const checkTemplate = (template: unknown, place: number): PolicyProblem[] => {
  const path = ['ism_template', place];
  if (!isRecord(template)) return [{ path, message: 'A template is an object.' }];
  const { index_patterns: patterns, priority } = template;
  // Null is none here.
  const number = priority ?? 0;
  const good = Number.isInteger(number) && Number(number) >= 0 && Number(number) <= MOST_INT;
  return [
    ...Object.keys(template)
      .filter((name) => !MEMBERS.includes(name))
      .map((name) => ({
        path: [...path, name],
        message: `The server knows no “${name}” in a template.`,
      })),
    ...checkPatterns(patterns, place),
    ...(good
      ? []
      : [{ path: [...path, 'priority'], message: 'It must be a whole number, 0 or more.' }]),
  ];
};

/** As the server compares them: what is left out counts as a pattern like any other, its minus included. */
const collide = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((a) => other.some((b) => overlap(a, b)));

/** Of two templates of one policy that take in the same names, the priority has to tell which one counts. */
const checkAmong = (value: unknown): PolicyProblem[] => {
  const templates = readPolicy({ ism_template: value }).ism_template;
  return templates.flatMap((own, place) => {
    const other = templates
      .slice(0, place)
      .find(
        ({ priority, index_patterns: patterns }) =>
          priority === own.priority && collide(own.index_patterns, patterns)
      );
    const message = `Another template of this policy takes in the same names with the same priority ${own.priority}: give them different ones.`;
    return other ? [{ path: ['ism_template', place, 'priority'], message }] : [];
  });
};

/** What the server refuses of the templates by themselves; conflicts with other policies need those. */
export const checkTemplates = (value: unknown): PolicyProblem[] => [
  ...((value ?? null) === null || typeof value === 'object'
    ? []
    : [{ path: ['ism_template'], message: 'It must be a list of templates.' }]),
  ...templatesOf(value).flatMap(checkTemplate),
  ...checkAmong(value),
];
