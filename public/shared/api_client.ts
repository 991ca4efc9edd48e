import type { HttpFetchOptions, HttpSetup } from 'opensearch-dashboards/public';
import type { ErrorCode, ErrorDetails, FieldProblem } from '../../common/errors';
import { isRecord } from '../../common/json/record';
import { pagePresence } from './presence';
import type { Presence } from './presence';

/** `network`: no answer from the host at all. */
export type ApiErrorCode = ErrorCode | 'network';

/** A refusal by the server, or no answer. `statusCode` is 0 when there was none. */
export class ApiError extends Error {
  constructor(
    readonly code: ApiErrorCode,
    message: string,
    readonly statusCode: number,
    readonly details: ErrorDetails = {}
  ) {
    super(message);
    this.name = 'ApiError';
  }

  /** What is wrong with the input, by field. */
  get problems(): FieldProblem[] {
    return this.details.problems ?? [];
  }
}

const isProblem = (value: unknown): value is FieldProblem =>
  isRecord(value) && typeof value.field === 'string' && typeof value.message === 'string';

const CODE_OF_STATUS: Record<number, ErrorCode> = {
  400: 'invalid_input',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  429: 'too_busy',
};

/** The wire error `{statusCode, error, message, attributes: {code, problems, ...}}`, or whatever else was thrown. */
export const toApiError = (thrown: unknown): ApiError => {
  if (thrown instanceof ApiError) return thrown;
  const fetchError = isRecord(thrown) ? thrown : {};
  const body = isRecord(fetchError.body) ? fetchError.body : undefined;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const status = isRecord(fetchError.response) ? Number(fetchError.response.status) || 0 : 0;
  if (!body) return new ApiError(status ? 'internal' : 'network', message, status);
  const attributes = isRecord(body.attributes) ? body.attributes : {};
  const statusCode = Number(body.statusCode) || status;
  const code =
    typeof attributes.code === 'string'
      ? (attributes.code as ErrorCode)
      : (CODE_OF_STATUS[statusCode] ?? 'internal');
  const problems = Array.isArray(attributes.problems) ? attributes.problems.filter(isProblem) : [];
  return new ApiError(
    code,
    typeof body.message === 'string' && body.message ? body.message : message,
    statusCode,
    { ...attributes, problems }
  );
};

type QueryValues = Record<string, string | number | boolean | undefined>;

export interface ApiClient {
  get<T>(path: string, options?: { query?: QueryValues; signal?: AbortSignal }): Promise<T>;
  post<T>(path: string, body?: unknown, options?: { signal?: AbortSignal }): Promise<T>;
  put<T>(path: string, body: unknown): Promise<T>;
  delete<T>(path: string, options?: { query?: QueryValues }): Promise<T>;
}

const definedOnly = (query: QueryValues = {}): HttpFetchOptions['query'] =>
  Object.fromEntries(
    Object.entries(query).flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [[key, value]]
    )
  );

const answerOf = async <T>(call: Promise<T>): Promise<T> => {
  try {
    return await call;
  } catch (thrown) {
    throw toApiError(thrown);
  }
};

/**
 * The plugin's routes over the host's HTTP. Everything that fails is an `ApiError`.
 *
 * Pages read again every few seconds. While nobody is there, that is marked as the system's own doing, so that a session
 * ends when its user has left; whatever changes something is a person's.
 */
export const createApi = (http: HttpSetup, presence: Presence = pagePresence()): ApiClient => ({
  get: <T>(path: string, { query, signal }: { query?: QueryValues; signal?: AbortSignal } = {}) =>
    answerOf(
      http.get<T>(path, {
        ...{ query: definedOnly(query), signal },
        ...(presence.isSomebodyThere() ? {} : { asSystemRequest: true }),
      })
    ),
  post: <T>(path: string, body: unknown = {}, { signal }: { signal?: AbortSignal } = {}) =>
    answerOf(http.post<T>(path, { body: JSON.stringify(body), signal })),
  put: <T>(path: string, body: unknown) =>
    answerOf(http.put<T>(path, { body: JSON.stringify(body) })),
  delete: <T>(path: string, { query }: { query?: QueryValues } = {}) =>
    answerOf(http.delete<T>(path, { query: definedOnly(query) })),
});
