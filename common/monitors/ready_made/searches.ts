import type { Answers } from './answers';

type Clause = Record<string, unknown>;

const ERROR_WORDS = ['ERROR', 'FATAL', 'CRITICAL'];
const WARNING_WORDS = ['WARN', 'WARNING'];

/** As shippers write a word. */
const spellings = (word: string): string[] => [
  word,
  word.toLowerCase(),
  word.charAt(0) + word.slice(1).toLowerCase(),
];

/** The values of a level that count, as the common log shippers write them. */
export const levelValues = ({ levels }: Pick<Answers, 'levels'>): string[] =>
  [...ERROR_WORDS, ...(levels === 'warnings' ? WARNING_WORDS : [])].flatMap(spellings);

/** Tried where the mapping names no level; a field that an index does not have matches nothing. */
const USUAL_LEVELS = ['level', 'log.level', 'severity'];

const levelClause = (answers: Answers): Clause => {
  const values = levelValues(answers);
  if (answers.levelField !== '') return { terms: { [answers.levelField]: values } };
  const any = values.join(' OR ');
  const query = USUAL_LEVELS.map((field) => `${field}:(${any})`).join(' OR ');
  return { query_string: { query, lenient: true } };
};

const spanClause = ({ timeField, span }: Answers): Clause => ({
  range: {
    [timeField]: {
      gte: `{{period_end}}||-${span.amount}${span.unit}`,
      lt: '{{period_end}}',
      format: 'epoch_millis',
    },
  },
});

const textOf = (body: Clause): string => JSON.stringify(body, null, 2);

const MOST_SERVICES = 1000;

const byService = ({ serviceField }: Answers, within: Clause): Clause => ({
  services: {
    composite: {
      size: MOST_SERVICES,
      sources: [{ service: { terms: { field: serviceField } } }],
    },
    aggregations: within,
  },
});

/** The lines that count as errors, and the newest of them. */
export const errorLines = (answers: Answers): string =>
  textOf({
    size: 5,
    query: { bool: { filter: [spanClause(answers), levelClause(answers)] } },
    sort: [{ [answers.timeField]: { order: 'desc' } }],
  });

/** All documents of the span, counted only. */
export const allLines = (answers: Answers): string =>
  textOf({ size: 0, query: { bool: { filter: [spanClause(answers)] } } });

/** Of each service all documents, and those that are errors. */
export const errorsByService = (answers: Answers): string =>
  textOf({
    size: 0,
    query: { bool: { filter: [spanClause(answers)] } },
    aggregations: byService(answers, { errors: { filter: levelClause(answers) } }),
  });

/** Of each service how long its slowest twentieth took at least. */
export const durationsByService = (answers: Answers): string =>
  textOf({
    size: 0,
    query: { bool: { filter: [spanClause(answers)] } },
    aggregations: byService(answers, {
      slow: { percentiles: { field: answers.durationField, percents: [95] } },
    }),
  });
