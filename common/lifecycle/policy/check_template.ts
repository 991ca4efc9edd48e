import { isRecord } from '../../json/record';
import { phrase } from '../../phrase';
import type { Path, PolicyProblem } from './policy';
import { refused } from './refused';
import { overlap } from '../templates/patterns';
import { MOST_INT } from '../actions/check_param';
import { readPolicy, templatesOf } from './read_policy';

/** Characters that no name of an index has, apart from the asterisk of a pattern. */
const NEVER = [' ', '"', '\\', '<', '|', ',', '>', '/', '?'];

/** One that begins with a minus leaves indices out. */
const isExclusion = (pattern: string): boolean => pattern.startsWith('-');

const faultsOf = (pattern: unknown, path: Path): PolicyProblem[] => {
  if (typeof pattern !== 'string' || pattern === '')
    return refused(
      path,
      phrase('watchkeeper.lifecycle.refusals.patternOfNames', 'It must be a pattern of names.')
    );
  const name = isExclusion(pattern) ? pattern.slice(1) : pattern;
  if (name === '')
    return refused(
      path,
      phrase(
        'watchkeeper.lifecycle.refusals.bareMinus',
        'After the minus must stand what is left out.'
      )
    );
  if (name.includes('#') || name.includes(':'))
    return refused(
      path,
      phrase('watchkeeper.lifecycle.refusals.hashOrColon', 'No index has # or : in its name.')
    );
  if (name.startsWith('_'))
    return refused(
      path,
      phrase('watchkeeper.lifecycle.refusals.underscore', 'No index begins with an underscore.')
    );
  const bad = NEVER.find((character) => name.includes(character));
  return bad === undefined
    ? []
    : refused(
        path,
        phrase(
          'watchkeeper.lifecycle.refusals.badCharacter',
          'No index has “{character}” in its name.'
        ),
        { character: bad }
      );
};

const checkPatterns = (patterns: unknown, place: number): PolicyProblem[] => {
  const path = ['ism_template', place, 'index_patterns'];
  if (!Array.isArray(patterns) || patterns.length === 0) {
    return refused(
      path,
      phrase('watchkeeper.lifecycle.refusals.noPattern', 'A template needs a pattern of names.')
    );
  }
  const faults = patterns.flatMap((pattern: unknown, i) => faultsOf(pattern, [...path, i]));
  const only = patterns.every((pattern) => typeof pattern === 'string' && isExclusion(pattern));
  return only
    ? [
        ...faults,
        ...refused(
          path,
          phrase(
            'watchkeeper.lifecycle.refusals.onlyExclusions',
            'A template that only leaves out takes in nothing.'
          )
        ),
      ]
    : faults;
};

const MEMBERS = ['index_patterns', 'priority', 'last_updated_time'];

const checkTemplate = (template: unknown, place: number): PolicyProblem[] => {
  const path = ['ism_template', place];
  if (!isRecord(template))
    return refused(
      path,
      phrase('watchkeeper.lifecycle.refusals.templateObject', 'A template is an object.')
    );
  const { index_patterns: patterns, priority } = template;
  // Null is none here.
  const number = priority ?? 0;
  const good = Number.isInteger(number) && Number(number) >= 0 && Number(number) <= MOST_INT;
  return [
    ...Object.keys(template)
      .filter((name) => !MEMBERS.includes(name))
      .flatMap((name) =>
        refused(
          [...path, name],
          phrase(
            'watchkeeper.lifecycle.refusals.unknownInTemplate',
            'The server knows no “{name}” in a template.'
          ),
          { name }
        )
      ),
    ...checkPatterns(patterns, place),
    ...(good
      ? []
      : refused(
          [...path, 'priority'],
          phrase(
            'watchkeeper.lifecycle.refusals.wholeNumber',
            'It must be a whole number, {min} or more.'
          ),
          { min: { count: 0 } }
        )),
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
    return other
      ? refused(
          ['ism_template', place, 'priority'],
          phrase(
            'watchkeeper.lifecycle.refusals.templatesMeet',
            'Another template of this policy takes in the same names with the same priority {priority}: give them different ones.'
          ),
          { priority: String(own.priority) }
        )
      : [];
  });
};

/** What the server refuses of the templates by themselves; conflicts with other policies need those. */
export const checkTemplates = (value: unknown): PolicyProblem[] => [
  ...((value ?? null) === null || typeof value === 'object'
    ? []
    : refused(
        ['ism_template'],
        phrase('watchkeeper.lifecycle.refusals.templateList', 'It must be a list of templates.')
      )),
  ...templatesOf(value).flatMap(checkTemplate),
  ...checkAmong(value),
];
