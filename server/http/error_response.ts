import type {
  IOpenSearchDashboardsResponse,
  OpenSearchDashboardsResponseFactory,
} from 'opensearch-dashboards/server';
import type { ErrorCode, WatchkeeperError } from '../../common/errors';

/** The one place where kinds of errors become HTTP statuses. */
const STATUS: Readonly<Record<ErrorCode, number>> = {
  invalid_input: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  cluster_refused: 422,
  blocked_address: 422,
  no_encryption_key: 422,
  too_busy: 429,
  internal: 500,
  cluster_unreachable: 503,
};

export const statusOf = (code: ErrorCode): number => STATUS[code];

/** `{statusCode, error, message, attributes: {code, ...details}}` */
export const errorResponse = (
  response: OpenSearchDashboardsResponseFactory,
  error: WatchkeeperError
): IOpenSearchDashboardsResponse =>
  response.customError({
    statusCode: statusOf(error.code),
    body: { message: error.message, attributes: { code: error.code, ...error.details } },
  });
