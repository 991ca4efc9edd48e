import type { Sentence } from './sentence';

/**
 * What can go wrong, by kind. Each kind has one HTTP status (`server/http/error_response.ts`), and travels to the
 * browser as `attributes.code`.
 */
export type ErrorCode =
  | 'invalid_input'
  | 'not_found'
  | 'conflict'
  | 'forbidden'
  | 'unauthenticated'
  | 'cluster_refused'
  | 'cluster_unreachable'
  | 'no_encryption_key'
  | 'blocked_address'
  | 'too_busy'
  | 'internal';

/** One thing that is wrong with an input: where it is, what is wrong, and, where known, the position in a text. */
export interface FieldProblem {
  /** Dotted path into the input, for example `triggers.0.condition`. Empty for the whole. */
  field: string;
  message: string;
  /** The same for pages, where it can be said in other languages. */
  said?: Sentence;
  /** 1-based, in the text that the field holds. */
  line?: number;
  column?: number;
}

export interface ErrorDetails {
  /** Ids, names or permissions that a reader needs to act. */
  [key: string]: unknown;
  problems?: FieldProblem[];
}

/** The one error type that services throw on purpose. Everything else is a defect and becomes a 500. */
export class WatchkeeperError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: ErrorDetails = {}
  ) {
    super(message);
    this.name = 'WatchkeeperError';
  }
}

/** An input that a person can mend: each problem names its field. */
export const invalidInput = (problems: FieldProblem[]): WatchkeeperError =>
  new WatchkeeperError(
    'invalid_input',
    problems
      .map(({ field, message }) => (field ? `${field}: ${message}` : message))
      // Sentences end by themselves.
      .reduce(
        (text, next) => (text ? `${text}${text.endsWith('.') ? '' : ';'} ${next}` : next),
        ''
      ),
    { problems }
  );

export const notFound = (what: string, id: string): WatchkeeperError =>
  new WatchkeeperError('not_found', `There is no ${what} with the id ${id}.`, { id });

/** The message of anything that was thrown. */
export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
