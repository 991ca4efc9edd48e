import type {
  IOpenSearchDashboardsResponse,
  OpenSearchDashboardsResponseFactory,
  RequestHandler,
  RouteValidationFunction,
} from 'opensearch-dashboards/server';
import { z } from 'zod';
import { errorContent, savedObjectsErrors } from './errors';

export const listSchema = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => [value].flat());
export const flagSchema = z.stringbool({ truthy: ['true'], falsy: ['false'] }).default(false);

/** Text that holds JSON, as it comes in a query or in a field of a form. */
export function parseJson(value: unknown): unknown {
  try {
    return typeof value === 'string' ? JSON.parse(value) : value;
  } catch {
    return value;
  }
}

export function validator<T>(schema: z.ZodType<T>): RouteValidationFunction<T> {
  return (data, { ok, badRequest }) => {
    const parsed = schema.safeParse(data ?? {});
    if (parsed.success) return ok(parsed.data);
    const issue = parsed.error.issues[0];
    return badRequest(issue?.message ?? 'Invalid', issue?.path.map(String));
  };
}

/** Errors of the client leave with their own status, message and attributes. */
export function answering<P, Q, B>(handler: RequestHandler<P, Q, B>): RequestHandler<P, Q, B> {
  return async (context, request, response) => {
    try {
      return await handler(context, request, response);
    } catch (error) {
      return clientError(error, response);
    }
  };
}

function clientError(
  error: unknown,
  response: OpenSearchDashboardsResponseFactory
): IOpenSearchDashboardsResponse {
  if (!(error instanceof Error) || !isBoom(error)) throw error;
  const { statusCode, message } = errorContent(error);
  const attributes = attributesOf(error);
  return response.customError({
    statusCode,
    body: { message, ...(attributes === undefined ? {} : { attributes }) },
  });
}

function isBoom(error: Error): boolean {
  return savedObjectsErrors.isSavedObjectsClientError(error) || 'isBoom' in error;
}

function attributesOf(error: Error): Record<string, unknown> | undefined {
  const { output } = error as Error & {
    output?: { payload?: { attributes?: Record<string, unknown> } };
  };
  return output?.payload?.attributes;
}
