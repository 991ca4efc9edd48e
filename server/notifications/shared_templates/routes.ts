import { z } from 'zod';
import {
  TEMPLATES_PATH,
  TEMPLATE_TEXTS_PATH,
  saveTemplateSchema,
  templatesQuerySchema,
  updateTemplateSchema,
} from '../../../common/notifications/shared_templates_api';
import { demandGlobalTenant } from '../../http/tenant';
import type { AddRoute } from '../../http/types';
import type { TemplateService } from './template_service';

const idParams = z.object({ id: z.string().min(1) });

/** @param service Asked for with each request, so that routes can be registered before it is there. */
export const registerTemplateRoutes = (
  addRoute: AddRoute,
  service: () => TemplateService
): void => {
  const one = `${TEMPLATES_PATH}/{id}`;

  addRoute({
    method: 'get',
    path: TEMPLATES_PATH,
    privilege: 'read',
    query: templatesQuerySchema,
    handler: ({ savedObjects, query }) => service().list(savedObjects, query),
  });

  addRoute({
    method: 'get',
    path: TEMPLATE_TEXTS_PATH,
    privilege: 'read',
    handler: ({ savedObjects }) => service().texts(savedObjects),
  });

  addRoute({
    method: 'post',
    path: TEMPLATES_PATH,
    privilege: 'write',
    body: saveTemplateSchema,
    handler: ({ savedObjects, body, caller }) => {
      demandGlobalTenant(caller);
      return service().create(savedObjects, body);
    },
  });

  addRoute({
    method: 'get',
    path: one,
    privilege: 'read',
    params: idParams,
    handler: ({ savedObjects, params }) => service().get(savedObjects, params.id),
  });

  addRoute({
    method: 'put',
    path: one,
    privilege: 'write',
    params: idParams,
    body: updateTemplateSchema,
    handler: ({ savedObjects, params, body, caller }) => {
      demandGlobalTenant(caller);
      return service().update(savedObjects, params.id, body);
    },
  });

  addRoute({
    method: 'delete',
    path: one,
    privilege: 'write',
    params: idParams,
    handler: ({ savedObjects, params, caller }) => {
      demandGlobalTenant(caller);
      return service().remove(savedObjects, params.id);
    },
  });
};
