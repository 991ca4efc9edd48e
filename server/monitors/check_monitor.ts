import { invalidInput } from '../../common/errors';
import type { FieldProblem } from '../../common/errors';
import { JsonSyntaxError } from '../../common/json/lossless';
import { messageOf } from '../../common/errors';
import { parseCondition } from '../../common/monitors/conditions/condition';
import type { Action, Monitor, QueryLevelTrigger } from '../../common/monitors/monitor';
import { isSearchMonitor, triggersOf, wrappedTriggersOf } from '../../common/monitors/monitor';
import { kindOf, unwrap } from '../../common/monitors/trigger';
import { compileQuery } from '../../common/monitors/query';
import { parseTemplate } from '../../common/notifications/templates/template';

export const QUERY_FIELD = 'inputs.0.search.query';
export const INDICES_FIELD = 'inputs.0.search.indices';

const queryProblems = (query: string): FieldProblem[] => {
  try {
    compileQuery(query, 1);
    return [];
  } catch (error) {
    const place =
      error instanceof JsonSyntaxError ? { line: error.line, column: error.column } : {};
    return [{ field: QUERY_FIELD, message: messageOf(error), ...place }];
  }
};

export const conditionField = (trigger: number): string =>
  `triggers.${trigger}.query_level_trigger.condition.script.source`;

const conditionProblems = (trigger: QueryLevelTrigger, i: number): FieldProblem[] => {
  const parsed = parseCondition(trigger.condition.script.source);
  if (parsed.kind !== 'error') return [];
  const { message, line, column } = parsed;
  return [{ field: conditionField(i), message, line, column }];
};

const templateProblems = (source: string | undefined, field: string): FieldProblem[] => {
  const parsed = parseTemplate(source ?? '');
  if (parsed.ok) return [];
  const { message, line, column } = parsed;
  return [{ field, message, line, column }];
};

const actionProblems = (action: Action, trigger: string, i: number): FieldProblem[] => {
  const field = `${trigger}.actions.${i}`;
  return [
    ...templateProblems(action.subject_template?.source, `${field}.subject_template.source`),
    ...templateProblems(action.message_template.source, `${field}.message_template.source`),
  ];
};

const duplicates = (ids: string[]): string[] => [
  ...new Set(ids.filter((id, i) => ids.indexOf(id) !== i)),
];

const idProblems = (monitor: Monitor): FieldProblem[] =>
  duplicates(triggersOf(monitor).map(({ id }) => id)).map((id) => ({
    field: 'triggers',
    message: `Two triggers have the id ${id}; each needs its own.`,
  }));

/**
 * Refuses at the door what can never run, with the place and the reason.
 *
 * @throws WatchkeeperError `invalid_input`
 */
export const checkMonitor = (monitor: Monitor): void => {
  const problems = [
    ...(isSearchMonitor(monitor) ? queryProblems(monitor.inputs[0].search.query) : []),
    ...idProblems(monitor),
    ...wrappedTriggersOf(monitor).flatMap((wrapped, i) => [
      ...('query_level_trigger' in wrapped
        ? conditionProblems(wrapped.query_level_trigger, i)
        : []),
      ...unwrap(wrapped).actions.flatMap((action, j) =>
        actionProblems(action, `triggers.${i}.${kindOf(wrapped)}`, j)
      ),
    ]),
  ];
  if (problems.length > 0) throw invalidInput(problems);
};
