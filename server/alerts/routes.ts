import { z } from 'zod';
import {
  ALERTS_PATH,
  acknowledgeAllSchema,
  acknowledgeSchema,
  addCommentSchema,
  alertsQuerySchema,
  unacknowledgeSchema,
} from '../../common/alerts/api';
import type { AlertRecord } from '../../common/alerts/api';
import { notFound } from '../../common/errors';
import { FileAnswer } from '../http/file_answer';
import type { AddRoute } from '../http/types';
import type { MessageStore } from '../notifications/types';
import { acknowledgeAll } from './acknowledge_all';
import { AlertActions } from './alert_actions';
import type { AlertActionsDeps } from './alert_actions';

const idSchema = z.object({ id: z.string().min(1) });

/** Ten thousand alerts by their ids; the host's own limit is 1 MiB. */
const MAX_CHOICE_BYTES = 5 * 1024 * 1024;

export interface AlertRoutesDeps extends AlertActionsDeps {
  messages: MessageStore;
}

export const registerAlertRoutes = (
  addRoute: AddRoute,
  /** Asked for with each request: routes are registered before the services are there. */
  deps: () => AlertRoutesDeps
): void => {
  const actions = () => new AlertActions(deps());

  addRoute({
    method: 'get',
    path: ALERTS_PATH,
    privilege: 'read',
    query: alertsQuerySchema,
    handler: ({ query }) => deps().store.find(query),
  });

  addRoute({
    method: 'get',
    path: `${ALERTS_PATH}/_groups`,
    privilege: 'read',
    query: alertsQuerySchema,
    handler: ({ query }) => deps().store.groups(query),
  });

  addRoute({
    method: 'get',
    path: `${ALERTS_PATH}/_export`,
    privilege: 'read',
    query: alertsQuerySchema,
    handler: ({ query }) =>
      FileAnswer.of(deps().store.export(query), 'alerts.csv', 'text/csv; charset=utf-8'),
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
    maxBytes: MAX_CHOICE_BYTES,
    handler: ({ body, caller }) => actions().acknowledge(body, caller.name),
  });

  addRoute({
    method: 'post',
    path: `${ALERTS_PATH}/_acknowledge_all`,
    privilege: 'acknowledge',
    body: acknowledgeAllSchema,
    handler: ({ body, caller }) => acknowledgeAll(deps(), body.monitor_ids, caller.name),
  });

  addRoute({
    method: 'post',
    path: `${ALERTS_PATH}/_unacknowledge`,
    privilege: 'acknowledge',
    body: unacknowledgeSchema,
    maxBytes: MAX_CHOICE_BYTES,
    handler: ({ body, caller }) => actions().unacknowledge(body.alerts, caller.name),
  });

  addRoute({
    method: 'post',
    path: `${ALERTS_PATH}/{id}/comments`,
    privilege: 'acknowledge',
    params: idSchema,
    body: addCommentSchema,
    handler: ({ params, body, caller }) => actions().comment(params.id, body.comment, caller.name),
  });
};
