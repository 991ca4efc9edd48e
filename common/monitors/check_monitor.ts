import type { FieldProblem } from '../errors';
import type { Action, Monitor } from './monitor';
import { wrappedTriggersOf } from './monitor';
import { kindOf, unwrap } from './trigger';
import type { WrappedTrigger } from './trigger';
import { parseTemplate } from '../notifications/templates/template';
import { kindProblems } from './check_kind';

const templateProblems = (source: string | undefined, field: string): FieldProblem[] => {
  const parsed = parseTemplate(source ?? '');
  if (parsed.ok) return [];
  const { message, line, column } = parsed;
  return [{ field, message, line, column }];
};

const TEMPLATES = [
  'subject_template',
  'message_template',
  'recovery_subject_template',
  'recovery_message_template',
] as const;

const throttleProblems = (action: Action, field: string): FieldProblem[] =>
  action.throttle_enabled && !action.throttle
    ? [
        {
          field: `${field}.throttle.value`,
          message: 'The throttle is on, but for how long is not said: give a time, or turn it off.',
        },
      ]
    : [];

const actionProblems = (action: Action, field: string): FieldProblem[] => [
  ...TEMPLATES.flatMap((name) => templateProblems(action[name]?.source, `${field}.${name}.source`)),
  ...throttleProblems(action, field),
];

/** Every item whose id an earlier one has. */
const duplicateProblems = (
  items: ReadonlyArray<{ id: string }>,
  what: string,
  fieldOf: (i: number) => string
): FieldProblem[] =>
  items.flatMap(({ id }, i) =>
    items.findIndex((other) => other.id === id) < i
      ? [{ field: fieldOf(i), message: `Two ${what} have the id ${id}; each needs its own.` }]
      : []
  );

const fieldOfTrigger = (wrapped: WrappedTrigger, i: number): string =>
  `triggers.${i}.${kindOf(wrapped)}`;

const triggerProblems = (wrapped: WrappedTrigger, i: number): FieldProblem[] => {
  const { actions } = unwrap(wrapped);
  const fieldOf = (j: number) => `${fieldOfTrigger(wrapped, i)}.actions.${j}`;
  return [
    ...duplicateProblems(actions, 'actions of a trigger', (j) => `${fieldOf(j)}.id`),
    ...actions.flatMap((action, j) => actionProblems(action, fieldOf(j))),
  ];
};

const labelProblems = (monitor: Monitor, field: 'labels' | 'annotations'): FieldProblem[] =>
  Object.entries(monitor[field] ?? {}).flatMap(([name, text]) =>
    templateProblems(text, `${field}.${name}`)
  );

/** What can never run, each at its field: what every type of monitor has, then what its own type asks for. */
export const problemsOfMonitor = (monitor: Monitor): FieldProblem[] => {
  const triggers = wrappedTriggersOf(monitor);
  return [
    ...labelProblems(monitor, 'labels'),
    ...labelProblems(monitor, 'annotations'),
    ...duplicateProblems(
      triggers.map(unwrap),
      'triggers',
      (i) => `${fieldOfTrigger(triggers[i], i)}.id`
    ),
    ...triggers.flatMap(triggerProblems),
    ...kindProblems(monitor),
  ];
};
