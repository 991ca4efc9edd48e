import { COMPONENT_TEMPLATES_PATH } from '../../../common/indices/component_templates/api';
import { saveTemplateSchema, storedNameParams } from '../../../common/indices/index_templates/api';
import type { Audit } from '../../audit/types';
import type { AddRoute } from '../../http/types';
import { noteAct } from '../audited';
import { MOST_TEMPLATE_BYTES } from '../index_templates/routes';
import { readComponent, readComponents, removeComponent, saveComponent } from './components';

const ONE = `${COMPONENT_TEMPLATES_PATH}/{name}`;

/** Component templates, as the calling user. */
export const registerComponentTemplateRoutes = (addRoute: AddRoute, audit: () => Audit): void => {
  addRoute({
    method: 'get',
    path: COMPONENT_TEMPLATES_PATH,
    privilege: 'read',
    handler: ({ cluster }) => readComponents(cluster),
  });

  addRoute({
    method: 'get',
    path: ONE,
    privilege: 'read',
    params: storedNameParams,
    handler: ({ cluster, params }) => readComponent(cluster, params.name),
  });

  addRoute({
    method: 'put',
    path: ONE,
    privilege: 'write',
    params: storedNameParams,
    body: saveTemplateSchema,
    maxBytes: MOST_TEMPLATE_BYTES,
    handler: async ({ cluster, caller, params: { name }, body }) => {
      const saved = await saveComponent(cluster, name, body);
      await noteAct(
        audit(),
        caller,
        body.seen ? 'component_template.updated' : 'component_template.created',
        name
      );
      return saved;
    },
  });

  addRoute({
    method: 'delete',
    path: ONE,
    privilege: 'write',
    params: storedNameParams,
    handler: async ({ cluster, caller, params: { name } }) => {
      await removeComponent(cluster, name);
      await noteAct(audit(), caller, 'component_template.deleted', name);
    },
  });
};
