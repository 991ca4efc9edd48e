import type { Boom } from '@hapi/boom';
import * as boom from '@hapi/boom';
import type {
  SavedObjectsErrorHelpers as ErrorHelpers,
  SavedObjectError,
} from 'opensearch-dashboards/server';

const CODE = Symbol('SavedObjectsClientErrorCode');

type Code =
  | 'badRequest'
  | 'notAuthorized'
  | 'forbidden'
  | 'requestEntityTooLarge'
  | 'notFound'
  | 'conflict'
  | 'tooManyRequests'
  | 'opensearchUnavailable'
  | 'generalError';

type CodedError = Boom & { [CODE]?: Code };

/** Makes an error of the saved-object client; one that is such already stays as it is. */
function decorate(error: Error, code: Code, statusCode: number, reason?: string): CodedError {
  if ((error as CodedError)[CODE] !== undefined) return error as CodedError;
  const decorated: CodedError = boom.boomify(error, {
    statusCode,
    message: reason,
    override: false,
  });
  decorated[CODE] = code;
  return decorated;
}

const has = (code: Code) => (error: Error) => (error as CodedError)[CODE] === code;

/** Makes the errors of saved-object clients and tells them apart. */
export const savedObjectsErrors: ErrorHelpers = {
  isSavedObjectsClientError: (error) => Boolean((error as CodedError | undefined)?.[CODE]),
  isBadRequestError: has('badRequest'),
  isNotAuthorizedError: has('notAuthorized'),
  isForbiddenError: has('forbidden'),
  isNotFoundError: has('notFound'),
  isConflictError: has('conflict'),
  createBadRequestError: (reason) => decorate(new Error('Bad Request'), 'badRequest', 400, reason),
  createGenericNotFoundError: (type, id) =>
    decorate(
      type && id ? boom.notFound(`Saved object [${type}/${id}] not found`) : boom.notFound(),
      'notFound',
      404
    ),
  createConflictError: (type, id) =>
    decorate(boom.conflict(`Saved object [${type}/${id}] conflict`), 'conflict', 409),
  decorateBadRequestError: (error, reason) => decorate(error, 'badRequest', 400, reason),
  decorateForbiddenError: (error, reason) => decorate(error, 'forbidden', 403, reason),
  decorateConflictError: (error, reason) => decorate(error, 'conflict', 409, reason),
};

export function unsupportedType(type: string): Error {
  return savedObjectsErrors.createBadRequestError(`Unsupported saved object type: '${type}'`);
}

const BY_STATUS: Record<number, Code> = {
  400: 'badRequest',
  401: 'notAuthorized',
  403: 'forbidden',
  409: 'conflict',
  413: 'requestEntityTooLarge',
  429: 'tooManyRequests',
  503: 'opensearchUnavailable',
};

const UNREACHABLE = ['ConnectionError', 'NoLivingConnectionsError', 'TimeoutError'];

/** Turns what the cluster's client threw into an error of the saved-object client. */
export function fromClusterError(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  if (UNREACHABLE.includes(error.name)) {
    const reason = `The cluster is unavailable: ${error.message}`;
    return decorate(new Error(reason), 'opensearchUnavailable', 503);
  }
  const { statusCode, body } = error as {
    statusCode?: number;
    body?: { error?: { reason?: string } };
  } & Error;
  if (statusCode === 404) return savedObjectsErrors.createGenericNotFoundError();
  const code = statusCode === undefined ? undefined : BY_STATUS[statusCode];
  const reason = body?.error?.reason;
  return decorate(error, code ?? 'generalError', code ? (statusCode ?? 500) : 500, reason);
}

/** An error as it stands beside an object in a bulk answer. */
export function errorContent(error: Error): SavedObjectError {
  const { statusCode, error: name, message } = boom.boomify(error).output.payload;
  return { statusCode, error: name, message };
}
