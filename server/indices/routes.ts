import { z } from 'zod';
import {
  FIELDS_PATH,
  VALUES_PATH,
  fieldsQuerySchema,
  valuesQuerySchema,
} from '../../common/indices/fields';
import { API_BASE } from '../../common/plugin';
import type { Audit } from '../audit/types';
import type { AddRoute } from '../http/types';
import { registerAliasRoutes } from './aliases/routes';
import { registerComponentTemplateRoutes } from './component_templates/routes';
import { registerDataStreamRoutes } from './data_streams/routes';
import { readFields } from './fields';
import { readFamilies } from './families';
import { registerIndexTemplateRoutes } from './index_templates/routes';
import { registerListingRoutes } from './listing_routes';
import { suggestIndices } from './suggest';
import type { ManagedReader } from './types';
import { readValues } from './values';

/**
 * @param audit asked for with each request: routes are registered before the services are there
 * @param managed which indices are managed by policies
 */
export const registerIndexRoutes = (
  addRoute: AddRoute,
  audit: () => Audit,
  managed: ManagedReader
): void => {
  registerListingRoutes(addRoute, audit, managed);
  registerIndexTemplateRoutes(addRoute, audit);
  registerComponentTemplateRoutes(addRoute, audit);
  registerAliasRoutes(addRoute, audit);
  registerDataStreamRoutes(addRoute, audit, managed);

  addRoute({
    method: 'get',
    path: `${API_BASE}/indices/_suggest`,
    privilege: 'read',
    query: z.object({ query: z.string().max(256).default('') }),
    handler: ({ query: { query }, cluster }) => suggestIndices(cluster, query),
  });

  addRoute({
    method: 'get',
    path: `${API_BASE}/indices/_families`,
    privilege: 'read',
    handler: ({ cluster }) => readFamilies(cluster),
  });

  addRoute({
    method: 'get',
    path: FIELDS_PATH,
    privilege: 'read',
    query: fieldsQuerySchema,
    handler: ({ query: { indices }, cluster }) => readFields(cluster, indices),
  });

  addRoute({
    method: 'get',
    path: VALUES_PATH,
    privilege: 'read',
    query: valuesQuerySchema,
    handler: ({ query, cluster }) => readValues(cluster, query),
  });
};
