import type { FieldProblem } from '../../errors';
import { textPosition } from '../../json/text_position';
import { parseBooleanExpression, termsOf } from '../boolean_expression';
import type { Term } from '../boolean_expression';
import type { DocQuery } from '../input';
import type { DocLevelMonitor } from '../monitor';
import type { DocumentLevelTrigger } from '../trigger';

const INPUT = 'inputs.0.doc_level_input';

/** Every query that an earlier one shares a name or an id with. */
const duplicates = (queries: readonly DocQuery[], what: 'id' | 'name'): FieldProblem[] =>
  queries.flatMap((query, i) =>
    queries.findIndex((other) => other[what] === query[what]) < i
      ? [
          {
            field: `${INPUT}.queries.${i}.${what}`,
            message: `Two queries have the ${what} ${query[what]}; each needs its own.`,
          },
        ]
      : []
  );

const remoteIndices = (indices: readonly string[]): FieldProblem[] =>
  indices.flatMap((name, i) =>
    name.includes(':')
      ? [
          {
            field: `${INPUT}.indices.${i}`,
            message: `${name} is an index of another cluster, whose new documents cannot be read: watch it with a query-level monitor, or there.`,
          },
        ]
      : []
  );

const listed = (values: readonly string[]): string =>
  values.length === 0 ? 'there is none' : `there is ${[...new Set(values)].join(', ')}`;

/** What is wrong with a term; undefined where it names a query. */
const wrongWith = (
  { subject, field, value }: Term,
  queries: readonly DocQuery[]
): string | undefined => {
  if (subject !== 'query') {
    return `${subject}[…] is not known here: write query[name=…], query[id=…] or query[tag=…].`;
  }
  switch (field) {
    case 'id':
    case 'name': {
      const known = queries.map((query) => query[field]);
      return known.includes(value)
        ? undefined
        : `No query has the ${field} ${value}; ${listed(known)}.`;
    }
    case 'tag': {
      const known = queries.flatMap(({ tags }) => tags);
      return known.includes(value) ? undefined : `No query has the tag ${value}; ${listed(known)}.`;
    }
    default:
      return `A query has no ${field}: write query[name=…], query[id=…] or query[tag=…].`;
  }
};

const conditionProblems = (
  source: string,
  field: string,
  queries: readonly DocQuery[]
): FieldProblem[] => {
  const parsed = parseBooleanExpression(source);
  if (parsed.kind === 'error') {
    const { message, line, column } = parsed;
    return [{ field, message, line, column }];
  }
  return termsOf(parsed.expression).flatMap((term) => {
    const message = wrongWith(term, queries);
    return message === undefined ? [] : [{ field, message, ...textPosition(source, term.offset) }];
  });
};

const POLICIES = ['for', 'recovery_condition', 'occurrences', 'flapping'] as const;

/** A document is found once: nothing about it can last, come back, or come and go. */
const policyProblems = (trigger: DocumentLevelTrigger, field: string): FieldProblem[] =>
  POLICIES.filter((policy) => trigger[policy] !== undefined).map((policy) => ({
    field: `${field}.${policy}`,
    message: `A document is found once, so ${policy} can never be met: leave it out.`,
  }));

/** What can never run of a document-level monitor, each at its field. */
export const docLevelProblems = ({
  inputs: [input],
  triggers,
}: DocLevelMonitor): FieldProblem[] => {
  const { indices, queries } = input.doc_level_input;
  return [
    ...remoteIndices(indices),
    ...duplicates(queries, 'id'),
    ...duplicates(queries, 'name'),
    ...triggers.flatMap(({ document_level_trigger: trigger }, i) => {
      const field = `triggers.${i}.document_level_trigger`;
      const { source } = trigger.condition.script;
      return [
        ...conditionProblems(source, `${field}.condition.script.source`, queries),
        ...policyProblems(trigger, field),
      ];
    }),
  ];
};
