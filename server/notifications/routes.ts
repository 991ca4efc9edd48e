import { z } from 'zod';
import {
  DESTINATIONS_PATH,
  destinationsQuerySchema,
  saveDestinationSchema,
  testDestinationSchema,
  testSavedDestinationSchema,
  updateDestinationSchema,
} from '../../common/notifications/api';
import type { Audit } from '../audit/types';
import { demandGlobalTenant } from '../http/tenant';
import type { AddRoute } from '../http/types';
import { wantedNew } from './changes';
import type { DestinationService } from './destination_service';
import type { SendTest } from './send_test';

export interface DestinationRouteServices {
  destinations: DestinationService;
  sendTest: SendTest;
}

/** Where what people do is written down. */
type Tell = Pick<Audit, 'record'>;

const idParams = z.object({ id: z.string().min(1) });
const removeQuery = z.object({ force: z.stringbool().default(false) });

/** @param services Asked for with each request, so that routes can be registered before the services are there. */
export const registerDestinationRoutes = (
  addRoute: AddRoute,
  services: () => DestinationRouteServices & { audit: Tell }
): void => {
  const one = `${DESTINATIONS_PATH}/{id}`;

  addRoute({
    method: 'get',
    path: DESTINATIONS_PATH,
    privilege: 'read',
    query: destinationsQuerySchema,
    handler: ({ savedObjects, query }) => services().destinations.list(savedObjects, query),
  });

  addRoute({
    method: 'post',
    path: DESTINATIONS_PATH,
    privilege: 'write',
    body: saveDestinationSchema,
    handler: ({ savedObjects, body, caller }) => {
      demandGlobalTenant(caller);
      return services().destinations.create(savedObjects, body);
    },
  });

  addRoute({
    method: 'get',
    path: one,
    privilege: 'read',
    params: idParams,
    handler: ({ savedObjects, params }) => services().destinations.get(savedObjects, params.id),
  });

  addRoute({
    method: 'put',
    path: one,
    privilege: 'write',
    params: idParams,
    body: updateDestinationSchema,
    handler: ({ savedObjects, params, body, caller }) => {
      demandGlobalTenant(caller);
      return services().destinations.update(savedObjects, params.id, body);
    },
  });

  addRoute({
    method: 'delete',
    path: one,
    privilege: 'write',
    params: idParams,
    query: removeQuery,
    handler: ({ savedObjects, params, query, caller }) => {
      demandGlobalTenant(caller);
      return services().destinations.remove(savedObjects, params.id, query.force);
    },
  });

  addRoute({
    method: 'get',
    path: `${one}/_incidents`,
    privilege: 'read',
    params: idParams,
    handler: ({ savedObjects, params }) =>
      services().destinations.incidents(savedObjects, params.id),
  });

  addRoute({
    method: 'post',
    path: `${DESTINATIONS_PATH}/_test`,
    privilege: 'write',
    body: testDestinationSchema,
    handler: ({ body: { destination, ...texts } }) =>
      services().sendTest(wantedNew(destination), texts),
  });

  addRoute({
    method: 'post',
    path: `${one}/_test`,
    privilege: 'write',
    params: idParams,
    body: testSavedDestinationSchema,
    handler: async ({ savedObjects, params, body: { changes, ...texts }, caller }) => {
      const { destinations, sendTest, audit } = services();
      const { id } = params;
      const wanted = await destinations.preview(savedObjects, id, changes);
      const answer = await sendTest(wanted, texts);
      const who = caller.name === undefined ? {} : { who: caller.name };
      const { name } = wanted.destination;
      await audit.record([{ ...who, what: 'destination.tested', object_id: id, name }]);
      return answer;
    },
  });
};
