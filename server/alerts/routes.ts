import { z } from 'zod';
import { ALERTS_PATH, acknowledgeSchema, alertsQuerySchema } from '../../common/alerts/api';
import type { AlertRecord } from '../../common/alerts/api';
import { notFound } from '../../common/errors';
import type { Clock } from '../clock';
import type { AddRoute } from '../http/types';
import type { Monitors } from '../monitors/types';
import type { MessageStore } from '../notifications/types';
import { acknowledgeAlerts } from './acknowledge_alerts';
import type { AlertStore } from './alert_store';

const idSchema = z.object({ id: z.string().min(1) });

export interface AlertRoutesDeps {
  store: AlertStore;
  messages: MessageStore;
  monitors: Monitors;
  clock: Clock;
}

export const registerAlertRoutes = (
  addRoute: AddRoute,
  /** Asked for with each request: routes are registered before the services are there. */
  deps: () => AlertRoutesDeps
): void => {
  addRoute({
    method: 'get',
    path: ALERTS_PATH,
    privilege: 'read',
    query: alertsQuerySchema,
    handler: ({ query }) => deps().store.find(query),
  });

  addRoute({
    method: 'get',
    path: `${ALERTS_PATH}/{id}`,
    privilege: 'read',
    params: idSchema,
    handler: async ({ params: { id } }): Promise<AlertRecord> => {
      const { store, messages } = deps();
      const alert = await store.get(id);
      if (!alert) throw notFound('alert', id);
      const [events, sent] = await Promise.all([store.events(id), messages.ofAlert(id)]);
      return { alert, events, messages: sent };
    },
  });

  addRoute({
    method: 'post',
    path: `${ALERTS_PATH}/_acknowledge`,
    privilege: 'acknowledge',
    body: acknowledgeSchema,
    handler: ({ body, caller }) => {
      const { monitors, clock } = deps();
      return acknowledgeAlerts(monitors, clock, body.alerts, caller.name);
    },
  });
};
