import { createHash, timingSafeEqual } from 'crypto';
import type {
  IRouter,
  OpenSearchDashboardsRequest,
  RequestHandlerContext,
} from 'opensearch-dashboards/server';
import { WatchkeeperError } from '../../common/errors';
import { HEALTH_PATH, METRICS_PATH } from '../../common/health';
import { createCluster } from '../cluster/cluster';
import { clusterError } from '../cluster/errors';
import type { Engine } from '../engine';
import { errorResponse } from '../http/error_response';
import type { Identity } from '../http/identity';
import { healthOf } from './health';
import { conditionOf, readingsOf } from './readings';

export interface HealthRoutesDeps {
  engine: () => Engine;
  identity: Identity;
  /** What a machine may read the metrics with. */
  metricsToken: string | undefined;
}

const NO_STORE = { 'cache-control': 'no-store' };

/** Probes and machines ask here. Neither comes with a cookie, so these routes go past the common way of the others. */
export const registerHealthRoutes = (router: IRouter, deps: HealthRoutesDeps): void => {
  addHealthRoute(router, deps);
  addMetricsRoute(router, deps);
};

/** Everybody may ask: the answer has fixed texts only. */
const addHealthRoute = (router: IRouter, { engine }: HealthRoutesDeps): void =>
  router.get(
    { path: HEALTH_PATH, validate: false, options: { authRequired: false } },
    async (_context, _request, response) => {
      const report = healthOf(await conditionOf(engine()));
      return response.custom({
        statusCode: report.status === 'failed' ? 503 : 200,
        // As bytes: of an error's object the host would keep the message only.
        body: Buffer.from(JSON.stringify(report)),
        headers: { ...NO_STORE, 'content-type': 'application/json; charset=utf-8' },
      });
    }
  );

const addMetricsRoute = (router: IRouter, deps: HealthRoutesDeps): void => {
  const { engine, metricsToken } = deps;
  router.get(
    // The token is all that a machine has; without one, it is a matter of the host's login.
    { path: METRICS_PATH, validate: false, options: { authRequired: metricsToken === undefined } },
    async (context, request, response) => {
      try {
        await demandReader(deps, context, request);
      } catch (error) {
        return errorResponse(response, clusterError(error));
      }
      const { prometheus } = engine();
      const body = await prometheus.render(await readingsOf(engine()));
      return response.ok({
        body,
        headers: { ...NO_STORE, 'content-type': prometheus.contentType },
      });
    }
  );
};

const demandReader = async (
  { identity, metricsToken }: HealthRoutesDeps,
  { core }: RequestHandlerContext,
  request: OpenSearchDashboardsRequest
): Promise<void> => {
  if (metricsToken === undefined) {
    const caller = await identity.callerOf(
      createCluster(core.opensearch.client.asCurrentUser),
      request
    );
    identity.demand(caller, 'read');
    return;
  }
  const [, token = ''] = /^bearer +(\S+)$/i.exec(String(request.headers.authorization ?? '')) ?? [];
  if (!isSame(token, metricsToken)) {
    throw new WatchkeeperError(
      'unauthenticated',
      'The metrics are for whoever sends metrics_token of the configuration as a bearer token.'
    );
  }
};

const isSame = (a: string, b: string): boolean => {
  const [first, second] = [a, b].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(first, second);
};
