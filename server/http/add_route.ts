import type { z } from 'zod';
import type {
  IRouter,
  Logger,
  RequestHandler,
  RouteValidationFunction,
} from 'opensearch-dashboards/server';
import { WatchkeeperError } from '../../common/errors';
import { parseInput } from '../../common/parse';
import { createCluster } from '../cluster/cluster';
import { errorResponse } from './error_response';
import { FileAnswer } from './file_answer';
import type { Identity } from './identity';
import { typedError } from './typed_error';
import type { AddRoute, RouteSpec } from './types';

/** The host only hands the input on: parsing happens in the handler, where an error can carry its fields. */
const passOn: RouteValidationFunction<unknown> = (data, { ok }) => ok(data);

const parsed = <S extends z.ZodType>(schema: S | undefined, input: unknown): z.output<S> =>
  schema === undefined ? ({} as z.output<S>) : parseInput(schema, input);

const toTyped = (error: unknown, logger: Logger, route: string): WatchkeeperError => {
  const typed = typedError(error);
  if (error === typed || typed.code !== 'internal') return typed;
  logger.error(
    `${route}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
  );
  return new WatchkeeperError(
    'internal',
    'Something went wrong in Watchkeeper. The log says more.'
  );
};

const register = (
  router: IRouter,
  {
    method,
    path,
    maxBytes,
  }: Pick<RouteSpec<z.ZodType, z.ZodType, z.ZodType, unknown>, 'method' | 'path' | 'maxBytes'>,
  handler: RequestHandler
): void => {
  if (method === 'get') {
    router.get({ path, validate: { params: passOn, query: passOn } }, handler);
    return;
  }
  const validate = { params: passOn, query: passOn, body: passOn };
  const options = maxBytes === undefined ? {} : { options: { body: { maxBytes } } };
  router[method]({ path, validate, ...options }, handler);
};

export const createAddRoute =
  (router: IRouter, identity: Identity, logger: Logger): AddRoute =>
  <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R>(
    spec: RouteSpec<P, Q, B, R>
  ): void => {
    const handler: RequestHandler = async (context, request, response) => {
      try {
        const cluster = createCluster(context.core.opensearch.client.asCurrentUser);
        const caller = await identity.callerOf(cluster, request);
        if (spec.privilege !== 'none') identity.demand(caller, spec.privilege);
        const body = await spec.handler({
          params: parsed(spec.params, request.params),
          query: parsed(spec.query, request.query),
          body: parsed(spec.body, request.body ?? {}),
          caller,
          cluster,
          savedObjects: context.core.savedObjects.client,
          context,
          request,
        });
        if (body instanceof FileAnswer) {
          return response.ok({ body: body.body, headers: body.headers });
        }
        return body === undefined ? response.noContent() : response.ok({ body: body as object });
      } catch (error) {
        return errorResponse(response, toTyped(error, logger, `${spec.method} ${spec.path}`));
      }
    };
    register(router, spec, handler);
  };
