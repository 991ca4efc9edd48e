import { formatJson } from '../../json/format_json';
import { GROUPS, PAGE_SIZE, metricNames } from '../query_builder/names';
import { filterClause, lineClause, printQuery, windowClause } from '../query_builder/print_query';
import type { Json } from '../query_builder/print_query';
import type { VisualQuery } from '../query_builder/visual_query';
import type { MeasureOf } from '../threshold/measures';
import type { Answers } from './answers';

/** One in twenty is slower. */
const SLOW_PERCENT = 95;

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

const ofLevel = (answers: Answers): Pick<VisualQuery, 'filters' | 'line'> => {
  const values = levelValues(answers);
  if (answers.levelField !== '') {
    return { filters: [{ field: answers.levelField, test: { kind: 'one_of', values } }] };
  }
  const any = values.join(' OR ');
  const text = USUAL_LEVELS.map((field) => `${field}:(${any})`).join(' OR ');
  return { filters: [], line: { language: 'lucene', text, lenient: true } };
};

const levelClause = (answers: Answers): Json => {
  const { filters, line } = ofLevel(answers);
  return line ? lineClause(line) : filterClause(filters[0]);
};

const overSpan = ({ timeField, span }: Answers): VisualQuery => ({
  timeField,
  lookBack: { kind: 'span', ...span },
  filters: [],
  metrics: [],
  groupBy: [],
  documents: 0,
});

/** Of each service its documents, and how long its slowest twentieth took at least. */
const slowQuery = (answers: Answers): VisualQuery => ({
  ...overSpan(answers),
  metrics: [{ kind: 'percentile', field: answers.durationField, percent: SLOW_PERCENT }],
  groupBy: [answers.serviceField],
});

/** The lines that count as errors, and the newest of them. */
export const errorLines = (answers: Answers): string =>
  printQuery({ ...overSpan(answers), ...ofLevel(answers), documents: 5 });

/** All documents of the span, counted only. */
export const allLines = (answers: Answers): string => printQuery(overSpan(answers));

/** Of each service all documents, and those that are errors. */
export const errorsByService = (answers: Answers): string => {
  const { serviceField: field } = answers;
  const body: Json = {
    size: 0,
    query: { bool: { filter: [windowClause(overSpan(answers))] } },
    aggregations: {
      [GROUPS]: {
        composite: { size: PAGE_SIZE, sources: [{ service: { terms: { field } } }] },
        aggregations: { errors: { filter: levelClause(answers) } },
      },
    },
  };
  return formatJson(JSON.stringify(body));
};

export const durationsByService = (answers: Answers): string => printQuery(slowQuery(answers));

/** Where a bucket of `durationsByService` holds its percentile. */
export const durationPath = (answers: Answers): string =>
  `${metricNames(slowQuery(answers).metrics)[0]}[${SLOW_PERCENT}]`;

/** What that percentile is of, for words about it. */
export const durationMeasure = (answers: Answers): MeasureOf => ({
  kind: 'percentile',
  percent: `${SLOW_PERCENT}.0`,
  field: answers.durationField,
  name: metricNames(slowQuery(answers).metrics)[0],
});
