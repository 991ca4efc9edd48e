import type {
  CustomHttpResponseOptions,
  ErrorHttpResponseOptions,
  HttpResponsePayload,
  OpenSearchDashboardsResponseFactory,
  ResponseError,
  ResponseHeaders,
} from 'opensearch-dashboards/server';

/** An answer of a route handler. The router takes no other object for one. */
export class OpenSearchDashboardsResponse {
  constructor(
    readonly status: number,
    readonly payload: HttpResponsePayload | ResponseError,
    readonly options: { headers?: ResponseHeaders }
  ) {}
}

const error =
  (status: number, text: string) =>
  ({ body, ...options }: ErrorHttpResponseOptions = {}) =>
    new OpenSearchDashboardsResponse(status, body || text, options);

const success =
  (status: number) =>
  ({ body, ...options }: { body?: HttpResponsePayload; headers?: ResponseHeaders } = {}) =>
    new OpenSearchDashboardsResponse(status, body, options);

function custom({
  statusCode,
  body,
  ...options
}: CustomHttpResponseOptions<HttpResponsePayload | ResponseError>) {
  if (!statusCode) throw new Error('A custom response needs a statusCode.');
  return new OpenSearchDashboardsResponse(statusCode, body, options);
}

function customError(options: CustomHttpResponseOptions<ResponseError>) {
  if (options.statusCode < 400 || options.statusCode > 599) {
    throw new Error(`An error's statusCode is 400 to 599, not ${options.statusCode}.`);
  }
  return custom(options);
}

/** The `response` that every handler gets. */
export const responseFactory: OpenSearchDashboardsResponseFactory = {
  ok: success(200),
  accepted: success(202),
  noContent: ({ headers } = {}) => new OpenSearchDashboardsResponse(204, undefined, { headers }),
  redirected: success(302),
  badRequest: error(400, 'Bad Request'),
  unauthorized: error(401, 'Unauthorized'),
  forbidden: error(403, 'Forbidden'),
  notFound: error(404, 'Not Found'),
  conflict: error(409, 'Conflict'),
  internalError: error(500, 'Internal Error'),
  custom,
  customError,
};
