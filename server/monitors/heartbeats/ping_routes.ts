import type {
  IOpenSearchDashboardsResponse,
  IRouter,
  Logger,
  OpenSearchDashboardsRequest,
  OpenSearchDashboardsResponseFactory,
  RequestHandler,
  RouteValidationFunction,
} from 'opensearch-dashboards/server';
import { WatchkeeperError, messageOf } from '../../../common/errors';
import { PING_PATH } from '../../../common/monitors/heartbeat/api';
import { keptMessage } from '../../../common/monitors/heartbeat/pings';
import type { PingKind } from '../../../common/monitors/heartbeat/pings';
import type { Clock } from '../../clock';
import type { HeartbeatStore } from './heartbeat_store';
import { PingLimits } from './ping_limits';
import { hashOf, readToken } from './tokens';

/** More than is kept: a ping must not be lost because its caller says much. */
const MOST_BODY_BYTES = 1024 * 1024;

const KINDS: ReadonlyArray<readonly [string, PingKind]> = [
  ['', 'success'],
  ['/fail', 'fail'],
  ['/start', 'start'],
];

export interface PingRoutesDeps {
  store: () => Pick<HeartbeatStore, 'ping'>;
  clock: Clock;
  logger: Logger;
}

const passOn: RouteValidationFunction<unknown> = (data, { ok }) => ok(data);

type Answer = readonly [status: number, text: string];

const OK: Answer = [200, 'OK'];
const UNKNOWN: Answer = [404, 'No such heartbeat.'];
const TOO_MANY: Answer = [429, 'Too many pings.'];
const LATER: Answer = [503, 'The ping could not be written down. Try again.'];

const bearerOf = ({ headers }: OpenSearchDashboardsRequest): string => {
  const [, token = ''] = /^bearer +(\S+)$/i.exec(String(headers.authorization ?? '')) ?? [];
  return token;
};

const inPath = ({ params }: OpenSearchDashboardsRequest): string => {
  const { token } = (params ?? {}) as { token?: unknown };
  return typeof token === 'string' ? token : '';
};

const saidIn = ({ body }: OpenSearchDashboardsRequest): string =>
  Buffer.isBuffer(body) ? keptMessage(body.toString('utf8')) : '';

/** A moment that tells nobody anything. */
const toResponse = (
  [statusCode, text]: Answer,
  response: OpenSearchDashboardsResponseFactory
): IOpenSearchDashboardsResponse =>
  response.custom({
    statusCode,
    // As bytes: of an error's object the host would keep the message only.
    body: Buffer.from(`${text}\n`),
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      ...(statusCode === 429 || statusCode === 503 ? { 'retry-after': '10' } : {}),
    },
  });

/**
 * Where other programs ping: no login, no cookie, no header against forged requests, since a token is all that they
 * have. It is good for this and nothing else. Tells unknown tokens and wrong ones apart for nobody.
 */
export const registerPingRoutes = (router: IRouter, deps: PingRoutesDeps): void => {
  const { store, clock, logger } = deps;
  const limits = new PingLimits(clock);

  const take = async (
    request: OpenSearchDashboardsRequest,
    token: string,
    kind: PingKind
  ): Promise<Answer> => {
    const read = readToken(token);
    if (!read) return UNKNOWN;
    const tokenHash = hashOf(token);
    if (!limits.admits(tokenHash)) return TOO_MANY;
    try {
      const { monitorId, secret } = read;
      const ping = { at: clock.now(), kind };
      const isRight = await store().ping(monitorId, secret, ping, saidIn(request));
      limits.found(tokenHash, isRight);
      return isRight ? OK : UNKNOWN;
    } catch (error) {
      if (!(error instanceof WatchkeeperError)) throw error;
      logger.warn(`A ping of ${read.monitorId} could not be written down: ${messageOf(error)}`);
      return LATER;
    }
  };

  const add = (path: string, tokenIn: typeof inPath, kind: PingKind): void => {
    const handler: RequestHandler = async (_context, request, response) =>
      toResponse(await take(request, tokenIn(request), kind), response);
    // The host answers HEAD by it as well.
    router.get({ path, validate: { params: passOn }, options: { authRequired: false } }, handler);
    router.post(
      {
        path,
        validate: { params: passOn, body: passOn },
        options: {
          authRequired: false,
          xsrfRequired: false,
          // Whatever it is, it is text.
          body: { parse: false, output: 'data', maxBytes: MOST_BODY_BYTES },
        },
      },
      handler
    );
  };

  for (const [suffix, kind] of KINDS) {
    add(`${PING_PATH}${suffix}`, bearerOf, kind);
    add(`${PING_PATH}/{token}${suffix}`, inPath, kind);
  }
};
