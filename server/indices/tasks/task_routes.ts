import { taskSpecSchema } from '../../../common/indices/tasks/kinds/registry';
import {
  TASKS_PATH,
  TASK_CHECK_PATH,
  taskParamsSchema,
  tasksQuerySchema,
} from '../../../common/indices/tasks/tasks_api';
import type { AddRoute } from '../../http/types';
import type { TaskDesk } from './task_desk';

/** A thousand names of 255 bytes. */
const MOST_BYTES = 1024 * 1024;

/** @param desk asked for with each request: routes are registered before the services are there */
export const registerTaskRoutes = (addRoute: AddRoute, desk: () => TaskDesk): void => {
  addRoute({
    method: 'get',
    path: TASKS_PATH,
    privilege: 'read',
    query: tasksQuerySchema,
    handler: ({ query, cluster, caller }) => desk().list({ cluster, caller }, query),
  });

  addRoute({
    method: 'post',
    path: TASK_CHECK_PATH,
    privilege: 'write',
    body: taskSpecSchema,
    maxBytes: MOST_BYTES,
    handler: ({ body, cluster }) => desk().check(cluster, body),
  });

  addRoute({
    method: 'post',
    path: TASKS_PATH,
    privilege: 'write',
    body: taskSpecSchema,
    maxBytes: MOST_BYTES,
    handler: ({ body, cluster, caller }) => desk().begin(cluster, body, caller.name),
  });

  addRoute({
    method: 'post',
    path: `${TASKS_PATH}/{id}/cancel`,
    privilege: 'write',
    params: taskParamsSchema,
    handler: ({ params: { id }, cluster, caller }) => desk().cancel({ cluster, caller }, id),
  });

  addRoute({
    method: 'post',
    path: `${TASKS_PATH}/{id}/go_on`,
    privilege: 'write',
    params: taskParamsSchema,
    handler: ({ params: { id }, cluster, caller }) => desk().goOn({ cluster, caller }, id),
  });
};
