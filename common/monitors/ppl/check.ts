import type { FieldProblem } from '../../errors';
import type { PplMonitor } from '../monitor';
import type { PplTrigger } from '../trigger';
import { PPL_VARIABLES, unknownVariables } from './query';

export const PPL_QUERY_FIELD = 'inputs.0.ppl_input.query';

/** The field of a trigger's own clause. */
export const clauseField = (
  trigger: number,
  which: 'custom_condition' | 'recovery_condition' = 'custom_condition'
): string =>
  `triggers.${trigger}.ppl_trigger.${which}${which === 'custom_condition' ? '' : '.script.source'}`;

const SQL = /^\s*(?:select|with|insert|update|delete)\b/i;
const NOT_WHERE = /^\s*\|?\s*(?!where\b)/i;

const variableProblems = (text: string, field: string): FieldProblem[] =>
  unknownVariables(text).map((name) => ({
    field,
    message: `Nothing is known as {{${name}}}: write one of ${PPL_VARIABLES.map((known) => `{{${known}}}`).join(', ')}.`,
  }));

const clauseProblems = (clause: string, field: string): FieldProblem[] =>
  NOT_WHERE.test(clause)
    ? [{ field, message: 'The condition is a command of PPL that begins with where.' }]
    : variableProblems(clause, field);

const triggerProblems = (trigger: PplTrigger, i: number): FieldProblem[] => {
  const recovery = trigger.recovery_condition?.script.source;
  return [
    ...(trigger.type === 'custom'
      ? clauseProblems(trigger.custom_condition ?? '', clauseField(i))
      : []),
    ...(recovery === undefined
      ? []
      : clauseProblems(recovery, clauseField(i, 'recovery_condition'))),
  ];
};

/** What can never run about a monitor in PPL, each at its field; whether the query parses, the cluster says. */
export const pplProblems = (monitor: PplMonitor): FieldProblem[] => {
  const { query } = monitor.inputs[0].ppl_input;
  const isSql = SQL.test(query);
  const message = 'SQL is not understood here: write the query in PPL, beginning with source=.';
  return [
    ...(isSql ? [{ field: PPL_QUERY_FIELD, message }] : variableProblems(query, PPL_QUERY_FIELD)),
    ...monitor.triggers.flatMap(({ ppl_trigger: trigger }, i) => triggerProblems(trigger, i)),
  ];
};
