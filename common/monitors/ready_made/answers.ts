/** Monitors to begin with: each answers something that people want to know. */
export const READY_MADE = [
  'error_logs',
  'no_logs',
  'error_rate',
  'slow_service',
  'disk_watermark',
  'red_cluster',
] as const;
export type ReadyMade = (typeof READY_MADE)[number];

export const isReadyMade = (name: string): name is ReadyMade =>
  READY_MADE.some((known) => known === name);

export const SPAN_UNITS = ['m', 'h', 'd'] as const;
export type SpanUnit = (typeof SPAN_UNITS)[number];

/** How far a run looks back from its end. */
export interface Span {
  amount: number;
  unit: SpanUnit;
}

/** Which lines count as errors. */
export const LEVELS = ['errors', 'warnings'] as const;
export type Levels = (typeof LEVELS)[number];

/** The blanks of a question, as its page fills them in. A question uses those that it needs. */
export interface Answers {
  indices: string[];
  timeField: string;
  /** Empty where the mapping names none: then the usual ones are tried. */
  levelField: string;
  levels: Levels;
  /** By whose values services are told apart. */
  serviceField: string;
  /** How long something took, in the unit that it is stored in. */
  durationField: string;
  /** A number of documents, per cent, or a duration. */
  threshold: number;
  span: Span;
}

const THRESHOLDS: Readonly<Record<ReadyMade, number>> = {
  error_logs: 5,
  no_logs: 1,
  error_rate: 5,
  slow_service: 1000,
  disk_watermark: 15,
  red_cluster: 0,
};

const SPANS: Readonly<Record<ReadyMade, Span>> = {
  error_logs: { amount: 1, unit: 'h' },
  no_logs: { amount: 10, unit: 'm' },
  error_rate: { amount: 15, unit: 'm' },
  slow_service: { amount: 15, unit: 'm' },
  disk_watermark: { amount: 1, unit: 'm' },
  red_cluster: { amount: 1, unit: 'm' },
};

/** What a question begins with, before anything is known of the indices. */
export const firstAnswers = (which: ReadyMade): Answers => ({
  indices: [],
  timeField: '@timestamp',
  levelField: '',
  levels: 'errors',
  serviceField: 'kubernetes.container_name',
  durationField: '',
  threshold: THRESHOLDS[which],
  span: SPANS[which],
});

/** Which blanks a question has. */
export const blanksOf = (which: ReadyMade): ReadonlySet<keyof Answers> => {
  switch (which) {
    case 'error_logs':
      return new Set(['indices', 'timeField', 'levelField', 'levels', 'threshold', 'span']);
    case 'no_logs':
      return new Set(['indices', 'timeField', 'threshold', 'span']);
    case 'error_rate':
      return new Set([
        ...(['indices', 'timeField', 'levelField', 'levels', 'serviceField'] as const),
        ...(['threshold', 'span'] as const),
      ]);
    case 'slow_service':
      return new Set([
        ...(['indices', 'timeField', 'serviceField', 'durationField'] as const),
        ...(['threshold', 'span'] as const),
      ]);
    case 'disk_watermark':
      return new Set(['threshold']);
    case 'red_cluster':
      return new Set();
  }
};

/** Whether a question is about documents of indices. */
export const asksIndices = (which: ReadyMade): boolean => blanksOf(which).has('indices');

/** The blanks that must be filled in before there is a monitor. */
export const missingAnswers = (which: ReadyMade, answers: Answers): Array<keyof Answers> => {
  const blanks = blanksOf(which);
  const isMissing = (blank: keyof Answers): boolean => {
    if (!blanks.has(blank)) return false;
    switch (blank) {
      case 'indices':
        return answers.indices.length === 0;
      case 'timeField':
      case 'serviceField':
      case 'durationField':
        return answers[blank] === '';
      case 'threshold':
        return !Number.isFinite(answers.threshold) || answers.threshold < 0;
      case 'span':
        return !Number.isInteger(answers.span.amount) || answers.span.amount < 1;
      default:
        return false;
    }
  };
  return (Object.keys(answers) as Array<keyof Answers>).filter(isMissing);
};
