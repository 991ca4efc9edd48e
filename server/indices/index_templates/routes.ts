import {
  INDEX_TEMPLATES_PATH,
  SIMULATE_NAME_PATH,
  SIMULATE_TEMPLATE_PATH,
  saveTemplateSchema,
  simulateNameQuery,
  simulateTemplateSchema,
  storedNameParams,
  templateKindQuery,
} from '../../../common/indices/index_templates/api';
import type { Audit } from '../../audit/types';
import type { AddRoute } from '../../http/types';
import { noteAct } from '../audited';
import { readTemplate, removeTemplate, saveTemplate } from './change_templates';
import { readTemplates } from './read_templates';
import { simulateName, simulateTemplate } from './simulate';

const ONE = `${INDEX_TEMPLATES_PATH}/{name}`;
/** A mapping of thousands of fields, and the one before it. */
export const MOST_TEMPLATE_BYTES = 8 * 1024 * 1024;

const registerSimulation = (addRoute: AddRoute): void => {
  addRoute({
    method: 'post',
    path: SIMULATE_TEMPLATE_PATH,
    privilege: 'read',
    body: simulateTemplateSchema,
    maxBytes: MOST_TEMPLATE_BYTES,
    handler: ({ cluster, body }) => simulateTemplate(cluster, body.body),
  });

  addRoute({
    method: 'get',
    path: SIMULATE_NAME_PATH,
    privilege: 'read',
    query: simulateNameQuery,
    handler: ({ cluster, query }) => simulateName(cluster, query.name),
  });
};

/** Index templates, as the calling user. */
export const registerIndexTemplateRoutes = (addRoute: AddRoute, audit: () => Audit): void => {
  registerSimulation(addRoute);

  addRoute({
    method: 'get',
    path: INDEX_TEMPLATES_PATH,
    privilege: 'read',
    handler: ({ cluster }) => readTemplates(cluster),
  });

  addRoute({
    method: 'get',
    path: ONE,
    privilege: 'read',
    params: storedNameParams,
    query: templateKindQuery,
    handler: ({ cluster, params, query }) => readTemplate(cluster, params.name, query.kind),
  });

  addRoute({
    method: 'put',
    path: ONE,
    privilege: 'write',
    params: storedNameParams,
    body: saveTemplateSchema,
    maxBytes: MOST_TEMPLATE_BYTES,
    handler: async ({ cluster, caller, params: { name }, body }) => {
      const saved = await saveTemplate(cluster, name, body);
      await noteAct(
        audit(),
        caller,
        body.seen ? 'index_template.updated' : 'index_template.created',
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
    query: templateKindQuery,
    handler: async ({ cluster, caller, params: { name }, query }) => {
      await removeTemplate(cluster, name, query.kind);
      await noteAct(audit(), caller, 'index_template.deleted', name);
    },
  });
};
