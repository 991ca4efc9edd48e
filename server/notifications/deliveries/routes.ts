import { z } from 'zod';
import {
  DELIVERIES_PATH,
  DESTINATION_STATUS_PATH,
  MOST_STATUSES,
  PAUSE_PATH,
  deliveriesQuerySchema,
  pauseSchema,
  resendSchema,
} from '../../../common/notifications/deliveries_api';
import type { Pause } from '../../../common/notifications/deliveries_api';
import type { Audit } from '../../audit/types';
import type { AddRoute } from '../../http/types';
import type { DeliveryDesk } from './delivery_desk';

const idParams = z.object({ id: z.string().min(1) });

const idsQuery = z.object({
  ids: z
    .string()
    .transform((text) => [...new Set(text.split(',').filter((id) => id !== ''))])
    .refine((ids) => ids.length <= MOST_STATUSES, `At most ${MOST_STATUSES} at once.`)
    .optional(),
});

/** @param services Asked for with each request, so that routes can be registered before the services are there. */
export const registerDeliveryRoutes = (
  addRoute: AddRoute,
  services: () => { desk: DeliveryDesk; audit: Pick<Audit, 'record'> }
): void => {
  addRoute({
    method: 'get',
    path: DELIVERIES_PATH,
    privilege: 'read',
    query: deliveriesQuerySchema,
    handler: ({ query }) => services().desk.list(query),
  });

  addRoute({
    method: 'get',
    path: PAUSE_PATH,
    privilege: 'read',
    handler: () => services().desk.pause(),
  });

  addRoute({
    method: 'put',
    path: PAUSE_PATH,
    privilege: 'write',
    body: pauseSchema,
    handler: async ({ body, caller }): Promise<Pause> => {
      const { desk, audit } = services();
      const who = caller.name === undefined ? {} : { who: caller.name };
      const pause = await desk.setPause(body, caller.name);
      const { reason, until } = body.paused ? body : {};
      await audit.record([
        {
          ...who,
          what: body.paused ? 'delivery.paused' : 'delivery.resumed',
          object_id: 'outbox',
          name: 'All notifications',
          ...(reason ? { said: reason } : {}),
          ...(until === undefined ? {} : { details: { until } }),
        },
      ]);
      return pause;
    },
  });

  addRoute({
    method: 'post',
    path: `${DELIVERIES_PATH}/_resend`,
    privilege: 'write',
    body: resendSchema,
    handler: async ({ body, caller }) => {
      const { desk, audit } = services();
      const { first, ...answer } = await desk.resend(body);
      if (first) {
        const isOne = answer.resent === 1;
        const who = caller.name === undefined ? {} : { who: caller.name };
        const name = isOne ? first.subject || first.monitor_name : `${answer.resent} messages`;
        const objectId = isOne ? first.id : 'outbox';
        await audit.record([{ ...who, what: 'delivery.resent', object_id: objectId, name }]);
      }
      return answer;
    },
  });

  addRoute({
    method: 'get',
    path: `${DELIVERIES_PATH}/{id}`,
    privilege: 'read',
    params: idParams,
    handler: ({ params }) => services().desk.read(params.id),
  });

  addRoute({
    method: 'get',
    path: DESTINATION_STATUS_PATH,
    privilege: 'read',
    query: idsQuery,
    handler: ({ query }) => services().desk.status(query.ids),
  });
};
